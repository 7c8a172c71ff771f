"""A worker ends with the process that started it, however that one ended."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import wait

logger = logging.getLogger(__name__)
GRACE_S = 5.0
LOOK_EVERY_S = 0.5


def end_with_main_process() -> None:
    """Watch for the end of the main process, where there is one, and end this one after it.

    A main process that was killed cannot tell its workers; left alone they would go on answering
    and hold the port.
    """
    main = multiprocessing.parent_process()
    if main is not None:
        threading.Thread(target=_watch, args=(main.sentinel, os.getppid()), daemon=True).start()


def _watch(sentinel: int, begun_by: int) -> None:
    # A worker forked later holds the other end of this one's sentinel, which then tells of the end
    # of both; the parent's number changes at once.
    while not wait([sentinel], LOOK_EVERY_S) and os.getppid() == begun_by:
        pass
    logger.warning("The main process is gone; this worker ends too.")
    # Requests at work are answered first; what then still runs is cut.
    threading.Timer(GRACE_S, os._exit, (1,)).start()
    os.kill(os.getpid(), signal.SIGTERM)
