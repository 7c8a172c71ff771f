// What scripts add to pages that work without them. Each module looks for its own marks.
import { closeOnceAsked, comeAgain, goToAnswer, watchActions, watchAnswers, watchParts } from "./actions.js";
import { clearProblems, keepFormsTrue, shortenAddresses, showProblems, tellProblems } from "./forms.js";
import { watchLadder } from "./ladder.js";
import { rememberPlace, watchPlaces } from "./place.js";
import { fillFromProfile, linkSaved, offerNextPerson, offerSaved, watchProfile } from "./profile.js";
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
  offerNextPerson();
}

start(document);
watchPlaces();
watchParts();
keepFormsTrue();
showProblems();
// Parts swapped in by htmx need the same.
document.addEventListener("htmx:after:swap", () => {
  start(document);
  goToAnswer();
});

// What cannot be read is told in the form, and the answer stays as it was. An answer without the part
// that was to be shown is a page of its own: go there.
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  if (!ctx.select?.startsWith("#")) return;
  // While a title is being typed it is no title yet, and who is asked to wait waits with what is there.
  const isTyping = ctx.sourceEvent?.type === "input" && ctx.text.includes("data-unclear");
  if (isTyping || (ctx.select === "#reach" && ctx.response.status >= 400)) {
    event.preventDefault();
    return;
  }
  const isThere = ctx.text.includes(`id="${ctx.select.slice(1)}"`);
  const form = ctx.sourceElement.closest("form");
  if (form && comeAgain(form, ctx)) {
    event.preventDefault();
    return;
  }
  if (form) clearProblems(form);
  if (isThere && !ctx.text.includes("data-problems")) return;
  event.preventDefault();
  if (isThere && form) tellProblems(form, ctx);
  else location.assign(ctx.request.action);
});
