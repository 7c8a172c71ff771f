// The ladder picture: hover, focus or choose a box to see the ways up and down from it; choose a
// start and a goal in it; see it whole or in full size.

const SVG = "http://www.w3.org/2000/svg";
// Smaller than this its words cannot be read, and full size is better to begin with.
const READABLE = 0.6;
// Ends chosen so far: filtering puts a new picture in place of the old one.
const ends = { from: "", to: "" };

function codeOf(link) {
  return link?.getAttribute("href")?.match(/\/occupations\/([\d.-]+)/)?.[1];
}

function watchViews(box, root) {
  const views = root.querySelector("[data-ladder-views]");
  const svg = box.querySelector("svg");
  if (!views || !svg) return;
  const scaleToFit = () => box.clientWidth / svg.viewBox.baseVal.width;
  const show = (name) => {
    box.dataset.view = name;
    for (const button of views.children) {
      button.setAttribute("aria-pressed", String(button.dataset.view === name));
    }
  };
  for (const button of views.children) {
    button.addEventListener("click", () => show(button.dataset.view));
  }
  show(scaleToFit() >= READABLE ? "fit" : "full");
  views.hidden = scaleToFit() >= 1;
  // In a whole ladder too small to read, a touch leads to that place in full size.
  box.addEventListener(
    "click",
    (event) => {
      if (box.dataset.view !== "fit" || scaleToFit() >= READABLE) return;
      event.preventDefault();
      event.stopPropagation();
      const at = svg.getBoundingClientRect();
      const x = (event.clientX - at.left) / at.width;
      const y = (event.clientY - at.top) / at.height;
      show("full");
      box.scrollTo(
        x * svg.clientWidth - box.clientWidth / 2,
        y * svg.clientHeight - box.clientHeight / 2,
      );
    },
    true,
  );
}

// A link to a level of the list opens it.
function watchLevels(root) {
  for (const link of root.querySelectorAll("[data-opens]")) {
    link.addEventListener("click", () => {
      document.querySelector(link.getAttribute("href")).open = true;
    });
  }
}

export function watchLadder(root) {
  const box = root.querySelector("[data-ladder]:not([data-watched])");
  const data = root.querySelector("[data-ladder-moves]");
  const told = root.querySelector("[data-ladder-told]");
  const form = root.querySelector(".plan-here");
  if (!box || !data || !told || !form) return;
  box.dataset.watched = "";
  const moves = JSON.parse(data.textContent);
  const links = [...box.querySelectorAll("a")].filter((a) => a.querySelector(".cl-box"));
  const lines = [...box.querySelectorAll("[data-ends]")].map((path) => [path, path.dataset.ends.split(" ")]);
  const unfit = new Set(links.filter((link) => link.classList.contains("is-unfit")).map(codeOf));
  const down = {};
  for (const [code, one] of Object.entries(moves)) {
    for (const up of one.up) (down[up] ??= []).push(code);
  }
  let chosen = null;
  watchViews(box, root);
  light(null);
  watchLevels(root);

  function light(code) {
    const one = code ? moves[code] : null;
    const near = one ? new Set([code, ...one.up, ...one.side, ...(down[code] ?? [])]) : null;
    for (const link of links) {
      link.classList.toggle("is-far", Boolean(near) && !near.has(codeOf(link)));
      link.classList.toggle("is-here", codeOf(link) === code);
    }
    for (const [path, ends] of lines) {
      path.classList.toggle("is-far", code ? !ends.includes(code) : ends.some((end) => unfit.has(end)));
    }
  }

  function flagEnds() {
    for (const old of box.querySelectorAll(".end-flag")) old.remove();
    for (const link of links) {
      const code = codeOf(link);
      const words = [];
      if (code === ends.from) words.push(box.dataset.start);
      if (code === ends.to) words.push(box.dataset.goal);
      link.classList.toggle("is-end", words.length > 0);
      if (!words.length) continue;
      const rect = link.querySelector("rect:not(.cl-back)");
      const flag = document.createElementNS(SVG, "text");
      flag.setAttribute("class", "end-flag");
      flag.setAttribute("x", Number(rect.getAttribute("x")) + 10);
      flag.setAttribute("y", Number(rect.getAttribute("y")) + 3);
      flag.textContent = words.join(", ");
      link.querySelector("g").append(flag);
    }
  }

  function readEnds() {
    for (const name of Object.keys(ends)) {
      ends[name] = form.elements[name].value;
      form.elements[name].classList.toggle("was-set", Boolean(ends[name]));
    }
    flagEnds();
  }

  function setEnd(name, code) {
    form.elements[name].value = code;
    readEnds();
  }

  for (const [name, code] of Object.entries(ends)) {
    if (code && moves[code]) form.elements[name].value = code;
  }
  form.addEventListener("change", readEnds);
  readEnds();

  function say(label, codes) {
    const line = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = `${label} `;
    line.append(strong, codes.map((code) => moves[code]?.title ?? "").filter(Boolean).join("; ") || "–");
    return line;
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "quiet";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  function choose(link) {
    const code = codeOf(link);
    const one = moves[code];
    if (!one) return false;
    chosen = code;
    light(code);
    const heading = document.createElement("h3");
    heading.textContent = one.title;
    const row = document.createElement("div");
    row.className = "button-row";
    const open = document.createElement("a");
    open.className = "button quiet";
    open.href = link.getAttribute("href");
    open.textContent = told.dataset.open;
    heading.tabIndex = -1;
    const close = button(told.dataset.close, () => leave(link));
    row.append(
      button(told.dataset.start, () => setEnd("from", code)),
      button(told.dataset.goal, () => setEnd("to", code)),
      open,
      close,
    );
    const members = link.dataset.members?.split(" ");
    told.replaceChildren(
      heading,
      row,
      ...(members ? [say(told.dataset.alike, members)] : []),
      say(told.dataset.up, one.up),
      say(told.dataset.down, down[code] ?? []),
      say(told.dataset.side, one.side),
    );
    told.hidden = false;
    standBeside(link);
    heading.focus({ preventScroll: true });
    told.scrollIntoView({ block: "nearest" });
    return true;
  }

  // Right of the box chosen, or left of it where the window ends; on a phone it stands below.
  function standBeside(link) {
    const stage = told.parentElement.getBoundingClientRect();
    const at = link.getBoundingClientRect();
    const right = at.right - stage.left + 10;
    const fits = right + told.offsetWidth <= stage.width;
    told.style.left = `${Math.max(0, fits ? right : at.left - stage.left - told.offsetWidth - 10)}px`;
    told.style.top = `${Math.max(0, Math.min(at.top - stage.top, stage.height - told.offsetHeight))}px`;
  }

  function leave(link) {
    chosen = null;
    told.hidden = true;
    light(null);
    link?.focus();
  }

  told.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave(links.find((link) => codeOf(link) === chosen));
  });

  for (const link of links) {
    link.addEventListener("mouseenter", () => light(codeOf(link)));
    link.addEventListener("focus", () => {
      // What is told of another box would stand over this one.
      if (chosen && codeOf(link) !== chosen) leave(null);
      light(codeOf(link));
    });
    link.addEventListener("mouseleave", () => light(chosen));
    link.addEventListener("blur", () => light(chosen));
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (choose(link)) event.preventDefault();
    });
  }
}
