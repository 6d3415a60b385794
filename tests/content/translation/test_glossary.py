"""Product terms: kept, exchanged as a file, shown beside the texts, looked for in the translation."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cms.access import roles
from content.models import GlossaryTerm
from content.translation.glossary.checking import findings
from content.translation.glossary.matching import occurs
from tests.content.conftest import signed_in
from tests.content.pages import news
from tests.content.translation.editing import fill, publish, submit, target_of, translation_of


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("гидравлическое масло", "Продажа гидравлического <b>масла</b>", True),
        ("гидравлическое масло", "Масло гидравлическое", False),
        ("май", "Гидравлика майы", True),
        ("гидравликалық май", "Гидравликалық майларды сату", True),
        ("lubricant", "Our LUBRICANTS", True),
        ("масло", "замаслить", False),
        ("oil", "Oil &amp; gas", True),
    ],
)
def test_terms_are_found_whatever_their_ending(term, text, found):
    assert occurs(term, text) is found


@pytest.fixture
def term(db) -> GlossaryTerm:
    return GlossaryTerm.objects.create(
        ru="гидравлическое масло", en="hydraulic oil", kk="гидравликалық май", note="ISO 6743", forbidden="сұйық май"
    )


@pytest.fixture
def item(news_list, administrator, term):
    page = news(news_list, "item", title="О гидравлических маслах", lead="Без терминов")
    page.save_revision().publish()
    submit(administrator, page, "kk")
    return page


def test_the_terms_of_the_page_stand_beside_its_texts(item, administrator):
    shown = administrator.get(f"/admin/pages/{target_of(item).pk}/edit/").content.decode()
    assert "гидравликалық май" in shown and "ISO 6743" in shown and 'data-side-panel="glossary"' in shown


def test_a_term_that_is_not_used_is_a_warning_and_no_refusal(item, administrator, committed):
    translation = translation_of(item)
    fill(administrator, translation, {"О гидравлических маслах": "Сұйық майлар туралы", "Без терминов": "Терминсіз"})
    (finding,) = findings(translation)
    assert (len(finding.unused_in), len(finding.forbidden_in)) == (1, 1)
    answer = publish(administrator, translation, committed)
    messages = [str(message) for message in administrator.get(answer["Location"]).context["messages"]]
    assert any("гидравликалық май" in message for message in messages)
    assert target_of(item).live
    fill(administrator, translation, {"О гидравлических маслах": "Гидравликалық майлар туралы"})
    assert not findings(translation)[0].is_wrong


def imported(client, text: str):
    return client.post("/admin/glossary/import/", {"file": SimpleUploadedFile("terms.csv", text.encode())})


def test_a_file_goes_out_and_comes_back(term, administrator):
    exported = b"".join(administrator.get("/admin/glossary/", {"export": "csv"}).streaming_content).decode()
    GlossaryTerm.objects.all().delete()
    assert imported(administrator, exported).status_code == 302
    fields = ("ru", "en", "kk", "note", "forbidden")
    assert [getattr(GlossaryTerm.objects.get(), name) for name in fields] == [getattr(term, name) for name in fields]


WRONG = {"no name": "ru,en\nновый,new\n,nothing", "too long": "ru\n" + "я" * 300, "no text": "ru\n\0"}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_wrong_line_imports_nothing_and_is_named(term, administrator, text):
    answer = imported(administrator, text)
    assert answer.status_code == 200 and answer.context["form"].errors
    assert GlossaryTerm.objects.get() == term


def test_editors_keep_it_and_nobody_else(term, news_editor):
    assert news_editor.get("/admin/glossary/").status_code == 200
    other = signed_in(roles.SERVICE_MANAGER_FULL)
    other.post(f"/admin/glossary/delete/{term.pk}/")
    imported(other, "ru,en\nновый,new")
    assert list(GlossaryTerm.objects.all()) == [term]
