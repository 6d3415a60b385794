"""Banners as readers get them, and when that changes by the clock.

A banner's words are those of the reader's language, or of the banner's own where it is not translated; everything
else is the original's. The original is the one of the family that was made first.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from hashlib import blake2b
from typing import Any, NamedTuple

from django.utils import timezone

from cms.access.roles import GUEST
from content.delivery.links import Place, address_of, places_of, whole_link
from content.delivery.rich_text import linked_pages, reader_html
from content.models import Banner

URGENCY = [Banner.Kind.URGENT, Banner.Kind.WARNING, Banner.Kind.INFO]
VERSION_BYTES = 6


class Shown(NamedTuple):
    """`banners`: `[SiteBanner]` of the schema, the most urgent first. `until`: when another begins or one ends."""

    banners: list[dict[str, Any]]
    until: datetime | None


class _Family(NamedTuple):
    original: Banner
    words: Banner


def public_banners(locale: str) -> Shown:
    """Those for everybody. At most three queries."""
    return _shown(locale, lambda audience: GUEST in audience)


def banners_of(roles: Iterable[str], locale: str) -> Shown:
    """Those for holders of `roles` and not for everybody. At most three queries."""
    held = set(roles) - {GUEST}
    return _shown(locale, lambda audience: GUEST not in audience and not held.isdisjoint(audience))


def preview_of(banner: Banner, locale: str) -> dict[str, Any]:
    """One as it will look, whether or not it is published; in `locale`, its own."""
    family = _Family(banner, banner)
    return _delivered(family, locale, locale, _places([family], locale))


def _shown(locale: str, is_for) -> Shown:
    now = timezone.now()
    chosen = [family for family in _families(locale) if is_for(family.original.audience)]
    turns = [at for family in chosen for at in (family.original.starts_at, family.original.ends_at) if at and at > now]
    current = sorted((family for family in chosen if _is_current(family.original, now)), key=_urgency)
    places = _places(current, locale)
    return Shown(
        [_delivered(family, locale, _language(family), places) for family in current], min(turns, default=None)
    )


def _families(locale: str) -> list[_Family]:
    rows = defaultdict(list)
    for banner in Banner.objects.order_by("pk").select_related("locale"):
        rows[banner.translation_key].append(banner)
    found = []
    for original, *others in rows.values():
        spoken = [each for each in (original, *others) if each.live and each.locale.language_code == locale]
        if original.live:
            found.append(_Family(original, spoken[0] if spoken else original))
    return found


def _is_current(banner: Banner, now: datetime) -> bool:
    begun = banner.starts_at is None or banner.starts_at <= now
    return begun and (banner.ends_at is None or now < banner.ends_at)


def _urgency(family: _Family) -> tuple[int, int]:
    return URGENCY.index(family.original.kind), -family.original.pk


def _places(families: list[_Family], locale: str) -> dict[int, Place]:
    linked = [pk for family in families for pk in (family.original.link_page_id, *linked_pages(family.words.text))]
    return places_of(linked, locale)


def _language(family: _Family) -> str:
    return family.words.locale.language_code


def _delivered(family: _Family, locale: str, language: str, places: dict[int, Place]) -> dict[str, Any]:
    original, words = family
    return {
        "id": original.pk,
        "version": _version(original),
        "tone": original.kind,
        "language": language,
        "text": reader_html(words.text, {pk: place.path for pk, place in places.items()}),
        "link": _link(original, words, locale, places),
    }


def _link(original: Banner, words: Banner, locale: str, places: dict[int, Place]) -> dict[str, str] | None:
    if original.link_url:
        return whole_link(words.link_title, address_of(original.link_url, locale))
    place = places.get(original.link_page_id or 0)
    return place and {"title": words.link_title or place.title, "path": place.path}


def _version(original: Banner) -> str:
    """Changes with what is said, so that whoever put the old notice away is shown the new one."""
    said = f"{original.kind}\0{original.text}\0{original.link_title}"
    return blake2b(said.encode(), digest_size=VERSION_BYTES).hexdigest()
