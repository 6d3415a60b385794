"""Documents that pages offer: as the API names them, and who may download them.

A document is for everybody while a public page offers it, in a block of its body or in a library; any other is for
those who work in the admin. What a page offers is read from the page itself: a draft opens nothing.
"""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Page, ReferenceIndex

from cms.prepared import PreparedFor
from content.delivery.bodies import files_in
from content.delivery.finding import found
from content.delivery.kinds import kind_of
from content.delivery.public import public

_FILES = PreparedFor(lambda keys: Document.objects.filter(pk__in=keys).values_list("pk", "file", "file_size"))


def files_of(document_ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Document → `{"url", "size", "extension"}`; size in bytes, null where it was never counted. One query, or none."""
    return {pk: _file(pk, name, size) for pk, name, size in _FILES.run(sorted(set(document_ids)))}


def _file(pk: int, stored: str, size: int | None) -> dict[str, Any]:
    path = PurePosixPath(stored)
    url = reverse("wagtaildocs_serve", args=[pk, path.name])
    return {"url": url, "size": size, "extension": path.suffix.lstrip(".").lower()}


def is_for_everybody(document: Document) -> bool:
    """Whether a public page offers `document` now."""
    pages = ContentType.objects.get_for_model(Page)
    holders = ReferenceIndex.get_references_to(document).filter(base_content_type=pages)
    keys = {int(key) for key in holders.values_list("object_id", flat=True)}
    return any(document.pk in _offered(page) for page in public(Page.objects.filter(pk__in=keys)).specific())


def _offered(page: Page) -> set[int]:
    read = found(page)
    return {*files_in(read.body), *kind_of(read.type).files(read)}


def shown(given: Mapping[int, dict], document: int | None, **more: Any) -> dict[str, Any] | None:
    """A document as a page shows it; None if it is gone."""
    return {**given[document], **more} if document in given else None
