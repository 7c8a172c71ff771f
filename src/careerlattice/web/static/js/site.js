// What scripts add to pages that work without them. Each module looks for its own marks.
import { closeOnceAsked, goToAnswer, watchActions, watchAnswers } from "./actions.js";
import { keepFormsTrue, shortenAddresses, showProblems } from "./forms.js";
import { watchLadder } from "./ladder.js";
import { rememberPlace, watchPlaces } from "./place.js";
import { fillFromProfile, linkSaved, offerSaved, watchProfile } from "./profile.js";
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
  offerSaved(root);
  linkSaved(root);
  fillFromProfile(root);
}

start(document);
watchPlaces();
keepFormsTrue();
showProblems();
// Parts swapped in by htmx need the same.
document.addEventListener("htmx:after:swap", () => {
  start(document);
  goToAnswer();
});

// An answer without the part that was to be shown, or one that says what is wrong in the form, is a
// page of its own: go there.
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  if (!ctx.select?.startsWith("#")) return;
  if (ctx.text.includes(`id="${ctx.select.slice(1)}"`) && !ctx.text.includes("data-problems")) return;
  event.preventDefault();
  location.assign(ctx.request.action);
});
