"""`manage.py accounts`: ways in for those who are locked out, from the server's shell."""

from argparse import ArgumentParser

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from cms.accounts.models import User
from cms.accounts.services import second_factor_forget, sign_in_unlock
from cms.accounts.sessions import sessions_end_all


class Command(BaseCommand):
    help = "Unlocks an account, forgets its second factor, or ends its sessions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        for name, does in [
            ("unlock", "forget failed attempts: sign-in is open again"),
            ("forget-second-factor", "for a lost telephone: the password alone again; ends sessions"),
            ("end-sessions", "sign the user out everywhere"),
        ]:
            actions.add_parser(name, help=does).add_argument("email")

    def handle(self, *args, action: str, email: str, **options) -> None:
        user = get_user_model().objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"Nobody has the address {email}.")
        self.stdout.write(ACTIONS[action](user))


def unlock(user: User) -> str:
    sign_in_unlock(user=user)
    return f"{user.email} may sign in again."


def forget_second_factor(user: User) -> str:
    if not second_factor_forget(user=user):
        raise CommandError(f"{user.email} has no second factor.")
    return f"{user.email} signs in by password alone now."


def end_sessions(user: User) -> str:
    sessions_end_all(user=user, by=None)
    return f"{user.email} is signed out everywhere."


ACTIONS = {"unlock": unlock, "forget-second-factor": forget_second_factor, "end-sessions": end_sessions}
