"""`manage.py prepare`: what a new version or an empty machine needs before the processes start."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Migrates the database and collects the static files; in demo mode also loads the demo. May be repeated."

    def handle(self, *args, **options):
        settings.PORTAL_DATA.mkdir(parents=True, exist_ok=True)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if settings.DEMO:
            call_command("demo", stdout=self.stdout)
