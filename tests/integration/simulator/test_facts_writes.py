"""Writes of channel A: what 1C lets pass in silence, and what it refuses. In both profiles where they differ."""

from urllib.parse import quote

import pytest

PARTNERS, DOCUMENTS = quote("Catalog_Партнеры"), quote("Document_ЗаказКлиента")
COMPANIES = quote("Catalog_Контрагенты")
NOWHERE = "99999999-0000-4000-8000-000000000009"
PROFILES = ["as_documented", "as_observed"]


@pytest.fixture
def partner(write) -> dict:
    return write("POST", PARTNERS, {"Description": "Новый партнер", "Code": "00-00009999"}).json()


def at(entity: str, key: str) -> str:
    return f"{entity}(guid'{key}')"


def held(write, entity: str, key: str) -> dict:
    fields = write("GET", at(entity, key)).json()
    del fields["odata.metadata"]
    return fields


def test_unknown_fields_pass_in_silence(write, partner):
    answer = write("PATCH", at(PARTNERS, partner["Ref_Key"]), {"НетТакого": 1, "Description": "Другое"})
    assert answer.status_code == 200
    assert "НетТакого" not in answer.json()
    assert answer.json()["Description"] == "Другое"


def test_a_long_string_is_cut_in_silence(write, partner):
    answer = write("PATCH", at(PARTNERS, partner["Ref_Key"]), {"Description": "я" * 500})
    assert (answer.status_code, answer.json()["Description"]) == (200, "я" * 150)


def test_a_dangling_reference_passes_in_silence(write, partner):
    answer = write("PATCH", at(PARTNERS, partner["Ref_Key"]), {"БизнесРегион_Key": NOWHERE})
    assert (answer.status_code, answer.json()["БизнесРегион_Key"]) == (200, NOWHERE)


@pytest.mark.parametrize(
    ("field", "value"), [("НетТакого", 1), ("Description", "я" * 500), ("БизнесРегион_Key", NOWHERE)]
)
def test_none_of_that_passes_as_documented(documented, write, partner, field, value):
    before = held(write, PARTNERS, partner["Ref_Key"])
    assert write("PATCH", at(PARTNERS, partner["Ref_Key"]), {field: value}).status_code == 400
    assert held(write, PARTNERS, partner["Ref_Key"]) == before


def test_if_match_is_accepted_whatever_its_value(write, partner):
    answer = write("PATCH", at(PARTNERS, partner["Ref_Key"]), {"Description": "Новее"}, **{"If-Match": "stale"})
    assert answer.status_code == 200
    assert "etag" not in answer.headers


def test_a_stale_if_match_is_refused_as_documented(documented, write, partner):
    place = at(PARTNERS, partner["Ref_Key"])
    etag = write("GET", place).headers["etag"]
    assert write("PATCH", place, {"Description": "Новее"}, **{"If-Match": etag}).status_code == 200
    assert write("PATCH", place, {"Description": "Ещё новее"}, **{"If-Match": etag}).status_code == 412
    assert write("DELETE", place, **{"If-Match": etag}).status_code == 412
    assert write("GET", place).json()["Description"] == "Новее"
    assert write("PATCH", place, {"Description": "Любой"}, **{"If-Match": "*"}).status_code == 200


@pytest.mark.parametrize("name", PROFILES)
def test_put_needs_every_field(onec, write, partner, name):
    onec.behave(name)
    place = at(PARTNERS, partner["Ref_Key"])
    whole = held(write, PARTNERS, partner["Ref_Key"])
    partly = {name: value for name, value in whole.items() if name != "Code"}
    refused = write("PUT", place, partly | {"Description": "Без кода"})
    assert (refused.status_code, "Code" in refused.text) == (400, True)
    assert held(write, PARTNERS, partner["Ref_Key"]) == whole
    assert write("PUT", place, whole | {"Description": "Целиком"}).json()["Description"] == "Целиком"


def test_unpost_takes_the_posting_back(write):
    key = write("POST", DOCUMENTS, {"Товары": [{"LineNumber": 1, "Количество": 1}]}).json()["Ref_Key"]
    assert write("POST", at(DOCUMENTS, key) + "/Post").status_code == 200
    assert write("POST", at(DOCUMENTS, key) + "/Unpost").status_code == 200
    assert write("GET", at(DOCUMENTS, key)).json()["Posted"] is False


def test_a_catalogue_cannot_be_posted(write, partner):
    answer = write("POST", at(PARTNERS, partner["Ref_Key"]) + "/Post")
    assert (answer.status_code, answer.json()["odata.error"]["code"]) == (404, "8")


def test_what_the_configuration_checks_is_skipped_in_load_mode(write):
    company = {"Description": "Новая", "ИНН": "ABC"}
    before = int(write("GET", f"{COMPANIES}/$count").text)
    assert write("POST", COMPANIES, company).status_code == 500
    assert int(write("GET", f"{COMPANIES}/$count").text) == before
    assert write("POST", COMPANIES, company, **{"1C_OData-DataLoadMode": "true"}).status_code == 201
    assert int(write("GET", f"{COMPANIES}/$count").text) == before + 1


def test_an_empty_document_is_not_posted_unless_in_load_mode(write):
    key = write("POST", DOCUMENTS, {}).json()["Ref_Key"]
    assert write("POST", at(DOCUMENTS, key) + "/Post").status_code == 500
    assert write("GET", at(DOCUMENTS, key)).json()["Posted"] is False
    assert write("POST", at(DOCUMENTS, key) + "/Post", **{"1C_OData-DataLoadMode": "true"}).status_code == 200


@pytest.mark.parametrize(
    "fields", [{"БизнесРегион_Key": "не ссылка"}, {"Клиент": "да"}, {"БизнесРегион_Key": 5}, {"Клиент": 1}]
)
def test_a_value_of_another_type_is_refused_with_code_8(write, partner, fields):
    answer = write("PATCH", at(PARTNERS, partner["Ref_Key"]), fields)
    assert (answer.status_code, answer.json()["odata.error"]["code"]) == (400, "8")


def test_a_row_without_rights_is_not_written(onec, write, partner):
    before = held(write, PARTNERS, partner["Ref_Key"])
    onec.behave(hidden_rows=[partner["Ref_Key"]])
    answer = write("PATCH", at(PARTNERS, partner["Ref_Key"]), {"Description": "Чужой"})
    assert (answer.status_code, answer.json()["odata.error"]["code"]) == (401, "20")
    onec.behave(hidden_rows=[])
    assert held(write, PARTNERS, partner["Ref_Key"]) == before
