"""The states, the District of Columbia and the territories that publish wages."""

from __future__ import annotations

from dataclasses import dataclass

from careerlattice.vocab.names import fold


@dataclass(frozen=True, slots=True)
class State:
    """A state: postal code `OH`, census number `39`, name `Ohio`."""

    postal: str
    fips: str
    name: str


_ROWS = """
AL 01 Alabama|AK 02 Alaska|AZ 04 Arizona|AR 05 Arkansas|CA 06 California|CO 08 Colorado
CT 09 Connecticut|DE 10 Delaware|DC 11 District of Columbia|FL 12 Florida|GA 13 Georgia
HI 15 Hawaii|ID 16 Idaho|IL 17 Illinois|IN 18 Indiana|IA 19 Iowa|KS 20 Kansas|KY 21 Kentucky
LA 22 Louisiana|ME 23 Maine|MD 24 Maryland|MA 25 Massachusetts|MI 26 Michigan|MN 27 Minnesota
MS 28 Mississippi|MO 29 Missouri|MT 30 Montana|NE 31 Nebraska|NV 32 Nevada|NH 33 New Hampshire
NJ 34 New Jersey|NM 35 New Mexico|NY 36 New York|NC 37 North Carolina|ND 38 North Dakota|OH 39 Ohio
OK 40 Oklahoma|OR 41 Oregon|PA 42 Pennsylvania|RI 44 Rhode Island|SC 45 South Carolina
SD 46 South Dakota|TN 47 Tennessee|TX 48 Texas|UT 49 Utah|VT 50 Vermont|VA 51 Virginia
WA 53 Washington|WV 54 West Virginia|WI 55 Wisconsin|WY 56 Wyoming|GU 66 Guam|PR 72 Puerto Rico
VI 78 Virgin Islands
"""

STATES: tuple[State, ...] = tuple(
    State(*cell.split(" ", 2)) for line in _ROWS.strip().splitlines() for cell in line.split("|")
)
BY_POSTAL = {state.postal: state for state in STATES}
BY_FIPS = {state.fips: state for state in STATES}
_BY_NAME = {fold(state.name): state for state in STATES}
for _said in ("washington dc", "washington d c", "d c"):
    _BY_NAME[_said] = BY_POSTAL["DC"]
for _said in ("us virgin islands", "u s virgin islands"):
    _BY_NAME[_said] = BY_POSTAL["VI"]


def find_state(text: str) -> State | None:
    """The state named by a postal code or a name in any case, or none."""
    stripped = text.strip()
    return BY_POSTAL.get(stripped.upper()) or _BY_NAME.get(fold(stripped))
