"""Loads from a base that fails at one thing or another still bring everything the portal asks for."""

import pytest

from integration import loading
from integration.client import CannotSort
from modules.partners.models import Partner, Region, Segment

pytestmark = pytest.mark.django_db
REGIONS = "Catalog_БизнесРегионы"


@pytest.fixture
def profiled(settings, tmp_path):
    """profiled(text): the shipped profile with this laid over it is in use."""

    def use(text: str) -> None:
        file = tmp_path / "mine.toml"
        file.write_text(f'extends = "erp_2_5"\n{text}', "utf-8")
        settings.ONEC_PROFILE = str(file)

    return use


def test_a_binary_field_that_fails_is_never_asked_for(onec, pull):
    onec.behave(binary_fails=["Catalog_СегментыНоменклатуры"])
    pull("segments")
    onec.edit(
        "Catalog_СегментыНоменклатуры", {"Description": "Renamed"}, key=str(Segment.objects.exclude(ref=None)[0].ref)
    )
    assert pull("segments")["segments"].changed == 1


def test_only_the_fields_of_the_profile_are_asked_for(onec, pull):
    pull("regions")
    asked = [entry["query"] for entry in onec.log() if REGIONS in entry["path"] and "orderby" in entry["query"]]
    assert asked and all("$select=Ref_Key,DataVersion,DeletionMark,Description&" in query for query in asked)


def test_an_entity_that_cannot_be_sorted_stops_with_what_to_do_and_lets_nothing_go(onec, pull):
    pull("regions")
    onec.behave(orderby_fails=[REGIONS])
    with pytest.raises(CannotSort, match=REGIONS):
        pull("regions", kind="full")
    assert not Region.objects.filter(deleted=True).exists()


def test_an_entity_that_cannot_be_sorted_is_read_without_an_order(onec, pull, profiled):
    profiled("[clients]\norder = false\n")
    onec.behave(orderby_fails=["Catalog_Партнеры"])
    pull("regions", "clients")
    assert Partner.objects.count() == len(onec.rows("Catalog_Партнеры"))

    key = str(Partner.objects.first().ref)
    onec.edit("Catalog_Партнеры", {"Description": "Renamed"}, key=key)
    run = pull("clients")["clients"]

    assert (run.read, run.changed, run.removed) == (1, 1, 0)
    assert Partner.objects.get(ref=key).name == "Renamed"


def test_a_short_answer_without_an_order_is_not_taken_for_the_whole(onec, pull, profiled):
    profiled("[regions]\norder = false\n")
    pull("regions")
    onec.fault({"channel": "A", "path": f"{REGIONS}$"}, {"short_page": 3})
    with pytest.raises(loading.FAULTS, match="3 rows"):
        pull("regions", kind="full")
    assert not Region.objects.filter(deleted=True).exists()


def test_a_row_the_user_has_no_right_to_does_not_stop_the_others(onec, pull):
    hidden = onec.rows(REGIONS)[0]["Ref_Key"]
    onec.behave(hidden_rows=[hidden])
    pull("regions")
    assert Region.objects.count() == 6
    assert not Region.objects.filter(ref=hidden).exists()


def test_a_full_load_comes_through_a_base_that_ails_in_every_way(onec, pull):
    onec.behave("as_observed", bom=True)
    onec.edit("Catalog_Партнеры", {"Description": "Ли\x01га\x1f"}, key=onec.rows("Catalog_Партнеры")[0]["Ref_Key"])
    runs = pull("regions", "clients")
    assert runs["clients"].parked == 0
    assert Partner.objects.filter(name="Лига").exists()


def test_a_field_that_1c_does_not_have_is_named(onec, pull, profiled):
    profiled('[regions.fields]\nname = "Название"\n')
    with pytest.raises(loading.FAULTS, match="Название"):
        pull("regions")
    assert not Region.objects.exists()
