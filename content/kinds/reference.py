"""Pages that readers look things up in: questions, documents, contacts."""

from typing import Any

from django.utils import translation
from rest_framework import serializers

from content.api.serializers import FileSerializer, PageSerializer, QuestionSerializer
from content.blocks.contacts import COUNTRIES
from content.delivery.bodies import html_pages, items_of, questions_of
from content.delivery.files import shown
from content.delivery.kinds import Kind
from content.models import ContactsPage, DocumentLibraryPage, FaqPage


class QuestionGroupSerializer(serializers.Serializer):
    title = serializers.CharField()
    questions = QuestionSerializer(many=True)


class FaqPageSerializer(PageSerializer):
    groups = QuestionGroupSerializer(many=True)


class FaqKind(Kind):
    model = FaqPage
    serializer = FaqPageSerializer
    streams = ("groups",)

    def pages(self, page, loaded):
        linked = html_pages("answer")
        return {pk for group in _values(page.own["groups"]) for pk in linked(group.get("questions"))}

    def part(self, page, loaded, around) -> dict[str, Any]:
        groups = [
            {"title": group.get("title") or "", "questions": questions_of(group.get("questions"), around)}
            for group in _values(page.own["groups"])
        ]
        return {"groups": groups}


class LibraryDocumentSerializer(FileSerializer):
    """`language` of the document itself; null where it is of no language."""

    language = serializers.CharField(allow_null=True)
    issued_on = serializers.DateField(allow_null=True)


class DocumentGroupSerializer(serializers.Serializer):
    title = serializers.CharField()
    documents = LibraryDocumentSerializer(many=True)


class DocumentLibraryPageSerializer(PageSerializer):
    groups = DocumentGroupSerializer(many=True)


class LibraryKind(Kind):
    model = DocumentLibraryPage
    serializer = DocumentLibraryPageSerializer
    streams = ("groups",)

    def files(self, page):
        listed = (item for group in _values(page.own["groups"]) for item in items_of(group.get("documents")))
        return {item["document"] for item in listed if item.get("document")}

    def part(self, page, loaded, around) -> dict[str, Any]:
        groups = [
            {"title": group.get("title") or "", "documents": _documents(group.get("documents"), around)}
            for group in _values(page.own["groups"])
        ]
        return {"groups": [group for group in groups if group["documents"]]}


class OfficeSerializer(serializers.Serializer):
    """`country` by ISO 3166, `country_name` in the language of the page. `map` is an address elsewhere, or empty."""

    country = serializers.CharField()
    country_name = serializers.CharField()
    title = serializers.CharField()
    address = serializers.CharField(allow_blank=True)
    phones = serializers.ListField(child=serializers.CharField())
    mails = serializers.ListField(child=serializers.CharField())
    hours = serializers.CharField(allow_blank=True)
    map = serializers.CharField(allow_blank=True)


class ContactsPageSerializer(PageSerializer):
    offices = OfficeSerializer(many=True)


class ContactsKind(Kind):
    model = ContactsPage
    serializer = ContactsPageSerializer
    streams = ("offices",)

    def part(self, page, loaded, around) -> dict[str, Any]:
        with translation.override(page.language):
            return {"offices": [_office(office) for office in _values(page.own["offices"])]}


def _values(stream: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [block["value"] for block in stream]


def _documents(raw: list | None, around) -> list[dict[str, Any]]:
    documents = [
        shown(
            around.files,
            item.get("document"),
            title=item.get("title") or "",
            language=item.get("language") or None,
            issued_on=item.get("issued_on"),
        )
        for item in items_of(raw)
    ]
    return [document for document in documents if document]


def _office(raw: dict[str, Any]) -> dict[str, Any]:
    country, coordinates = raw.get("country") or "", (raw.get("coordinates") or "").replace(" ", "")
    return {
        "country": country,
        "country_name": str(COUNTRIES.get(country, country)),
        "title": raw.get("title") or "",
        "address": raw.get("address") or "",
        "phones": [phone for phone in items_of(raw.get("phones")) if phone],
        "mails": [mail for mail in items_of(raw.get("mails")) if mail],
        "hours": raw.get("hours") or "",
        "map": _map(coordinates),
    }


def _map(coordinates: str) -> str:
    """Where the office is, on OpenStreetMap: it asks nobody for a key."""
    if not coordinates:
        return ""
    latitude, longitude = coordinates.split(",")
    return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=16/{latitude}/{longitude}"
