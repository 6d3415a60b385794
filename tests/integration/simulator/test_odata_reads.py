"""Channel A as 1C answers it: one fact, one test."""

import base64
from urllib.parse import quote
from xml.etree import ElementTree

import httpx
import pytest

ZERO = "00000000-0000-0000-0000-000000000000"
PRODUCTS, UNITS = "Catalog_Номенклатура", "Catalog_УпаковкиЕдиницыИзмерения"


pytestmark = pytest.mark.usefixtures("seeded")


def values(answer: httpx.Response) -> list[dict]:
    assert answer.status_code == 200, answer.text
    return answer.json()["value"]


def test_an_object_has_its_header_in_cyrillic_names(odata):
    row = values(odata("Catalog_Партнеры", orderby="Code", top=1))[0]
    assert list(row)[:5] == ["Ref_Key", "DataVersion", "DeletionMark", "Code", "Description"]
    assert (row["Code"], row["Description"]) == ("00-00000001", "Алтын Май Трейд")


def test_the_answer_names_its_metadata(odata):
    assert odata("Catalog_Партнеры", top=1).json()["odata.metadata"].endswith("$metadata#Catalog_Партнеры")


def test_the_count_is_a_string_and_ignores_top(odata):
    answer = odata(PRODUCTS, filter="IsFolder eq false", top=3, inlinecount="allpages").json()
    assert answer["odata.count"] == "600"
    assert len(answer["value"]) == 3


def test_count_is_plain_text(odata):
    answer = odata("Catalog_Партнеры/$count")
    assert (answer.text, answer.headers["content-type"]) == ("40", "text/plain; charset=utf-8")


def test_count_obeys_the_filter(odata):
    assert odata(f"{PRODUCTS}/$count", filter="DeletionMark eq true").text == "5"
    assert odata(f"{PRODUCTS}/$count", filter="IsFolder eq true").text == "13"


def test_paging_by_key_ranges_gives_every_row_once(odata):
    seen, last = [], ZERO
    while page := values(odata(PRODUCTS, filter=f"Ref_Key gt guid'{last}'", orderby="Ref_Key", top=100)):
        seen += [row["Ref_Key"] for row in page]
        last = seen[-1]
    assert len(seen) == len(set(seen)) == 613
    assert seen == sorted(seen)


def test_paging_by_key_ranges_within_a_filter(odata):
    seen, last = [], ZERO
    while page := values(
        odata(PRODUCTS, filter=f"(IsFolder eq false) and Ref_Key gt guid'{last}'", orderby="Ref_Key", top=90)
    ):
        seen += [row["Ref_Key"] for row in page]
        last = seen[-1]
    assert len(seen) == len(set(seen)) == 600


def test_without_orderby_the_order_is_not_by_key(odata):
    keys = [row["Ref_Key"] for row in values(odata("Catalog_Партнеры"))]
    assert len(keys) == 40
    assert keys != sorted(keys)


def test_select_of_keys_and_versions(odata):
    rows = values(odata(PRODUCTS, select="Ref_Key,DataVersion", orderby="Ref_Key", top=2))
    assert [set(row) for row in rows] == [{"Ref_Key", "DataVersion"}] * 2
    full = values(odata(PRODUCTS, orderby="Ref_Key", top=2))
    assert [row["DataVersion"] for row in rows] == [row["DataVersion"] for row in full]


def test_select_of_any_field(odata):
    assert values(odata("Catalog_Валюты", select="Code,Description", filter="Description eq 'KZT'")) == [
        {"Code": "398", "Description": "KZT"}
    ]


def test_data_version_is_eight_bytes_in_base64(odata):
    version = values(odata("Catalog_Партнеры", top=1))[0]["DataVersion"]
    assert len(base64.b64decode(version, validate=True)) == 8


def test_int64_is_a_string_and_a_double_a_number(odata):
    row = values(odata(UNITS, filter="Description eq 'Бочка 216,5 л'", top=1))[0]
    assert (row["Числитель"], row["Знаменатель"]) == ("433", "2")
    assert isinstance(row["Вес"], float)


def test_empty_values(odata):
    unit = values(odata(UNITS, filter="Code eq '112 '"))[0]
    assert (unit["Owner"], unit["Owner_Type"]) == ("", "StandardODATA.Undefined")
    assert unit["ЕдиницаИзмерения_Key"] == ZERO


def test_the_code_of_a_unit_keeps_its_trailing_space(odata):
    assert {row["Code"] for row in values(odata(UNITS, filter="Owner_Type eq 'StandardODATA.Undefined'"))} == {
        "112 ",
        "166 ",
    }


