// Remembers the state a person chose, in this browser only, and puts it into forms and links.

const KEY = "careerlattice.place";

function remembered() {
  try {
    const value = localStorage.getItem(KEY) ?? "";
    return /^[A-Z]{2}$/.test(value) ? value : "";
  } catch {
    return ""; // Storage may be switched off.
  }
}

function remember(value) {
  try {
    if (value) localStorage.setItem(KEY, value);
    else localStorage.removeItem(KEY);
  } catch {
    // The choice still holds for this page.
  }
}

export function rememberPlace(root) {
  const asked = new URLSearchParams(location.search);
  for (const select of root.querySelectorAll("select[data-remember-place]:not([data-watched])")) {
    select.dataset.watched = "";
    select.addEventListener("change", () => {
      remember(select.value);
      // An area belongs to its state: a new state starts with the whole of it.
      const metro = select.form?.querySelector("[name=area]");
      if (metro) metro.value = "";
    });
    if (!select.value && !asked.has("state")) select.value = remembered();
  }
  if (asked.has("state")) return;
  const state = remembered();
  if (!state) return;
  for (const link of root.querySelectorAll('a[href^="/"]')) {
    const target = new URL(link.href);
    if (!target.searchParams.has("state") && /^\/(plan|occupations|pathways|compare)/.test(target.pathname)) {
      target.searchParams.set("state", state);
      link.href = target.pathname + target.search + target.hash;
    }
  }
}
