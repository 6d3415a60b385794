"""Who edits what in the Wagtail admin, as shipped: set once a group, then it is the administrator's to change.

The platform administrator and the editor-in-chief work on every page; the Connect manager on the news, in every
language. The news author writes news, which the editor-in-chief publishes (content/workflow.py). All submit pages for
translation: content/translation checks that they may edit the very page they submit.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from cms.access.roles import CONNECT_MANAGER, PLATFORM_ADMIN
from content.editors import EDITOR_IN_CHIEF, NEWS_AUTHOR
from content.models import NewsIndexPage, OpenedRole

ENTER = "wagtailadmin.access_admin"
SUBMIT = "wagtail_localize.submit_translation"
WRITE = ["add_page", "change_page"]
NEWS = [*WRITE, "publish_page"]
EVERY_PAGE = [*NEWS, "bulk_delete_page", "lock_page", "unlock_page"]
AROUND_PAGES = [
    f"content.{action}_{model}"
    for model in ("siteframe", "banner")
    for action in ("add", "change", "delete", "publish")
]
OWN_IMAGES = ["wagtailimages.add_image", "wagtailimages.choose_image"]
EVERY_FILE = [
    *OWN_IMAGES,
    "wagtailimages.change_image",
    "wagtailimages.delete_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
    "wagtaildocs.delete_document",
    "wagtailcore.add_collection",
    "wagtailcore.change_collection",
    "wagtailcore.delete_collection",
]
RUBRICS = [f"content.{action}_rubric" for action in ("add", "change", "delete", "view")]
GLOSSARY = [f"content.{action}_glossaryterm" for action in ("add", "change", "delete")]
SITE = [
    f"{app}.{action}_{model}"
    for app, model in (
        ("wagtailcore", "locale"),
        ("wagtailcore", "site"),
        ("wagtailcore", "workflow"),
        ("wagtailcore", "task"),
        ("wagtailcore", "apitoken"),
        ("wagtailredirects", "redirect"),
    )
    for action in ("add", "change", "delete")
]


def open_to_editors() -> None:
    """Give the two roles their permissions, if they were not given before."""
    if administrators := _first_time(PLATFORM_ADMIN):
        administrators.permissions.add(*_permissions([ENTER, SUBMIT, *SITE, *RUBRICS]))
        _give_pages(administrators, Page.get_first_root_node(), EVERY_PAGE)
        _give_files(administrators, EVERY_FILE)
    if administrators := _first_time(PLATFORM_ADMIN, "around-pages"):
        administrators.permissions.add(*_permissions(AROUND_PAGES))
    if managers := _first_time(CONNECT_MANAGER):
        managers.permissions.add(*_permissions([ENTER, SUBMIT]))
        _give_files(managers, OWN_IMAGES)
        for news_list in NewsIndexPage.objects.all():
            _give_pages(managers, news_list, NEWS)
    if authors := _first_time(NEWS_AUTHOR):
        authors.permissions.add(*_permissions([ENTER, SUBMIT]))
        _give_files(authors, OWN_IMAGES)
        for news_list in NewsIndexPage.objects.all():
            _give_pages(authors, news_list, WRITE)
    if chiefs := _first_time(EDITOR_IN_CHIEF):
        chiefs.permissions.add(*_permissions([ENTER, SUBMIT]))
        _give_pages(chiefs, Page.get_first_root_node(), EVERY_PAGE)
        _give_files(chiefs, EVERY_FILE)
    _open_glossary()


def _open_glossary() -> None:
    for role in (PLATFORM_ADMIN, CONNECT_MANAGER, NEWS_AUTHOR, EDITOR_IN_CHIEF):
        if editors := _first_time(role, "glossary"):
            editors.permissions.add(*_permissions(GLOSSARY))


def open_to_news_editors(news_list: NewsIndexPage) -> None:
    """A new list of news, of whatever language, is the Connect manager's and the authors' to fill."""
    for role, codenames in {CONNECT_MANAGER: NEWS, NEWS_AUTHOR: WRITE}.items():
        if group := _group(role):
            _give_pages(group, news_list, codenames)


def _group(role: str) -> Group | None:
    return Group.objects.filter(role__code=role).first()


def _first_time(role: str, what: str = "") -> Group | None:
    """The role's group, once (for `what` came later: once more); None ever after, and while there is no such role."""
    group, code = _group(role), f"{role}-{what}" if what else role
    return group if group and OpenedRole.objects.get_or_create(code=code)[1] else None


def _give_pages(group: Group, page: Page, codenames: list[str]) -> None:
    for permission in _permissions([f"wagtailcore.{codename}" for codename in codenames]):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def _give_files(group: Group, names: list[str]) -> None:
    root = Collection.get_first_root_node()
    for permission in _permissions(names):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _permissions(names: list[str]) -> list[Permission]:
    """The permissions called `names` that exist: a flushed database has lost those made by migrations."""
    found = []
    for name in names:
        app_label, codename = name.split(".")
        found += Permission.objects.filter(content_type__app_label=app_label, codename=codename)
    return found
