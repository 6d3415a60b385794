"""Reads of channel A: what 1C does where its documentation says otherwise or nothing. Each fact in both profiles."""

from urllib.parse import quote
from xml.etree import ElementTree

import pytest

PARTNERS, PRODUCTS, SEGMENTS = "Catalog_Партнеры", "Catalog_Номенклатура", "Catalog_СегментыНоменклатуры"
PROPERTIES = "ChartOfCharacteristicTypes_ДополнительныеРеквизитыИСведения"
DOCUMENT = "Document_ЗаказКлиента"
DATA = "ХранилищеНастроекКомпоновкиДанных"
EDM = "{http://schemas.microsoft.com/ado/2009/11/edm}"

pytestmark = pytest.mark.usefixtures("seeded")


def values(answer) -> list[dict]:
    assert answer.status_code == 200, answer.text
    return answer.json()["value"]


def keys(answer) -> list[str]:
    return [row["Ref_Key"] for row in values(answer)]


def by_skip(odata, **options) -> list[str]:
    """Keys of all 40 partners, read as twenty and twenty."""
    return keys(odata(PARTNERS, top=20, **options)) + keys(odata(PARTNERS, top=20, skip=20, **options))


def test_names_in_an_address_are_utf_8(onec, client):
    root = f"{onec.base_url}/odata/standard.odata/"
    assert client.get(f"{root}{quote(PARTNERS)}?$top=1").status_code == 200
    answer = client.get(f"{root}{quote(PARTNERS)}?$filter=Description%20eq%20'%CF%E5%F0%E2%FB%E9'")
    assert (answer.status_code, answer.json()["odata.error"]["code"]) == (400, "6")


def test_a_guid_and_a_date_are_written_with_their_type(odata):
    key = keys(odata(PARTNERS, top=1))[0]
    assert keys(odata(PARTNERS, filter=f"Ref_Key eq guid'{key}'")) == [key]
    assert odata(PARTNERS, filter=f"Ref_Key eq {key}").status_code == 400
    contracts = "Catalog_ДоговорыКонтрагентов"
    assert values(odata(contracts, filter="Дата lt datetime'2024-01-01T00:00:00'"))
    assert odata(contracts, filter="Дата lt 2024-01-01").status_code == 400


def test_an_empty_date_is_the_first_year(onec, odata):
    (made,) = onec.edit("Catalog_ДоговорыКонтрагентов", {"Description": "Без дат"})
    assert odata(f"Catalog_ДоговорыКонтрагентов(guid'{made['key']}')").json()["Дата"] == "0001-01-01T00:00:00"


def test_a_reference_ends_in_key_a_composite_one_has_its_type_and_binary_data_are_base64(documented, odata):
    unit = values(odata("Catalog_УпаковкиЕдиницыИзмерения", filter="Code eq ''", top=1))[0]
    assert {"ЕдиницаИзмерения_Key", "Owner", "Owner_Type"} <= set(unit)
    assert unit["Owner_Type"] == "StandardODATA.Catalog_Номенклатура"
    segment = values(odata(SEGMENTS, top=1))[0]
    assert (segment[f"{DATA}_Type"], segment[f"{DATA}_Base64Data"]) == ("application/octet-stream", "")
    assert DATA not in segment


def test_binary_data_are_read_back_as_they_were_written(documented, odata, write):
    key = keys(odata(SEGMENTS, top=1))[0]
    assert write("PATCH", f"{SEGMENTS}(guid'{key}')", {f"{DATA}_Base64Data": "0J/RgNC40LLQtdGC"}).status_code == 200
    assert odata(f"{SEGMENTS}(guid'{key}')").json()[f"{DATA}_Base64Data"] == "0J/RgNC40LLQtdGC"


def test_metadata_tell_table_parts_lengths_and_types(odata):
    root = ElementTree.fromstring(odata("$metadata").text)
    types = {node.get("Name"): node for node in root.iter(f"{EDM}EntityType")}
    fields = {node.get("Name"): node for node in types[SEGMENTS].iter(f"{EDM}Property")}
    assert fields[f"{DATA}_Base64Data"].get("Type") == "Edm.Binary"
    assert fields["Description"].get("MaxLength") == "150"
    lines = {node.get("Name"): node for node in types[DOCUMENT].iter(f"{EDM}Property")}["Товары"]
    assert lines.get("Type") == "Collection(StandardODATA.Document_ЗаказКлиента_Товары_RowType)"


def test_metadata_of_a_full_base_are_large(onec, odata):
    small = len(odata("$metadata").content)
    onec.behave(metadata_megabytes=2)
    large = odata("$metadata").content
    assert small < 100_000 < 1_900_000 < len(large) < 2_500_000
    ElementTree.fromstring(large)


def test_table_parts_come_inside_the_object(onec, odata):
    line = {"LineNumber": "1", "Количество": 2}
    (made,) = onec.edit(DOCUMENT, {"Товары": [line]})
    assert odata(f"{DOCUMENT}(guid'{made['key']}')").json()["Товары"] == [line]
    assert values(odata(DOCUMENT, filter=f"Ref_Key eq guid'{made['key']}'"))[0]["Товары"] == [line]


def test_expand_of_a_table_part_fails(odata):
    answer = odata(PRODUCTS, expand="ДополнительныеРеквизиты", top=1)
    assert (answer.status_code, answer.text[:5]) == (500, "<?xml")


def test_expand_of_a_table_part_passes_as_documented(documented, odata):
    assert isinstance(
        values(odata(PRODUCTS, expand="ДополнительныеРеквизиты", top=1))[0]["ДополнительныеРеквизиты"], list
    )


