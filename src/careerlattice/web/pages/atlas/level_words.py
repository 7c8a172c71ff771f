"""The levels of a ladder in the words of the pages."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from careerlattice.lattice.arrays.ladder_levels import Level

LEVEL_WORDS: dict[Level, str | Promise] = {
    Level.ENTRY: _("Entry"),
    Level.INTERMEDIATE: _("Intermediate"),
    Level.ADVANCED: _("Advanced"),
    Level.EXPERT: _("Expert"),
}
