"""All that pages and library say, in one file for translators.

Django's own `makemessages` reads templates and code, in a copy so that nothing else is written.
Needs xgettext.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PAGES = Path(__file__).parents[1] / "src" / "careerlattice" / "web"
LIBRARY = PAGES.parent / "wording" / "locale" / "careerlattice.pot"
_HEAD = re.compile(r'\A(?:#.*\n)*msgid ""\nmsgstr ""\n(?:".*\n)*\n')
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def all_messages() -> str:
    """The list: sorted, without places and dates, so that it changes with words alone."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "web"
        shutil.copytree(PAGES, copy, ignore=shutil.ignore_patterns("static", "locale", "onet"))
        (copy / "locale").mkdir()
        script = (
            "import os, sys; os.chdir(sys.argv[1]);"
            "from django.core.management import execute_from_command_line as run;"
            "run(['django-admin', 'makemessages', '-l', 'en', '--keep-pot', '--no-location'])"
        )
        # Without the settings of a server, whose folder of languages would be written instead.
        bare = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
        command = [sys.executable, "-c", script, str(copy)]
        subprocess.run(command, check=True, capture_output=True, env=bare)
        found = copy / "locale" / "django.pot"
        options = ("--use-first", "--sort-output", "--no-location")
        command = ["msgcat", *options, str(found), str(LIBRARY)]
        sorted_ = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return HEADER + _HEAD.sub("", sorted_)


if __name__ == "__main__":
    written = Path(sys.argv[1])
    written.parent.mkdir(parents=True, exist_ok=True)
    written.write_text(all_messages(), encoding="utf-8")
