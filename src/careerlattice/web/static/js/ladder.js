// The ladder picture: hover, focus or choose a box to see the ways up and down from it.

function codeOf(link) {
  return link?.getAttribute("href")?.match(/\/occupations\/([\d.-]+)/)?.[1];
}

export function watchLadder(root) {
  const box = root.querySelector("[data-ladder]:not([data-watched])");
  const data = root.querySelector("[data-ladder-moves]");
  const told = root.querySelector("[data-ladder-told]");
  if (!box || !data || !told) return;
  box.dataset.watched = "";
  const moves = JSON.parse(data.textContent);
  const links = [...box.querySelectorAll("a")].filter((a) => a.querySelector(".cl-box"));
  const down = {};
  for (const [code, one] of Object.entries(moves)) {
    for (const up of one.up) (down[up] ??= []).push(code);
  }
  let chosen = null;

  for (const link of links) {
    const one = moves[codeOf(link)];
    if (one && !one.fits) link.classList.add("is-unfit");
  }

  function light(code) {
    const one = code ? moves[code] : null;
    const near = one ? new Set([code, ...one.up, ...one.side, ...(down[code] ?? [])]) : null;
    for (const link of links) {
      link.classList.toggle("is-far", Boolean(near) && !near.has(codeOf(link)));
      link.classList.toggle("is-here", codeOf(link) === code);
    }
  }

  function say(label, codes) {
    const line = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = `${label} `;
    line.append(strong, codes.map((code) => moves[code]?.title ?? "").filter(Boolean).join("; ") || "–");
    return line;
  }

  function setEnd(name, code) {
    const select = document.querySelector(`.plan-here select[name=${name}]`);
    if (select) {
      select.value = code;
      select.classList.add("was-set");
    }
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
    row.append(
      button(told.dataset.start, () => setEnd("from", code)),
      button(told.dataset.goal, () => setEnd("to", code)),
      open,
    );
    told.replaceChildren(heading, say(told.dataset.up, one.up), say(told.dataset.down, down[code] ?? []), say(told.dataset.side, one.side), row);
    told.hidden = false;
    return true;
  }

  for (const link of links) {
    link.addEventListener("mouseenter", () => light(codeOf(link)));
    link.addEventListener("focus", () => light(codeOf(link)));
    link.addEventListener("mouseleave", () => light(chosen));
    link.addEventListener("blur", () => light(chosen));
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (choose(link)) event.preventDefault();
    });
  }
}