def test_expand_of_a_reference_gives_its_object(odata):
    row = values(odata(PARTNERS, expand="БизнесРегион", orderby="Code", top=1))[0]
    assert row["БизнесРегион"]["Ref_Key"] == row["БизнесРегион_Key"]
    chosen = values(odata(PARTNERS, expand="БизнесРегион", select="Code", orderby="Code", top=1))[0]
    assert set(chosen) == {"Code", "БизнесРегион"}


@pytest.mark.parametrize("name", ["as_documented", "as_observed"])
def test_inlinecount_counts_all_rows(onec, odata, name):
    onec.behave(name)
    assert odata(PARTNERS, top=3, inlinecount="allpages").json()["odata.count"] == "40"


def test_inlinecount_was_seen_to_count_the_page_too(onec, odata):
    onec.behave(count_ignores_top=False)
    assert odata(PARTNERS, top=3, inlinecount="allpages").json()["odata.count"] == "3"


def test_without_orderby_pages_overlap_and_rows_get_lost(onec, odata):
    onec.behave(short_pages=False)
    read = by_skip(odata)
    assert len(read) == 40
    assert len(set(read)) < 40


def test_without_orderby_pages_fit_as_documented_while_nobody_writes(documented, odata):
    assert len(set(by_skip(odata))) == 40


def test_without_orderby_a_write_between_two_pages_loses_a_row(documented, odata, fresh):
    documented.behave("as_documented")  # the reset was to what the base was started with
    first = keys(odata(PARTNERS, top=20))
    fresh.edit(PARTNERS, {}, key=first[0])
    assert len(set(first + keys(odata(PARTNERS, top=20, skip=20)))) == 39


def test_with_orderby_pages_fit_whoever_writes(onec, odata):
    onec.behave(short_pages=False)
    first = keys(odata(PARTNERS, top=20, orderby="Ref_Key"))
    onec.edit(PARTNERS, {}, key=first[0])
    assert len(set(first + keys(odata(PARTNERS, top=20, skip=20, orderby="Ref_Key")))) == 40


def sizes(odata) -> list[int]:
    """Rows of each page of fifty, of all 613 goods and folders."""
    found, last = [], "00000000-0000-0000-0000-000000000000"
    while page := keys(odata(PRODUCTS, filter=f"Ref_Key gt guid'{last}'", orderby="Ref_Key", top=50)):
        found.append(len(page))
        last = page[-1]
    return found


def test_short_pages_occur_mid_stream_and_the_rest_comes_after(odata):
    found = sizes(odata)
    assert set(found[:-1]) == {45, 50}
    assert sum(found) == 613


def test_pages_are_full_as_documented(documented, odata):
    assert sizes(odata) == [50] * 12 + [13]


def test_some_entity_fails_because_of_orderby(odata):
    answer = odata(PROPERTIES, orderby="Ref_Key", top=1)
    assert answer.status_code == 500
    assert odata(PROPERTIES, top=1).status_code == 200


def test_no_entity_fails_because_of_orderby_as_documented(documented, odata):
    assert odata(PROPERTIES, orderby="Ref_Key", top=1).status_code == 200


def test_any_entity_can_be_made_to_fail_because_of_orderby(onec, odata):
    onec.behave(orderby_fails=[PARTNERS])
    assert odata(PARTNERS, orderby="Ref_Key").status_code == 500
    assert odata(PROPERTIES, orderby="Ref_Key").status_code == 200


def test_some_entity_fails_because_of_one_binary_field(odata):
    key = odata(SEGMENTS, select="Ref_Key", top=1).json()["value"][0]["Ref_Key"]
    assert odata(SEGMENTS).status_code == 500
    assert odata(f"{SEGMENTS}(guid'{key}')").status_code == 500
    assert odata(SEGMENTS, select=f"Code,{DATA}_Base64Data").status_code == 500
    assert odata(SEGMENTS, select="Ref_Key,DataVersion,Description").status_code == 200


@pytest.mark.parametrize("name", ["as_documented", "as_observed"])
def test_a_row_without_rights_refuses_the_page_unless_only_allowed_ones_are_asked_for(onec, odata, name):
    hidden = keys(odata(PARTNERS, orderby="Ref_Key", top=1))[0]
    onec.behave(name, hidden_rows=[hidden])
    refused = odata(PARTNERS)
    assert (refused.status_code, refused.json()["odata.error"]["code"]) == (401, "20")
    assert odata(f"{PARTNERS}(guid'{hidden}')").status_code == 401
    shown = keys(odata(PARTNERS, raw="&allowedOnly=true"))
    assert len(shown) == 39 and hidden not in shown
    assert odata(f"{PARTNERS}/$count", raw="&allowedOnly=true").text == "39"


def test_a_control_character_of_a_text_stands_in_the_answer_as_it_is(spoilt, odata):
    key = keys(odata(PARTNERS, top=1))[0]
    spoilt.edit(PARTNERS, {"Description": "А\x01Б\\u0002"}, key=key)
    answer = odata(f"{PARTNERS}(guid'{key}')")
    assert "А\x01Б\\\\u0002".encode() in answer.content
    with pytest.raises(ValueError, match="control character"):
        answer.json()


def test_a_control_character_is_escaped_as_documented(spoilt, odata):
    spoilt.behave("as_documented")
    key = keys(odata(PARTNERS, top=1))[0]
    spoilt.edit(PARTNERS, {"Description": "А\x01Б"}, key=key)
    assert odata(f"{PARTNERS}(guid'{key}')").json()["Description"] == "А\x01Б"


def test_an_answer_may_begin_with_a_byte_order_mark(onec, odata):
    onec.behave(bom=True)
    assert odata(PARTNERS, top=1).content.startswith(b"\xef\xbb\xbf{")
