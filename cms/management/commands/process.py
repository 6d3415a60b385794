"""`manage.py process web`: becomes one process of the portal, for containers and systemd."""

import os

from django.conf import settings
from django.core.management.base import BaseCommand

from cms.processes import specs


class Command(BaseCommand):
    help = "Becomes one process: web, events, worker, loader or scheduler. Options by environment: docs/operations.md."

    def add_arguments(self, parser):
        parser.add_argument("name", choices=sorted(MAKERS))

    def handle(self, *args, name, **options):
        settings.PORTAL_DATA.mkdir(parents=True, exist_ok=True)
        argv = MAKERS[name](specs.Ports.from_environment()).argv
        os.execv(argv[0], argv)


def host() -> str:
    return os.environ.get("LISTEN", "127.0.0.1")


def count(variable: str, default: int) -> int:
    return int(os.environ.get(variable, default))


MAKERS = {
    "web": lambda ports: specs.web(ports.web, host(), count("WEB_WORKERS", os.cpu_count() or 2)),
    "events": lambda ports: specs.events(ports.events, host()),
    "worker": lambda ports: specs.worker(
        count("WORKER_THREADS", 8),
        os.environ.get("LOG_LEVEL", "INFO"),
        os.environ.get("WORKER_QUEUES", specs.ORDERS),
    ),
    "loader": lambda ports: specs.loader(count("LOADER_PROCESSES", 2), os.environ.get("LOG_LEVEL", "INFO")),
    "scheduler": lambda ports: specs.scheduler(settings.PORTAL_DATA, os.environ.get("LOG_LEVEL", "INFO")),
}
