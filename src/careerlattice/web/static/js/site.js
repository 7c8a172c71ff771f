// What scripts add to pages that work without them. Each module looks for its own marks.
import { watchActions, watchAnswers } from "./actions.js";
import { watchLadder } from "./ladder.js";
import { rememberPlace } from "./place.js";
import { watchProfile } from "./profile.js";
import { watchTitleFields } from "./titles.js";

function start(root) {
  watchTitleFields(root);
  rememberPlace(root);
  watchActions(root);
  watchAnswers(root);
  watchLadder(root);
  watchProfile(root);
}

start(document);
// Parts swapped in by htmx need the same.
document.addEventListener("htmx:after:swap", () => start(document));
