"""Who am I, what may I do, in which language."""

from django.conf import settings
from django.contrib.auth.password_validation import password_validators_help_texts
from django.middleware.csrf import get_token
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from cms import modules
from cms.access import permissions
from cms.access.holder import Holder, holder_of
from cms.access.levels import Level
from cms.access.models import Role
from cms.access.roles import CARRIER, CLIENT, STAFF
from cms.access.roles import PUBLIC as PUBLIC_SIDE
from cms.accounts import second_factor
from cms.accounts.api.serializers import PasswordRulesSerializer, SessionChangeSerializer, SessionSerializer
from cms.accounts.models import User
from cms.accounts.services import user_set_language
from cms.api.views import PUBLIC, SIGNED_IN, PortalView

SIDES_BY_WEIGHT = (STAFF, CARRIER, CLIENT)  # who has roles on two sides is shown the weightier one's cabinet


class SessionView(PortalView):
    permission = {"GET": PUBLIC, "PATCH": SIGNED_IN}

    @extend_schema(responses=SessionSerializer)
    def get(self, request: Request) -> Response:
        """The caller's session, guests' too. Sets the CSRF cookie."""
        get_token(request._request)
        return Response(session_of(request.user))

    @extend_schema(request=SessionChangeSerializer, responses=SessionSerializer)
    def patch(self, request: Request) -> Response:
        """Change the user's language: that of mails, and of answers to requests that name none.

        In a client's cabinet it stays the client's.
        """
        change = SessionChangeSerializer(data=request.data)
        change.is_valid(raise_exception=True)
        if acted_by(request.user) is None:
            user_set_language(user=request.user, language=change.validated_data["language"])
        return Response(session_of(request.user))


class PasswordRulesView(PortalView):
    permission = PUBLIC

    @extend_schema(responses=PasswordRulesSerializer)
    def get(self, request: Request) -> Response:
        """What a new password must be like, told before one is typed."""
        return Response({"rules": password_validators_help_texts()})


def session_of(user) -> dict:
    """What SessionSerializer describes."""
    holder = holder_of(user)
    return {
        "user": told(user) if user.is_authenticated else None,
        "acting": _acting(user),
        "permissions": levels_of(holder),
        "modules": [module.label for module in modules.portal_modules() if module.label not in holder.off],
        "menu": menu_of(holder),
        "events_url": settings.EVENTS_URL,
        "demo": settings.DEMO,
    }


def told(user: User) -> dict:
    enabled = second_factor.is_enabled(user)
    required = acted_by(user) is None and second_factor.is_required_of(user)
    roles = list(Role.objects.filter(group__user=user).select_related("group").order_by("pk"))
    return {
        "id": user.pk,
        "email": user.email,
        "name": user.name,
        "language": user.language,
        "roles": [{"code": role.code, "name": role.title} for role in roles],
        "side": side_of(user, {role.side for role in roles}),
        "second_factor": "on" if enabled else "missing" if required else "off",
        "second_factor_required": required,
    }


def acted_by(user):
    """The person at the keyboard, where they work in another's cabinet (cms.acting); else None."""
    return getattr(user, "acted_by", None)


def _acting(user) -> dict | None:
    person = acted_by(user)
    return person and {"name": person.name, "email": person.email, "until": user.acted_until}


def side_of(user: User, sides: set[str]) -> str:
    """The side whose cabinet the user is shown; a superuser without roles is staff."""
    known = sides | ({STAFF} if user.is_superuser else set())
    return next((side for side in SIDES_BY_WEIGHT if side in known), PUBLIC_SIDE)


def levels_of(holder: Holder) -> dict[str, str]:
    held = {declared.name: holder.level(declared.name) for declared in permissions.declared()}
    return {name: level.name.lower() for name, level in held.items() if level > Level.NONE}


def menu_of(holder: Holder) -> list[dict]:
    return [
        {"code": entry.code, "title": entry.title, "path": entry.path, "icon": entry.icon}
        for entry in modules.menu()
        if holder.level(entry.permission) > Level.NONE
    ]
