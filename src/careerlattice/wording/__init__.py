"""Every sentence for people, made of the values that the rooms below return."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from careerlattice.wording.catalogue import speaking
    from careerlattice.wording.needs import need_asked, need_has, need_missing, need_name
    from careerlattice.wording.notices import notice_text
    from careerlattice.wording.plan_json import (
        answer_to_json,
        notice_to_json,
        plan_to_json,
        step_to_json,
    )
    from careerlattice.wording.plans import (
        confidence_text,
        gain_unknown,
        goal_title,
        later_text,
        names_text,
        pay_text,
        reason_text,
        spoken_plan,
        start_pay,
        start_pay_short,
        start_title,
        whose_pay,
    )
    from careerlattice.wording.steps import first_action_text, note_text, step_title
    from careerlattice.wording.ways import way_names, way_parts

__all__ = [
    "answer_to_json",
    "confidence_text",
    "first_action_text",
    "gain_unknown",
    "goal_title",
    "later_text",
    "names_text",
    "need_asked",
    "need_has",
    "need_missing",
    "need_name",
    "note_text",
    "notice_text",
    "notice_to_json",
    "pay_text",
    "plan_to_json",
    "reason_text",
    "speaking",
    "spoken_plan",
    "start_pay",
    "start_pay_short",
    "start_title",
    "step_title",
    "step_to_json",
    "way_names",
    "way_parts",
    "whose_pay",
]

_HOMES = {
    "catalogue": ("speaking",),
    "needs": ("need_asked", "need_has", "need_missing", "need_name"),
    "notices": ("notice_text",),
    "plan_json": ("answer_to_json", "notice_to_json", "plan_to_json", "step_to_json"),
    "plans": (
        "confidence_text",
        "gain_unknown",
        "goal_title",
        "later_text",
        "names_text",
        "pay_text",
        "reason_text",
        "spoken_plan",
        "start_pay",
        "start_pay_short",
        "start_title",
        "whose_pay",
    ),
    "steps": ("first_action_text", "note_text", "step_title"),
    "ways": ("way_names", "way_parts"),
}


def __getattr__(name: str) -> Any:
    # Sentences of plans load `plan`; who needs the catalogue alone does not pay for it.
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            found = getattr(import_module(f"careerlattice.wording.{home}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module 'careerlattice.wording' has no attribute {name!r}")
