// What scripts add to pages that work without them. Each module looks for its own marks.
import { closeOnceAsked, shortenAddresses, watchActions, watchAnswers } from "./actions.js";
import { watchLadder } from "./ladder.js";
import { rememberPlace } from "./place.js";
import { watchProfile } from "./profile.js";
import { watchTitleFields } from "./titles.js";

function start(root) {
  watchTitleFields(root);
  rememberPlace(root);
  watchActions(root);
  watchAnswers(root);
  shortenAddresses(root);
  closeOnceAsked(root);
  watchLadder(root);
  watchProfile(root);
}

start(document);
// Parts swapped in by htmx need the same.
document.addEventListener("htmx:after:swap", () => start(document));

// An answer without the part that was to be shown is a page of its own, such as one that says what
// is wrong with the question: go there.
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  if (!ctx.select?.startsWith("#") || ctx.text.includes(`id="${ctx.select.slice(1)}"`)) return;
  event.preventDefault();
  location.assign(ctx.request.action);
});
