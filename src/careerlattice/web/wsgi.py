"""The WSGI application that Granian runs. Importing it opens and warms the catalog."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerlattice.web.settings")

from django.core.wsgi import get_wsgi_application

from careerlattice.web.http.bodies import bodies_in_time
from careerlattice.web.main_process import end_with_main_process
from careerlattice.web.warm_up import seldom_collect, warm_up

# Beside a plan or a PDF a page is a few milliseconds of work: it shall not wait longer to begin.
sys.setswitchinterval(0.001)
end_with_main_process()
application = bodies_in_time(get_wsgi_application())
warm_up()
seldom_collect()
