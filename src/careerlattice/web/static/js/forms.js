// Forms say what the address says: short addresses, fields that follow each other, and no values
// left over from another page when one goes back.

// A job and its months stand side by side, so that an empty one before a filled one holds its place.
const SIDE_BY_SIDE = new Set(["job", "job_months"]);

export function shortenAddresses(root) {
  for (const form of root.querySelectorAll("form[method=get]:not([data-shortened])")) {
    form.dataset.shortened = "";
    form.addEventListener("formdata", ({ formData }) => {
      for (const name of new Set(formData.keys())) {
        const values = formData.getAll(name);
        const last = values.findLastIndex((value) => value !== "");
        const kept = values.filter(
          (value, place) => value !== "" || (SIDE_BY_SIDE.has(name) && place < last),
        );
        formData.delete(name);
        for (const value of kept) formData.append(name, value);
      }
    });
  }
}

// A form beside an answer is not filled in again by the browser (autocomplete="off"). What it held
// when its answer came is what it goes back to when the page is shown again as it was left.
export function keepFormsTrue() {
  document.addEventListener("htmx:after:history:push", () => {
    for (const form of document.forms) {
      if (!form.matches("[data-hx-get]")) continue;
      form.autocomplete = "off";
      for (const field of form.elements) {
        if (field.type === "checkbox" || field.type === "radio") field.defaultChecked = field.checked;
        else if (field.options) for (const one of field.options) one.defaultSelected = one.selected;
        else if (field.type === "text") field.defaultValue = field.value;
      }
    }
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of document.forms) if (form.autocomplete === "off") form.reset();
  });
}

// What is wrong stands beside its field; whatever else was typed meanwhile stays, and so does the
// focus, unless the form was sent: then the summary of the mistakes has it.
export function tellProblems(form, { text, sourceEvent }) {
  const told = new DOMParser().parseFromString(text, "text/html");
  for (const wrong of told.querySelectorAll("[aria-invalid=true][id]")) {
    const field = document.getElementById(wrong.id);
    const message = told.getElementById(wrong.getAttribute("aria-describedby"));
    if (!field || !message) continue;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", message.id);
    field.closest(".field").classList.add("is-wrong");
    field.before(document.importNode(message, true));
    for (let part = field.closest("details"); part; part = part.parentElement.closest("details")) {
      part.open = true;
    }
  }
  const summary = told.querySelector("[data-problems]");
  if (sourceEvent?.type === "submit") {
    document.getElementById("plan-problems")?.replaceChildren(document.importNode(summary, true));
    showProblems();
  } else {
    const news = form.querySelector("[role=status]");
    if (news) news.textContent = [...summary.querySelectorAll("li")].map((li) => li.textContent).join(" ");
  }
}

export function clearProblems(form) {
  document.querySelector("#plan-problems")?.replaceChildren();
  for (const message of form.querySelectorAll(".error-message")) message.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
    field.closest(".field").classList.remove("is-wrong");
  }
}

export function showProblems() {
  document.querySelector("[data-problems]")?.focus();
}
