"""Who edits what in the Wagtail admin, as shipped.

Each permission is given once and then the administrator's to take away: what a later version of the portal ships is
given at its first `migrate`, what was given before is not given again.

The platform administrator and the editor-in-chief work on every page; the Connect manager on the news, in every
language. The news author writes news, which the editor-in-chief publishes (content/workflow.py). All submit pages for
translation: content/translation checks that they may edit the very page they submit.
"""

from collections.abc import Iterable
from dataclasses import dataclass

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
RUBRICS = [f"content.{action}_rubric" for action in ("add", "change", "delete", "view", "publish")]
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


@dataclass(frozen=True)
class Shipped:
    """What a role is given on the site as a whole, on pages (`of_news`: lists of news only) and on files."""

    site: list[str]
    pages: list[str]
    files: list[str]
    of_news: bool = False

    def names(self) -> dict[str, str]:
        """What is remembered as given → the permission that it means."""
        parts = {"": self.site, "pages:": [f"wagtailcore.{name}" for name in self.pages], "files:": self.files}
        return {f"{part}{name}": name for part, names in parts.items() for name in names}


EDITING = [ENTER, SUBMIT, *GLOSSARY]
SHIPPED = {
    PLATFORM_ADMIN: Shipped([*EDITING, *SITE, *RUBRICS, *AROUND_PAGES], EVERY_PAGE, EVERY_FILE),
    EDITOR_IN_CHIEF: Shipped(EDITING, EVERY_PAGE, EVERY_FILE),
    CONNECT_MANAGER: Shipped(EDITING, NEWS, OWN_IMAGES, of_news=True),
    NEWS_AUTHOR: Shipped(EDITING, WRITE, OWN_IMAGES, of_news=True),
}


def open_to_editors() -> None:
    """Give each role what it was never given before. A role that was deleted is left out."""
    for role, shipped in SHIPPED.items():
        if group := _group(role):
            opened, _created = OpenedRole.objects.get_or_create(code=role)
            _give_new(group, opened, shipped)


def _give_new(group: Group, opened: OpenedRole, shipped: Shipped) -> None:
    """What does not exist as yet is not remembered as given, so it is given once it does."""
    new = {as_given: name for as_given, name in shipped.names().items() if as_given not in opened.given}
    found = {_name(permission): permission for permission in _permissions(list(new.values()))}
    pages = NewsIndexPage.objects.all() if shipped.of_news else [Page.get_first_root_node()]
    given = {as_given: found[name] for as_given, name in new.items() if name in found}
    for as_given, permission in given.items():
        _give(group, permission, on=as_given.rpartition(":")[0], pages=pages)
    if given:
        opened.given = [*opened.given, *given]
        opened.save(update_fields=["given"])


def _give(group: Group, permission: Permission, on: str, pages: Iterable[Page]) -> None:
    if on == "pages":
        for page in pages:
            GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)
    elif on == "files":
        root = Collection.get_first_root_node()
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
    else:
        group.permissions.add(permission)


def open_to_news_editors(news_list: NewsIndexPage) -> None:
    """A new list of news, of whatever language, is the Connect manager's and the authors' to fill."""
    for role, shipped in SHIPPED.items():
        if shipped.of_news and (group := _group(role)):
            for permission in _permissions([f"wagtailcore.{name}" for name in shipped.pages]):
                _give(group, permission, on="pages", pages=[news_list])


def _group(role: str) -> Group | None:
    return Group.objects.filter(role__code=role).first()


def _name(permission: Permission) -> str:
    return f"{permission.content_type.app_label}.{permission.codename}"


def _permissions(names: list[str]) -> list[Permission]:
    """Those of the permissions called `names` that exist: some are made by migrations of packages."""
    wanted = Permission.objects.filter(codename__in={name.split(".")[1] for name in names})
    return [permission for permission in wanted.select_related("content_type") if _name(permission) in names]
