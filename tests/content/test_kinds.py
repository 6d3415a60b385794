"""Kinds of pages: a module brings one along, and it is delivered as if it were content's own."""

from content.delivery.kinds import kinds
from content.models import HomePage, StandardPage
from tests.content.pages import in_language
from tests.dummy_module.models import NotePage


def note(home: HomePage) -> NotePage:
    page = NotePage(title="Записка", slug="note", lead="Коротко", motto="Не забыть", locale=home.locale)
    return home.add_child(instance=page)


def test_a_module_s_page_is_delivered_with_its_own_part(home, get, reader, django_assert_num_queries, forget):
    in_language(note(home), "kk", motto="Ұмытпау")
    with django_assert_num_queries(2):
        russian = get("page", path="/ru/note/").json()
    kazakh = get("page", path="/kk/note/").json()
    assert (russian["type"], russian["motto"], kazakh["motto"]) == ("dummy_module.NotePage", "Не забыть", "Ұмытпау")
    assert (russian["title"], russian["intro"], russian["body"]) == ("Записка", "Коротко", [])
    assert "Записка" in reader.get("/ru/note/").content.decode()


def test_a_change_of_it_is_seen(home, get, committed):
    page = note(home)
    assert get("page", path="/ru/note/").json()["motto"] == "Не забыть"
    with committed():
        page.motto = "Забыть"
        page.save_revision().publish()
    assert get("page", path="/ru/note/").json()["motto"] == "Забыть"


def test_its_draft_is_what_the_editor_typed(home, administrator):
    page = note(home)
    page.motto = "Черновик"
    page.save_revision()
    assert "Черновик" in administrator.get(f"/admin/pages/{page.pk}/view_draft/").content.decode()


def test_the_schema_tells_the_kinds_apart(api_schema):
    variants = api_schema["components"]["schemas"]["ContentPage"]
    assert set(variants["discriminator"]["mapping"]) == {
        *(kind.model._meta.label for kind in kinds()),
        "redirect",
    }
    assert "motto" in api_schema["components"]["schemas"]["NotePage"]["properties"]
    assert "motto" not in api_schema["components"]["schemas"]["StandardPage"]["properties"]


def test_the_front_page_takes_whatever_names_it_as_a_parent(home):
    assert NotePage.can_create_at(home) and StandardPage.can_create_at(home)
    assert not NotePage.can_create_at(note(home))
