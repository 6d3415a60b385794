"""Translations leave as a PO file and come back from it; what does not belong is refused and nothing is lost."""

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail_localize.models import StringTranslation

from tests.content.pages import news
from tests.content.translation.conftest import WORDS
from tests.content.translation.editing import fill, submit, target_of, translation_of


@pytest.fixture
def submitted(item, administrator):
    submit(administrator, item, "kk")
    return item


def download(client, item) -> polib.POFile:
    answer = client.get(f"/admin/localize/translate/{translation_of(item).pk}/pofile/download/")
    return polib.pofile(answer.content.decode())


def upload(client, item, content) -> list[str]:
    """The messages that the editor sees after it."""
    data = content if isinstance(content, bytes) else str(content).encode()
    file = SimpleUploadedFile("kk.po", data)
    answer = client.post(f"/admin/localize/translate/{translation_of(item).pk}/pofile/upload/", {"file": file})
    assert answer.status_code == 302
    return [str(message) for message in client.get(answer["Location"]).context["messages"]]


def given() -> dict[str, str]:
    texts = StringTranslation.objects.exclude(context__path="slug")
    return dict(texts.values_list("translation_of__data", "data"))


def filled(po: polib.POFile, words: dict[str, str]) -> polib.POFile:
    for entry in po:
        entry.msgstr = words.get(entry.msgid, "")
    return po


def test_there_and_back(submitted, administrator):
    messages = upload(administrator, submitted, filled(download(administrator, submitted), WORDS))
    assert given() == WORDS and any("3 texts imported" in message for message in messages)
    assert {entry.msgid: entry.msgstr for entry in download(administrator, submitted) if entry.msgid in WORDS} == WORDS


def refused(submitted, administrator, content, reason: str) -> None:
    fill(administrator, translation_of(submitted), WORDS)
    messages = upload(administrator, submitted, content)
    assert given() == WORDS and any(reason in message for message in messages)


@pytest.mark.parametrize("content", [b"", b"not a file", b"\xff\xfe\x00", b'msgid "x"\nmsgstr "'], ids=repr)
def test_a_broken_file_is_refused(submitted, administrator, content):
    refused(submitted, administrator, content, "Nothing was imported")


def test_another_page_s_file_is_refused(submitted, administrator, news_list):
    other = news(news_list, "other", title="Было")
    submit(administrator, other, "kk")
    po = filled(download(administrator, other), {"Было": "Басқа"})
    refused(submitted, administrator, po, "belongs to another")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"msgid": "Было иначе"}, "Not on this page"),
        ({"flags": ["fuzzy"]}, "unsure"),
        ({"msgstr": "<b>Болды</b>"}, "markup"),
        ({"msgstr": 'Болды<script>alert(1)</script><a href="javascript:x">y</a>'}, "markup"),
    ],
    ids=["msgid", "fuzzy", "bold", "script"],
)
def test_what_does_not_belong_is_left_out_and_the_rest_taken(submitted, administrator, change, reason):
    fill(administrator, translation_of(submitted), {"Было": "Болды"})
    po = filled(download(administrator, submitted), {"Было": "Жаңа", "Текст": "Мәтін"})
    entry = po.find("Было")
    for name, value in change.items():
        setattr(entry, name, value)
    messages = upload(administrator, submitted, po)
    assert given() == {"Было": "Болды", "Текст": "Мәтін"}
    assert any(reason in message for message in messages)


def test_who_may_not_edit_the_page_neither_exports_nor_imports(home, administrator, news_editor):
    from content.models import StandardPage

    about = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))
    submit(administrator, about, "kk")
    po = filled(download(administrator, about), {"О заводе": "Зауыт туралы"})
    address = f"/admin/localize/translate/{translation_of(about).pk}/pofile/"
    file = SimpleUploadedFile("kk.po", str(po).encode())
    assert "Location" in news_editor.post(f"{address}upload/", {"file": file}) and given() == {}
    assert "Location" in news_editor.get(f"{address}download/")
    assert target_of(about).title == "О заводе"
