"""The real page of a draft: in the admin's preview, as a guest, as a role or in another language, and by a link.

Modes of the admin's preview: "guest", "as-<role>" and "in-<language>" for each other language the page exists in.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils.translation import gettext
from wagtail.models import Page

from cms.access.models import Role
from cms.accounts.api.views import session_of
from content.delivery.documents import page_document
from content.delivery.finding import found
from content.delivery.store import answer_of
from content.drafts.latest import latest_draft
from content.shell.document import DRAFT, html_of
from content.shell.state import state_of

GUEST, AS, IN = "guest", "as-", "in-"


def modes_of(page: Page) -> list[tuple[str, str]]:
    """The admin's choice of previews of `page`, the guest's first."""
    roles = Role.objects.select_related("group").order_by("pk")
    seen_as = gettext("As: %(role)s")
    return [
        (GUEST, gettext("As a guest")),
        *(
            (f"{IN}{language}", gettext("Translation: %(language)s") % {"language": name})
            for language, name in _others(page)
        ),
        *((f"{AS}{role.code}", seen_as % {"role": role.title}) for role in roles if role.code != GUEST),
    ]


def preview_response(page: Page, mode: str, user) -> HttpResponse:
    """`page` as it is in memory, in one of its modes; raises PermissionDenied for a translation `user` may not edit."""
    if mode.startswith(IN):
        page = _translation_of(page, mode.removeprefix(IN), user)
    preview = {"kind": "panel", "session": _session(mode.removeprefix(AS) if mode.startswith(AS) else None)}
    return draft_response(page, preview)


def draft_by_link(page: Page, until: datetime) -> HttpResponse:
    """`page` as it is in memory, for whoever has a link that works until then."""
    return draft_response(page, {"kind": "link", "session": _session(None), "until": until.isoformat()})


def draft_response(page: Page, preview: dict[str, Any]) -> HttpResponse:
    """The front end starts at the page's own address and not at the one in the browser, and asks for nothing."""
    document = json.loads(answer_of(page_document(found(page))).body)
    language = page.locale.language_code
    response = HttpResponse(html_of(state_of(document["path"], language, document, preview), language, DRAFT))
    response["Cache-Control"], response["X-Robots-Tag"] = "no-store, private", "noindex"
    return response


def _others(page: Page) -> Iterator[tuple[str, str]]:
    """Code and name of each other language the saved page exists in."""
    if page.pk is None:
        return
    made = set(page.get_translations().values_list("locale__language_code", flat=True))
    yield from ((code, str(name)) for code, name in settings.WAGTAIL_CONTENT_LANGUAGES if code in made)


def _translation_of(page: Page, language: str, user) -> Page:
    target = page.get_translations().filter(locale__language_code=language).first()
    if target is None or not target.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return latest_draft(target)


def _session(role_code: str | None) -> dict[str, Any]:
    """A guest's session; with a role that of nobody in particular who has it. It opens nothing: the page only shows."""
    session = session_of(AnonymousUser())
    role = role_code and Role.objects.select_related("group").filter(code=role_code).first()
    return json.loads(answer_of({**session, "user": _somebody(role) if role else None}).body)


def _somebody(role: Role) -> dict[str, Any]:
    return {
        "id": 0,
        "email": "",
        "name": role.title,
        "language": settings.LANGUAGE_CODE,
        "roles": [{"code": role.code, "name": role.title}],
        "side": role.side,
        "second_factor": "off",
        "second_factor_required": False,
    }
