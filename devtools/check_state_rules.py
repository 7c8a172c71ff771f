"""Check what is written of the states' own law: `python -m devtools.check_state_rules [FILE …]`.

Without a file, all of `content/requirements/states`. Prints every mistake with its file and row,
then what is only told because no way in has a place for it, then the counts. Ends with 1 when
something is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from careerlattice.build.entry_files import FOLDER, read_blocks
from careerlattice.build.state_rules import (
    STATES_FOLDER,
    StateRule,
    read_rules_file,
    told_only,
    twice,
    unknown_codes,
)
from careerlattice.catalog.catalog import open_release
from careerlattice.errors import CareerlatticeError


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the files and print what was found. Returns 1 when something is wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m devtools.check_state_rules", description=__doc__
    )
    parser.add_argument("file", nargs="*", type=Path, help="files of rules; all without any")
    named = parser.parse_args(arguments).file
    files = named or sorted((FOLDER / STATES_FOLDER).glob("*.yaml"))
    blocks, codes = read_blocks(), [str(code) for code in open_release().codes]
    rules: list[StateRule] = []
    flaws: list[str] = []
    for file in files:
        try:
            found, wrong = read_rules_file(file, blocks)
        except CareerlatticeError as error:
            found, wrong = [], [str(error)]
        rules += found
        flaws += wrong
    flaws += twice(rules)
    flaws += [
        f"{rule.file}: {rule.license}: one of {', '.join(rule.codes)} begins no occupation's code"
        for rule in unknown_codes(rules, codes)
    ]
    for flaw in flaws:
        print(f"WRONG  {flaw}")
    notes = Counter(
        f"{rule.file}: {rule.license}: {note}" for rule in rules for note in told_only(rule, blocks)
    )
    for note, states in notes.items():
        print(f"note   {note} ({states} states)")
    for name, count in Counter(rule.file for rule in rules).items():
        licenses = len({(rule.license, rule.codes) for rule in rules if rule.file == name})
        print(f"{name}: {count} rules of {licenses} rows")
    print(f"{len(flaws)} mistakes" if flaws else "All rules hold together.")
    return 1 if flaws else 0


if __name__ == "__main__":
    sys.exit(main())
