"""`manage.py onec`: the exchange with 1C from the command line."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from integration.management import check, loads, reconcile, regulation_page, simulate, status

SUBCOMMANDS = {
    "load": loads,
    "reconcile": reconcile,
    "status": status,
    "simulate": simulate,
    "regulation": regulation_page,
    "check": check,
}


class Command(BaseCommand):
    help = "Exchange with 1C: load data, show where the exchange stands, run a simulated base."

    def add_arguments(self, parser: ArgumentParser) -> None:
        commands = parser.add_subparsers(
            dest="subcommand", required=True, metavar="load | reconcile | status | check | regulation | simulate"
        )
        for name, module in SUBCOMMANDS.items():
            module.add_arguments(commands.add_parser(name, help=module.HELP, description=module.HELP))

    def handle(self, *args, **options) -> None:
        SUBCOMMANDS[options["subcommand"]].run(self, options)
