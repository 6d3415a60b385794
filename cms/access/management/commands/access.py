"""Questions about access from the server's shell."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.core.management.base import BaseCommand, CommandError

from cms.access import permissions
from cms.access.choosers import found
from cms.access.roles import GUEST
from cms.access.why import Explanation, Verdict, explain

SIGNS = {Verdict.MATCHES: "=", Verdict.DIFFERS: "≠", Verdict.PASSED_OVER: "~", Verdict.CLOSED: "×"}


class Command(BaseCommand):
    help = "access why USER PERMISSION [OBJECT]: what allows it, or what is missing."

    def add_arguments(self, parser) -> None:
        questions = parser.add_subparsers(dest="question", required=True)
        why = questions.add_parser("why", help="why a user may do something with an object, or why not")
        why.add_argument("user", help=f"e-mail address, or {GUEST!r} for somebody who is not signed in")
        why.add_argument("permission", help="for example ordering.view_order")
        why.add_argument("object", nargs="?", default="", help="its key, number or name")

    def handle(self, *args, **options) -> None:
        user = _user(options["user"])
        try:
            declared = permissions.get(options["permission"])
        except permissions.UnknownPermission as error:
            raise CommandError(f"{error} Known: {', '.join(sorted(permissions.names()))}") from None
        obj = _object(declared, options["object"])
        self.show(explain(user, declared.name, obj), user, obj)

    def show(self, said: Explanation, user, obj) -> None:
        about = f" {obj}" if obj is not None else ""
        self.stdout.write(f"{'YES' if said.allowed else 'NO'}: {user}, {said.permission.name}{about}")
        for role, level in said.levels:
            self.stdout.write(f"  role {role.code}: {level.name.lower()}")
        for check in said.grants:
            limits = ", ".join(f"{one.axis} {SIGNS[one.verdict]} {one.limit}" for one in check.axes) or "*"
            self.stdout.write(f"  grant {check.grant.pk} {'opens' if check.opens else 'does not open'}: {limits}")
        for missing in said.missing:
            self.stdout.write(f"  {missing}")


def _user(email: str):
    if email == GUEST:
        return AnonymousUser()
    user = get_user_model().objects.filter(email__iexact=email).first()
    if user is None:
        raise CommandError(f"Nobody has the address {email}.")
    return user


def _object(declared: permissions.Permission, words: str):
    model = declared.scope.model
    if model is None or not words:
        return None
    try:
        exact = model._base_manager.filter(pk=model._meta.pk.to_python(words)).first()
    except Exception:
        exact = None
    some = [exact] if exact else list(found(model._default_manager.order_by("pk"), words)[:10])
    if len(some) != 1:
        listed = "".join(f"\n  {one.pk}  {one}" for one in some)
        raise CommandError(f"{len(some)} objects are called {words!r}; name one by its key.{listed}")
    return some[0]