def test_a_composite_reference_is_found_by_cast_only(odata):
    product = values(odata(UNITS, filter="Code eq ''", top=1))[0]["Owner"]
    assert values(odata(UNITS, filter=f"Owner eq guid'{product}'")) == []
    found = values(odata(UNITS, filter=f"Owner eq cast(guid'{product}','Catalog_Номенклатура')"))
    assert found
    assert {row["Owner"] for row in found} == {product}


def test_filter_by_a_set_of_keys(odata):
    keys = [row["Ref_Key"] for row in values(odata("Catalog_Партнеры", top=7))]
    text = " or ".join(f"Ref_Key eq guid'{key}'" for key in keys)
    assert {row["Ref_Key"] for row in values(odata("Catalog_Партнеры", filter=text))} == set(keys)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Code eq '00-00000002'", 1),
        ("Code ne '00-00000002'", 39),
        ("Code gt '00-00000030'", 10),
        ("Code ge '00-00000030' and Code le '00-00000032'", 3),
        ("Code lt '00-00000003'", 2),
        ("Клиент eq true and (Code eq '00-00000001' or Code eq '00-00000040')", 2),
        ("(Code ge '00-00000030' and DeletionMark eq false) and Code le '00-00000032'", 3),
        ("not (Клиент eq true)", 0),
        ("Description eq 'О''Нил'", 0),
    ],
)
def test_filters(odata, text, count):
    assert len(values(odata("Catalog_Партнеры", filter=text))) == count


def test_filter_by_a_date(odata):
    contracts = values(odata("Catalog_ДоговорыКонтрагентов", filter="Дата lt datetime'2024-01-01T00:00:00'"))
    assert {row["Статус"] for row in contracts} == {"Закрыт"}


def test_orderby_descending(odata):
    rows = values(odata("Catalog_Партнеры", orderby="Code desc", top=2))
    assert [row["Code"] for row in rows] == ["00-00000040", "00-00000039"]


def test_a_plus_is_not_a_space(onec, client):
    url = f"{onec.base_url}/odata/standard.odata/{quote('Catalog_Партнеры')}?$filter=Code+eq+'00-00000001'"
    answer = client.get(url)
    assert (answer.status_code, answer.json()["odata.error"]["code"]) == (400, "14")


@pytest.mark.parametrize(
    ("path", "options", "status", "code"),
    [
        ("Catalog_Нет", {}, 404, "8"),
        (f"Catalog_Партнеры(guid'{ZERO}')", {}, 404, "9"),
        ("Catalog_Партнеры", {"filter": "Нет eq 1"}, 400, "14"),
        ("Catalog_Партнеры", {"filter": "Code eq"}, 400, "14"),
        ("Catalog_Партнеры", {"select": "Нет"}, 400, "14"),
        ("Catalog_Партнеры", {"orderby": "Нет"}, 400, "14"),
        ("Catalog_Партнеры", {"top": "много"}, 400, "14"),
        ("Catalog_Партнеры", {"нет": "1"}, 400, "14"),
        ("Catalog_Партнеры(1)", {}, 400, "6"),
        (PRODUCTS, {"expand": "Description"}, 400, "14"),
    ],
)
def test_errors_come_with_the_codes_of_1c(odata, path, options, status, code):
    answer = odata(path, **options)
    error = answer.json()["odata.error"]
    assert (answer.status_code, error["code"], error["message"]["lang"]) == (status, code, "ru")
    assert error["message"]["value"]


def test_no_sign_in_no_answer(onec):
    answer = httpx.get(f"{onec.base_url}/odata/standard.odata/{quote('Catalog_Партнеры')}")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Basic")


def test_a_wrong_password_is_refused(onec):
    assert httpx.get(f"{onec.base_url}/hs/portal/v1/ping", auth=("portal", "чужой")).status_code == 401


def test_allowed_only_is_accepted(odata):
    assert len(values(odata("Catalog_Партнеры", raw="&allowedOnly=true"))) == 40


def test_metadata_is_xml_that_names_every_entity(odata):
    root = ElementTree.fromstring(odata("$metadata").text)
    names = {node.get("Name") for node in root.iter("{http://schemas.microsoft.com/ado/2009/11/edm}EntitySet")}
    served = {entry["name"] for entry in odata("").json()["value"]}
    assert names == served
    assert "Document_ЗаказКлиента" in names


def test_a_folder_and_a_good_live_in_one_catalogue(odata):
    folder = values(odata(PRODUCTS, filter="Description eq 'Моторные масла'"))[0]
    assert folder["IsFolder"]
    assert values(odata(PRODUCTS, filter=f"Parent_Key eq guid'{folder['Ref_Key']}' and IsFolder eq false", top=1))
