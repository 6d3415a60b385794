"""Content changes by many ways: the editor, a bulk action, the API, a scheduled publication, a script.

Receivers, not calls in our code: none of these ways is ours, and a reader must never see what is no longer live.
"""

from django.db.models.signals import post_delete, post_save
from wagtail.images.models import Image
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_slug_changed, post_page_move

from content.delivery.store import start_generation_after_commit
from content.models import PAGE_TYPES, NewsIndexPage
from content.permissions import open_to_news_editors

DELIVERED = (*PAGE_TYPES, Page, Image, Locale, PageViewRestriction, Site)


def connect() -> None:
    for model in DELIVERED:
        post_save.connect(_content_changed, sender=model, dispatch_uid=f"content.saved.{model._meta.label}")
        post_delete.connect(_content_changed, sender=model, dispatch_uid=f"content.deleted.{model._meta.label}")
    for name, signal in {"moved": post_page_move, "slug": page_slug_changed}.items():
        signal.connect(_content_changed, dispatch_uid=f"content.{name}")
    post_save.connect(_news_list_made, sender=NewsIndexPage, dispatch_uid="content.news_list")


def _content_changed(sender, **kwargs) -> None:
    start_generation_after_commit()


def _news_list_made(instance: NewsIndexPage, created: bool, raw: bool = False, **kwargs) -> None:
    """Made by hand or by translation: those who write news may work on it from the start."""
    if created and not raw:
        open_to_news_editors(instance)
