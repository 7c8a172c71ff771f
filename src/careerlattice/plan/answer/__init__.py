"""The answer to a plan request: plans of steps, money, notices and, when asked for, the trace."""

from __future__ import annotations

from careerlattice.plan.answer.labels import GoalLabel, StartLabel
from careerlattice.plan.answer.money import Money, MoneyYear, Pay
from careerlattice.plan.answer.names import Aim, PlanName
from careerlattice.plan.answer.notice import Notice, NoticeKind
from careerlattice.plan.answer.plan import LaterCredential, Plan, PlanAnswer, SearchReport
from careerlattice.plan.answer.reason import Confidence, Frequency, Reason, ReasonKind
from careerlattice.plan.answer.step import (
    FirstAction,
    FirstActionKind,
    Hiring,
    Need,
    NeedKind,
    Note,
    NoteKind,
    Remedy,
    Step,
    StepKind,
    Task,
)
from careerlattice.plan.answer.trace import Rule, TracedLeg, TracedRoute

__all__ = [
    "Aim",
    "Confidence",
    "FirstAction",
    "FirstActionKind",
    "Frequency",
    "GoalLabel",
    "Hiring",
    "LaterCredential",
    "Money",
    "MoneyYear",
    "Need",
    "NeedKind",
    "Note",
    "NoteKind",
    "Notice",
    "NoticeKind",
    "Pay",
    "Plan",
    "PlanAnswer",
    "PlanName",
    "Reason",
    "ReasonKind",
    "Remedy",
    "Rule",
    "SearchReport",
    "StartLabel",
    "Step",
    "StepKind",
    "Task",
    "TracedLeg",
    "TracedRoute",
]
