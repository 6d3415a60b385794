"""`manage.py run`: the whole portal on this machine, under one process manager."""

import os

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.processes import ports as port_check
from cms.processes import specs
from cms.processes.manager import PortalManager, ProcessEnded, Stop
from cms.processes.readiness import NotReady

USED_FOR = {
    "web": "the site",
    "events": "the event stream",
    "simulator": "the 1C simulator",
    "redis": "the portal's own Valkey",
}


class Command(BaseCommand):
    help = "Starts web, events, worker, loader, scheduler, 1C simulator and, unless REDIS_URL is set, a Valkey."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--log-level", default="WARNING", help="of all processes; INFO shows each request and task")

    def handle(self, *args, log_level, **options):
        ports = self.checked_ports()
        environment = {"LOG_LEVEL": log_level, **specs.addresses(ports), **os.environ}
        try:
            with PortalManager(environment, str(settings.BASE_DIR)) as manager:
                self.start(manager, ports, log_level)
                self.stdout.write(banner(environment))
                manager.watch()
        except Stop:
            self.stdout.write("The portal has stopped.")
        except (ProcessEnded, NotReady) as error:
            raise CommandError(str(error)) from None

    def checked_ports(self) -> specs.Ports:
        """The ports to use; CommandError when one is not a number or is taken."""
        try:
            ports = specs.Ports.from_environment()
        except ValueError as error:
            raise CommandError(str(error)) from None
        wanted = {name: getattr(ports, name) for name in USED_FOR if name != "redis" or own_valkey()}
        messages = [taken(name, port) for name, port in wanted.items() if not port_check.is_free(port)]
        if messages:
            raise CommandError("\n".join(messages))
        return ports

    def start(self, manager: PortalManager, ports: specs.Ports, log_level: str) -> None:
        """Starts the processes in the order in which they need each other."""
        data = settings.PORTAL_DATA
        if own_valkey():
            manager.start(specs.valkey(ports.redis, data, settings.REDIS_URL))
        manager.start(specs.simulator(ports.simulator, data))
        self.stdout.write("Preparing the database and the demo…")
        manager.once(specs.prepare())
        manager.start(
            specs.web(ports.web, workers=max(2, os.cpu_count() or 2)),
            specs.events(ports.events),
            specs.worker(loglevel=log_level),
            specs.loader(loglevel=log_level),
            specs.scheduler(data, loglevel=log_level),
        )


def own_valkey() -> bool:
    return not os.environ.get("REDIS_URL")


def taken(name: str, port: int) -> str:
    return port_check.taken_port_message(port, specs.Ports.VARIABLES[name], USED_FOR[name])


def banner(environment: dict[str, str]) -> str:
    """Addresses and, in the demo, its accounts."""
    portal = environment["PORTAL_URL"].rstrip("/")
    lines = [
        "",
        f"  Site             {portal}/ru/  {portal}/en/  {portal}/kk/",
        f"  Cabinet          {portal}/cabinet/",
        f"  Wagtail admin    {portal}/admin/",
        f"  API              {portal}/api/v1/docs/",
        f"  1C simulator     {environment['ONEC_URL']}",
        "",
    ]
    return "\n".join([*lines, *(accounts() if settings.DEMO else []), "  Ctrl-C stops everything.", ""])


def accounts() -> list[str]:
    from cms.demo import demo_accounts

    rows = [(str(title), email, password) for title, email, password in demo_accounts()]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    listed = [f"  {title:<{widths[0]}}  {email:<{widths[1]}}  {password}" for title, email, password in rows]
    return ["  Demo accounts (role, e-mail, password):", "", *listed, ""]
