// Remembers the state a person chose, in this browser only. It fills forms that have no answer yet
// and follows links to other pages; what a page shows already is for the place its address names.

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

export function watchPlaces() {
  // On the way down, so that a form that is sent by the change holds no area of another state.
  document.addEventListener(
    "change",
    ({ target }) => {
      if (!target.matches("select[data-remember-place]")) return;
      remember(target.value);
      const area = target.form?.querySelector("[name=area]");
      if (area) area.value = "";
    },
    true,
  );
}

export function rememberPlace(root) {
  const asked = new URLSearchParams(location.search);
  const state = asked.has("state") || asked.has("area") ? "" : remembered();
  if (!state) return;
  for (const select of root.querySelectorAll("select[data-remember-place=fill]:not([data-filled])")) {
    select.dataset.filled = "";
    if (!select.value) select.value = state;
  }
  for (const link of root.querySelectorAll('a[href^="/"]')) {
    const target = new URL(link.href);
    // A link to the same page belongs to the answer shown, which is for the whole country.
    if (target.pathname === location.pathname || target.searchParams.has("state")) continue;
    if (/^\/(plan|compare)$|^\/(occupations|pathways)\//.test(target.pathname)) {
      target.searchParams.set("state", state);
      link.href = target.pathname + target.search + target.hash;
    }
  }
}
