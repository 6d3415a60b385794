"""The front page, sections with the pages below them, pages of text."""

from typing import Any

from django.db.models import F, TextField
from django.db.models.functions import Coalesce
from rest_framework import serializers
from wagtail.models import Page

from cms.prepared import Prepared, number_slot, text_slot
from content.api.serializers import PageSerializer
from content.delivery.kinds import Kind, kinds
from content.delivery.public import in_language, path_of
from content.models import HomePage, SectionPage, StandardPage

MOST_CARDS = 60
STEP = Page.steplen


class HomeKind(Kind):
    model = HomePage
    lists_news = True


class StandardKind(Kind):
    model = StandardPage


class CardSerializer(serializers.Serializer):
    title = serializers.CharField()
    path = serializers.CharField()
    intro = serializers.CharField(allow_blank=True)


class SectionPageSerializer(PageSerializer):
    """`children` are the public pages right below it, in the order editors gave them."""

    children = CardSerializer(many=True)


class SectionKind(Kind):
    model = SectionPage
    serializer = SectionPageSerializer

    def load(self, page) -> list[tuple]:
        return _BELOW.run(
            locale=page.language,
            depth=len(page.tree) // STEP + 1,
            first=page.tree + "0" * STEP,
            last=page.tree + "Z" * STEP,
            limit=MOST_CARDS,
            offset=0,
        )

    def part(self, page, loaded, around) -> dict[str, Any]:
        cards = [
            {"title": title, "path": path_of(page.language, url_path), "intro": lead or ""}
            for title, url_path, lead in loaded
        ]
        return {"children": cards}


def _below():
    """By the tree's paths, whose steps are of one length: nothing else lies between the first and the last child."""
    leads = [F(f"{kind.model._meta.model_name}__lead") for kind in kinds()]
    return (
        in_language(Page)
        .filter(depth=number_slot("depth"), path__gte=text_slot("first"), path__lte=text_slot("last"))
        .annotate(shown_lead=Coalesce(*leads, output_field=TextField()))
        .order_by("path")
        .values_list("title", "url_path", "shown_lead")
    )


_BELOW = Prepared(_below, in_pages=True)
