// What scripts add to pages that work without them. Each module looks for its own marks.
import { watchTitleFields } from "./titles.js";
import { rememberPlace } from "./place.js";

function start(root) {
  watchTitleFields(root);
  rememberPlace(root);
}

start(document);
// Parts swapped in by htmx need the same.
document.addEventListener("htmx:after:swap", () => start(document));
