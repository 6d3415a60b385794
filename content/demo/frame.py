"""The demo's menu, footer and banners, in three languages by wagtail-localize's own means."""

import json
import tomllib
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

from content.demo.bodies import key
from content.demo.strings import give_strings
from content.demo.texts import FOLDER, page_text
from content.models import Banner, SiteFrame
from content.translation.snippets import TranslatedSnippet

SOURCE = settings.LANGUAGE_CODE
LANGUAGES = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


@transaction.atomic
def load_frame() -> None:
    """Create the frame and the banners, unless there is a frame."""
    if SiteFrame.objects.exists():
        return
    said = tomllib.loads((FOLDER / "frame.toml").read_text("utf-8"))
    _publish_in_all(_frame(said), said)
    for banner in said["banners"]:
        _publish_in_all(_banner(banner), banner)


def _frame(said: dict[str, Any]) -> SiteFrame:
    social = [_stored("page", at, {"network": name, "url": url}) for at, (name, url) in enumerate(said["social"])]
    return SiteFrame(
        locale=Locale.objects.get(language_code=SOURCE),
        footer=json.dumps([_stored("column", at, _column(at, column)) for at, column in enumerate(said["columns"])]),
        social=json.dumps(social),
        phone=said["phone"],
        email=said["email"],
        **{name: said[name][SOURCE] for name in ("tagline", "address", "hours", "legal")},
    )


def _column(at: int, column: dict[str, Any]) -> dict[str, Any]:
    links = [_stored("item", f"{at}:{place}", _link(link), role="link") for place, link in enumerate(column["links"])]
    return {"title": column["title"][SOURCE], "links": links}


def _link(link: dict[str, str]) -> dict[str, Any]:
    return {"title": link.get(SOURCE, ""), "page": _page(link.get("page")), "url": link.get("screen", "")}


def _banner(said: dict[str, Any]) -> Banner:
    return Banner(
        locale=Locale.objects.get(language_code=SOURCE),
        text=f"<p>{said['text'][SOURCE]}</p>",
        kind=said["kind"],
        audience=said["audience"],
        link_page_id=_page(said.get("page")),
        link_title=said["link"][SOURCE] if "link" in said else "",
    )


def _page(name: str | None) -> int | None:
    """Key of the demo page called `name`, in the source's language."""
    if name is None:
        return None
    return Page.objects.get(translation_key=key(page_text(name)), locale__language_code=SOURCE).pk


def _stored(kind: str, at: Any, value: Any, role: str = "") -> dict[str, Any]:
    return {"type": kind, "id": str(uuid5(NAMESPACE_URL, f"demo:frame:{kind}:{role}:{at}")), "value": value}


def _publish_in_all(made: TranslatedSnippet, said: dict[str, Any]) -> None:
    made.save()
    made.save_revision().publish()
    translate_object(made, list(Locale.objects.exclude(pk=made.locale_id)))
    for translation in TranslationSource.objects.get_for_instance(made).translations.select_related("target_locale"):
        language = translation.target_locale.language_code
        give_strings(translation, {texts[SOURCE]: texts[language] for texts in _texts(said)})
        translation.save_target(publish=False)
        translation.get_target_instance().latest_revision.publish()


def _texts(said: Any) -> Iterator[dict[str, str]]:
    """Whatever is said in all languages, however deep it stands."""
    if isinstance(said, list):
        for each in said:
            yield from _texts(each)
    elif isinstance(said, dict):
        if set(LANGUAGES) <= set(said):
            yield said
        else:
            yield from _texts(list(said.values()))
