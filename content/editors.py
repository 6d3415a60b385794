"""The two roles of editors, besides the shipped ones: an administrator gives, renames or deletes them like copies."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import translation
from django.utils.translation import gettext, gettext_noop

from cms.access.models import Role
from cms.access.roles import GUEST, STAFF
from cms.access.sync import restore_defaults
from content.models import OpenedRole

NEWS_AUTHOR, EDITOR_IN_CHIEF = "news_author", "editor_in_chief"
TITLES = {NEWS_AUTHOR: gettext_noop("News author"), EDITOR_IN_CHIEF: gettext_noop("Editor-in-chief")}


def ensure_editors() -> None:
    """Make the roles once. Of the business they see what a guest sees: nothing."""
    for code, title in TITLES.items():
        if OpenedRole.objects.filter(code=code).exists() or Role.objects.filter(code=code).exists():
            continue
        group, _created = Group.objects.get_or_create(name=code)
        restore_defaults(Role.objects.create(group=group, code=code, side=STAFF, base=GUEST, titles=_named(title)))


def _named(title: str) -> dict[str, str]:
    """The title by language."""
    names = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            names[language] = gettext(title)
    return names
