"""What a job zone asks, in a sentence for each of education, experience and training."""

from __future__ import annotations

from careerlattice.vocab.levels import EducationLevel
from careerlattice.wording.catalogue import say
from careerlattice.wording.spans import months_told


def zone_education(level: EducationLevel) -> str:
    """What schooling half of the occupations of a zone ask at most."""
    return say("Usually {level}.", level=level.phrase)


def zone_experience(months: float) -> str:
    """How much related work half of the occupations of a zone ask at most."""
    if months < 1:
        return say("Usually no earlier work in the field is needed.")
    return say("Usually {time} of related work.", time=months_told(round(months)))


def zone_training(months: float) -> str:
    """How long half of the occupations of a zone train on the job at most."""
    if months < 1:
        return say("Usually less than a month of training on the job.")
    return say("Usually {time} of training on the job.", time=months_told(round(months)))
