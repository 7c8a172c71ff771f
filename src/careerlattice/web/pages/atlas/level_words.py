"""The levels of a ladder in the words of the pages."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from careerlattice.vocab.levels import LadderLevel

LEVEL_WORDS: dict[LadderLevel, str | Promise] = {
    LadderLevel.ENTRY: _("Entry"),
    LadderLevel.INTERMEDIATE: _("Intermediate"),
    LadderLevel.ADVANCED: _("Advanced"),
    LadderLevel.EXPERT: _("Expert"),
}
