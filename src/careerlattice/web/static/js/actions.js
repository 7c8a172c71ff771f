// Buttons that only make sense with scripts: print, copy a link.

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
