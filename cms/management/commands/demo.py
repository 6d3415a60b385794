"""`manage.py demo`: what a first visitor finds. A second run changes nothing and takes a moment."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms import demo, modules


class Command(BaseCommand):
    help = "Loads the demo: accounts, the first data from 1C, the site and a few orders."

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("DEMO is off: the demo's accounts have a published password. Set DEMO=true to load it.")
        demo.load_people()
        for config, module in modules.found("demo"):
            module.load()
            self.stdout.write(f"  {config.verbose_name}")
