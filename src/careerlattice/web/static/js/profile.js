// Keeps what a person said of themselves in this browser only, and forgets it when asked.

const KEY = "careerlattice.profile";
const PREFIX = "careerlattice.";

function read() {
  try {
    return new URLSearchParams(localStorage.getItem(KEY) ?? "");
  } catch {
    return new URLSearchParams();
  }
}

// The link of a class stays in the address.
function inClass(address) {
  const token = new URLSearchParams(location.search).get("class");
  if (!token) return address;
  return `${address}${address.includes("?") ? "&" : "?"}class=${encodeURIComponent(token)}`;
}

function forget() {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    }
  } catch {
    // Nothing could be kept either.
  }
}

// On a shared computer: clear what is kept and begin again, wherever one is.
export function offerNextPerson() {
  for (const button of document.querySelectorAll("[data-next-person][hidden]")) {
    let holds = false;
    try {
      holds = Object.keys(localStorage).some((key) => key.startsWith(PREFIX));
    } catch {
      // Nothing could be kept.
    }
    if (!holds) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      forget();
      location.replace(inClass("/"));
    });
  }
}

// A link to a page that ranks by what is kept, where there is something.
export function offerSaved(root) {
  for (const offer of root.querySelectorAll("[data-saved-profile][hidden]")) {
    const kept = read().toString();
    if (!kept) continue;
    offer.querySelector("a").href = inClass(`${offer.dataset.savedProfile}?${kept}`);
    offer.hidden = false;
  }
}

// A link to a page that sets a person beside something, once there is something to set.
export function linkSaved(root) {
  const kept = read().toString();
  if (!kept) return;
  for (const link of root.querySelectorAll("a[data-with-profile]")) {
    link.href = inClass(`${link.dataset.withProfile}&${kept}`);
  }
}

// Fills a question that was not asked yet with the latest job and the schooling, and says so.
export function fillFromProfile(root) {
  const form = root.querySelector("form[data-profile-fills]:not([data-filled])");
  const said = form?.querySelector("[data-from-profile]");
  if (!said) return;
  form.dataset.filled = "";
  const asked = new URLSearchParams(location.search);
  if (["from", "education", "months_in_job"].some((name) => asked.has(name))) return;
  const kept = read();
  const fields = form.querySelectorAll("#from, #education, #months_in_job");
  const values = {
    from: kept.get("job"),
    education: kept.get("education"),
    months_in_job: kept.get("job") && kept.get("job_months"),
  };
  for (const field of fields) field.value = values[field.id] ?? "";
  if (![...fields].some((field) => field.value)) return;
  said.hidden = false;
  form.querySelector("[data-about-you]").open = true;
  said.querySelector("button").addEventListener("click", () => {
    for (const field of fields) field.value = "";
    said.hidden = true;
    form.querySelector("#from").focus();
  });
}

export function watchProfile(root) {
  const said = root.querySelector("[data-remember-profile]:not([data-watched])");
  if (said) {
    said.dataset.watched = "";
    try {
      localStorage.setItem(KEY, said.dataset.rememberProfile);
    } catch {
      // The address still holds it.
    }
  }
  const form = root.querySelector("[data-profile-form]:not([data-watched])");
  if (!form) return;
  form.dataset.watched = "";
  const asked = [...new URLSearchParams(location.search).keys()];
  if (asked.every((name) => name === "class")) fill(form, read());
  const forgetButton = document.querySelector("[data-forget]");
  forgetButton.hidden = false;
  forgetButton.addEventListener("click", () => {
    forget();
    for (const field of form.elements) if (field.name) field.value = "";
    const status = document.querySelector("[data-forgotten]");
    status.textContent = status.dataset.done;
  });
}

function fill(form, kept) {
  for (const name of ["interests", "reliability", "instrument", "skills", "education", "state"]) {
    const field = form.elements[name];
    if (field && kept.get(name)) field.value = kept.get(name);
  }
  const titles = form.querySelectorAll("[name=job]");
  const months = form.querySelectorAll("[name=job_months]");
  kept.getAll("job").forEach((title, place) => {
    if (titles[place]) titles[place].value = title;
    if (months[place]) months[place].value = kept.getAll("job_months")[place] ?? "";
  });
  const scores = kept.get("interests");
  const shown = form.querySelector("[data-interests-said]");
  if (scores && shown) shown.textContent = scores.split(",").join(", ");
}
