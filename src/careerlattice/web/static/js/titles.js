// Suggestions under a title field, after the ARIA combobox pattern.

const WAIT_MS = 120;

export function watchTitleFields(root) {
  for (const box of root.querySelectorAll("[data-titles]:not([data-watched])")) {
    box.dataset.watched = "";
    watch(box);
  }
}

function watch(box) {
  const input = box.querySelector("input");
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `${input.id}-suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.querySelector("label").textContent);
  list.hidden = true;
  box.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  let timer = 0;
  let asked = 0;
  let at = -1;

  function close() {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(place) {
    const options = [...list.children];
    at = (place + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    input.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  }

  function choose(option) {
    close();
    // What is no occupation is the box beside the field.
    const box = option.dataset.code ? null : input.closest("[data-start]")?.querySelector("[value='no job']");
    if (box) {
      // The words that led here name no job; they go before the form is sent by the tick.
      input.value = "";
      if (!box.checked) box.click();
      box.focus();
      return;
    }
    input.value = option.dataset.title;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function show(found) {
    list.replaceChildren(
      ...found.map((one, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.title = one.title;
        option.dataset.code = one.code;
        option.textContent = one.title;
        if (one.also) {
          const also = document.createElement("span");
          also.className = "also";
          also.textContent = one.also;
          option.append(" ", also);
        }
        return option;
      }),
    );
    at = -1;
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
  }

  function question(text) {
    const asked = new URLSearchParams({ q: text.slice(0, 120) });
    if (box.dataset.titles) asked.set("for", box.dataset.titles);
    return asked;
  }

  async function ask() {
    const text = input.value.trim();
    const mine = ++asked;
    if (text.length < 2) {
      close();
      return;
    }
    try {
      const answer = await fetch(`/suggest?${question(text)}`);
      if (!answer.ok || mine !== asked || document.activeElement !== input) return;
      show((await answer.json()).suggestions);
    } catch {
      close(); // Without suggestions the field is a plain text field.
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) {
        if (event.key === "ArrowDown") ask();
        return;
      }
      event.preventDefault();
      mark(event.key === "ArrowDown" ? at + 1 : at <= 0 ? -1 : at - 1);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      choose(list.children[at]);
    } else if (event.key === "Tab") {
      close();
    }
  });
  // Choosing with the pointer must not take the focus out of the field first.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  input.addEventListener("blur", close);
}
