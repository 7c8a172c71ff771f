"""What a license costs and takes: its own figures, else those of licenses in general."""

from __future__ import annotations

from careerlattice.requirements.entry import AskedIn, LicenseGate
from careerlattice.requirements.license_terms import license_terms
from careerlattice.requirements.parameters import LICENSE_MONTHS, LICENSE_USD
from careerlattice.vocab.amounts import Span


def _gate(asked_in: AskedIn, fee: Span | None = None, wait: Span | None = None) -> LicenseGate:
    return LicenseGate(
        number=1, granted_by="state", asked_in=asked_in, name="License", fee=fee, wait=wait
    )


def test_the_first_license_that_most_must_hold_tells_the_terms() -> None:
    seldom = _gate(AskedIn.VOLUNTARY, Span(900, 1_000), Span(9, 12))
    own = _gate(AskedIn.ALL_STATES, Span(75, 250), Span(0, 3))
    terms = license_terms([seldom, own])
    assert (terms.usd_low, terms.usd, terms.usd_high) == (75, 162, 250)
    # Nobody holds it on the day of the application.
    assert (terms.months, terms.months_usual) == (1, 2)
    assert not terms.is_estimate


def test_unknown_terms_are_those_of_licenses_in_general_and_say_so() -> None:
    terms = license_terms([_gate(AskedIn.MOST_STATES)])
    assert terms.is_estimate
    assert terms.usd == terms.usd_low == terms.usd_high == LICENSE_USD.value
    assert terms.months == terms.months_usual == LICENSE_MONTHS.value
    assert license_terms([]).is_estimate


def test_fee_and_time_are_known_apart() -> None:
    fee_known = license_terms([_gate(AskedIn.MOST_STATES, fee=Span(75, 250))])
    assert (fee_known.is_estimate, fee_known.is_wait_estimate) == (False, True)
    wait_known = license_terms([_gate(AskedIn.MOST_STATES, wait=Span(0, 3))])
    assert (wait_known.is_estimate, wait_known.is_wait_estimate) == (True, False)
