"""Celery beat's scheduler, made to outlive a power cut."""

import logging

from celery.beat import PersistentScheduler

log = logging.getLogger(__name__)


class Scheduler(PersistentScheduler):
    """Keeps its notes (when each entry last ran) in a file. A torn file is begun anew: the tasks know what is due."""

    def setup_schedule(self) -> None:
        """Celery recovers from some kinds of damage and ends at every start with the others (EOFError)."""
        try:
            super().setup_schedule()
        except Exception:
            log.exception("The scheduler's notes in %s are damaged and begun anew", self.schedule_filename)
            self._remove_db()
            super().setup_schedule()
