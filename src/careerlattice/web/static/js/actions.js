// What only makes sense with scripts: print, copy a link, answer a question by its number, leave
// empty fields out of addresses.

export function watchActions(root) {
  for (const button of root.querySelectorAll("[data-print]:not([data-watched])")) {
    button.dataset.watched = "";
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll("[data-copy]:not([data-watched])")) {
    button.dataset.watched = "";
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
      button.textContent = button.dataset.done;
    });
  }
}

export function watchAnswers(root) {
  const first = root.querySelector("[data-first-answer]:not([data-watched])");
  if (!first) return;
  first.dataset.watched = "";
  const form = first.form;
  const answers = [...form.elements[first.name]];
  const keys = root.querySelector("[data-keys]");
  if (keys) keys.hidden = false;
  // After the first question the focus stays with the questions.
  if (form.dataset.answered !== undefined) first.focus();
  form.addEventListener("keydown", (event) => {
    const answer = answers[Number(event.key) - 1];
    if (!answer || event.ctrlKey || event.altKey || event.metaKey) return;
    answer.checked = true;
    answer.focus();
  });
}

export function shortenAddresses(root) {
  for (const form of root.querySelectorAll("form[data-short]:not([data-watched])")) {
    form.dataset.watched = "";
    form.addEventListener("formdata", (event) => {
      for (const [name, value] of [...event.formData]) {
        if (value === "") event.formData.delete(name);
      }
    });
  }
}

// On a phone the parts of a form that stand above its answer close once it is asked.
export function closeOnceAsked(root) {
  for (const form of root.querySelectorAll("form:has(> details.wide-open):not([data-closes])")) {
    form.dataset.closes = "";
    form.addEventListener("submit", () => {
      if (!matchMedia("(max-width: 63.99rem)").matches) return;
      for (const part of form.querySelectorAll(":scope > details.wide-open")) part.open = false;
      form.scrollIntoView({ block: "start" });
    });
  }
}
