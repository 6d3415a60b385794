"""The list of news and its items."""

from typing import Any

from django.db.models import Aggregate, CharField, F, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Concat
from rest_framework import serializers

from content.api.serializers import CaptionedImageSerializer, NewsItemSerializer, PageSerializer, TopicSerializer
from content.blocks.news import MOST_RELATED
from content.delivery import listed, news, tally
from content.delivery.bodies import picture_of
from content.delivery.kinds import Kind
from content.delivery.pictures import Pictures
from content.models import NewsIndexPage, NewsPage, TaggedNews

BETWEEN = "\t"  # slug and name of a tag; neither can hold it


class NewsRubricSerializer(TopicSerializer):
    count = serializers.IntegerField()


class NewsElsewhereSerializer(serializers.Serializer):
    locale = serializers.CharField()
    count = serializers.IntegerField()


class NewsIndexPageSerializer(PageSerializer):
    """What the list can be narrowed by: `rubrics` in use, with how many news they have, and `years`, latest first.

    `elsewhere`: how many news other languages have that are not translated into this one.
    """

    rubrics = NewsRubricSerializer(many=True)
    years = serializers.ListField(child=serializers.IntegerField())
    elsewhere = NewsElsewhereSerializer(many=True)


class NewsIndexKind(Kind):
    model = NewsIndexPage
    serializer = NewsIndexPageSerializer
    lists_news = True

    def load(self, page):
        """Two queries."""
        return *news.facets(page.language), tally.elsewhere(page.language)

    def part(self, page, loaded, around) -> dict[str, Any]:
        return dict(zip(("rubrics", "years", "elsewhere"), loaded, strict=True))


class NewsPageSerializer(PageSerializer):
    """`related` are chosen by an editor, else the latest of the same rubric."""

    author = serializers.CharField(allow_blank=True)
    rubric = TopicSerializer(allow_null=True)
    tags = TopicSerializer(many=True)
    gallery = CaptionedImageSerializer(many=True)
    related = NewsItemSerializer(many=True)


class Lines(Aggregate):
    """Texts of a group, one a line."""

    output_field = TextField()
    function = "STRING_AGG"
    template = "%(function)s(%(expressions)s, E'\\n')"

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(
            compiler, connection, function="GROUP_CONCAT", template="%(function)s(%(expressions)s, char(10))", **context
        )


class NewsKind(Kind):
    model = NewsPage
    serializer = NewsPageSerializer
    columns = ("author", *listed.RUBRIC)
    streams = ("gallery", "related")
    computed = ("tags",)

    def expression(self, name, prefix):
        """Tags of the item, one a line: another query for them would be the page's dearest."""
        line = Concat(F("tag__slug"), Value(BETWEEN), F("tag__name"), output_field=CharField())
        tagged = TaggedNews.objects.filter(content_object=OuterRef(f"{prefix}pk")).order_by().values("content_object")
        return Subquery(tagged.annotate(lines=Lines(line)).values("lines"))

    def of_draft(self, name, page) -> str:
        return "\n".join(f"{tag.slug}{BETWEEN}{tag.name}" for tag in page.tags.all())

    def load(self, page) -> list[tuple]:
        if chosen := [block["value"] for block in page.own["related"] if block["value"]]:
            return [row for row in listed.chosen(page.language, chosen) if listed.key_of(row) != page.pk]
        if rubric := _rubric(page):
            return listed.latest_of_rubric(page.language, rubric["slug"], but=page.pk, limit=MOST_RELATED)
        return []

    def images(self, page, loaded):
        return [block["value"].get("image") for block in page.own["gallery"]]

    def cards(self, page, loaded):
        return [listed.cover_of(row) for row in loaded]

    def part(self, page, loaded, around) -> dict[str, Any]:
        own, pictures = page.own, around.pictures
        shown = [picture_of(block["value"], around) for block in own["gallery"]]
        return {
            "author": own["author"] or "",
            "rubric": _rubric(page),
            "tags": _tags(own["tags"]),
            "gallery": [picture for picture in shown if picture],
            "related": _items(page.language, loaded, pictures),
        }


def _rubric(page) -> dict[str, str] | None:
    return news.rubric_of(*(page.own[column] for column in listed.RUBRIC))


def _items(locale: str, rows: list[tuple], pictures: Pictures) -> list[dict[str, Any]]:
    return [news.item_of(locale, row, pictures) for row in rows]


def _tags(lines: str | None) -> list[dict[str, str]]:
    tags = [line.split(BETWEEN, 1) for line in (lines or "").splitlines()]
    return [{"slug": slug, "name": name} for slug, name in sorted(tags, key=lambda tag: tag[1].lower())]
