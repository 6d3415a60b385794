"""What content listens to, besides the models of its kinds of pages (content/delivery/kinds.py)."""

from django.core.validators import URLValidator
from django.db.models.signals import post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_slug_changed, post_page_move

from content.delivery.changes import content_changed, follow
from content.links import validate_target
from content.models import Banner, NewsIndexPage, NewsTag, Rubric, SiteFrame, TaggedNews
from content.permissions import open_to_news_editors
from content.translation import changes, slugs, tasks

OF_PAGES = (Page, Image, Document, Rubric, NewsTag, TaggedNews)
DELIVERED = (*OF_PAGES, Banner, SiteFrame, Locale, PageViewRestriction, Redirect, Site)


def connect() -> None:
    for model in DELIVERED:
        follow(model)
    for name, signal in {"moved": post_page_move, "slug": page_slug_changed}.items():
        signal.connect(content_changed, dispatch_uid=f"content.{name}")
    post_save.connect(_news_list_made, sender=NewsIndexPage, dispatch_uid="content.news_list")
    _own_targets()
    changes.connect()
    slugs.connect()
    tasks.connect()


def _own_targets() -> None:
    """Wagtail takes whole addresses alone, and of any scheme."""
    target = Redirect._meta.get_field("redirect_link")
    target.validators[:] = [each for each in target.validators if not isinstance(each, URLValidator)]
    target.validators.append(validate_target)


def _news_list_made(instance: NewsIndexPage, created: bool, raw: bool = False, **kwargs) -> None:
    """Made by hand or by translation: those who write news may work on it from the start."""
    if created and not raw:
        open_to_news_editors(instance)
