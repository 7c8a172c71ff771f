// What only makes sense with scripts: print, copy a link, answer a question by its number, go on to
// an answer.

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
  const given = answers.find((answer) => answer.checked);
  if (form.dataset.answered !== undefined) (given ?? first).focus();
  form.addEventListener("submit", () => keepAnswer(form, first.name));
  form.addEventListener("keydown", (event) => {
    const answer = answers[Number(event.key) - 1];
    if (!answer || event.ctrlKey || event.altKey || event.metaKey) return;
    answer.checked = true;
    answer.focus();
  });
}

// Going back to a question shows the answer that was given to it: its place in the history says so.
function keepAnswer(form, name) {
  const asked = new URLSearchParams(new FormData(form));
  if (!asked.has(name)) return;
  asked.set("at", name);
  history.replaceState(history.state, "", `${form.getAttribute("action")}?${asked}`);
}

// On a phone the parts of a form that stand above its answer close once it is asked, and the focus
// goes on to the answer: what held it is no longer shown.
export function closeOnceAsked(root) {
  for (const form of root.querySelectorAll("form:has(> details.wide-open):not([data-closes])")) {
    form.dataset.closes = "";
    form.addEventListener("submit", () => {
      if (!matchMedia("(max-width: 63.99rem)").matches) return;
      for (const part of form.querySelectorAll(":scope > details.wide-open")) part.open = false;
      form.dataset.asked = "";
    });
  }
}

export function goToAnswer() {
  const form = document.querySelector("form[data-asked]");
  const answer = form && document.querySelector(form.dataset.hxTarget);
  if (!answer) return;
  delete form.dataset.asked;
  (answer.querySelector("[data-answer-title]") ?? answer).focus();
}

// A link to a part opens what is folded there, also in browsers that would not.
export function watchParts() {
  const open = () => {
    const part = document.getElementById(location.hash.slice(1));
    const fold = part?.closest(".fold") ?? part?.closest("section")?.querySelector(".fold");
    if (fold) fold.open = true;
  };
  open();
  addEventListener("hashchange", open);
}

// When many ask at once the form says so, keeps what was typed, and asks again when it is told to.
export function comeAgain(form, { response, text }) {
  const seconds = Number(response.headers?.get("Retry-After"));
  if (![429, 503].includes(response.status) || !seconds) return false;
  const told = new DOMParser().parseFromString(text, "text/html");
  const news = form.querySelector("[role=status]");
  if (news) news.textContent = (told.querySelector("main") ?? told.body).textContent.trim();
  setTimeout(() => form.requestSubmit(), 1000 * seconds);
  return true;
}
