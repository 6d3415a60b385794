"""Writes over channel A, with what 1C lets pass in silence."""

from urllib.parse import quote
from uuid import uuid4

import pytest

PARTNERS, DOCUMENTS = quote("Catalog_Партнеры"), quote("Document_ЗаказКлиента")


@pytest.fixture
def partner(write) -> dict:
    answer = write("POST", PARTNERS, {"Description": "Новый партнер", "Code": "00-00009999"})
    assert answer.status_code == 201
    return answer.json()


def at(entity: str, key: str) -> str:
    return f"{entity}(guid'{key}')"


def lines(*numbers) -> dict:
    return {"Товары": [{"LineNumber": number, "Количество": 1} for number in numbers]}


def test_a_new_object_gets_a_key_and_empty_fields(partner):
    assert partner["Ref_Key"]
    assert partner["БизнесРегион_Key"] == "00000000-0000-0000-0000-000000000000"


def test_a_key_may_be_given_but_not_twice(write):
    key = str(uuid4())
    assert write("POST", PARTNERS, {"Ref_Key": key}).json()["Ref_Key"] == key
    again = write("POST", PARTNERS, {"Ref_Key": key})
    assert (again.status_code, again.json()["odata.error"]["code"]) == (400, "15")


def test_the_version_grows_even_when_nothing_changes(write, partner):
    answer = write("PATCH", at(PARTNERS, partner["Ref_Key"]), {})
    assert answer.status_code == 200
    assert answer.json()["DataVersion"] > partner["DataVersion"]


def test_patch_replaces_the_whole_table_part(write):
    key = write("POST", DOCUMENTS, lines(1, 2)).json()["Ref_Key"]
    assert len(write("PATCH", at(DOCUMENTS, key), lines(1)).json()["Товары"]) == 1


def test_a_line_without_its_number_is_an_internal_error(write):
    assert write("POST", DOCUMENTS, {"Товары": [{"Количество": 1}]}).status_code == 500


def test_lines_are_numbered_from_one(write):
    assert write("POST", DOCUMENTS, lines(2, 3)).status_code == 400


def test_a_line_number_comes_back_as_a_string(write):
    assert write("POST", DOCUMENTS, lines(1)).json()["Товары"][0]["LineNumber"] == "1"


def test_post_posts_a_document(write):
    document = write("POST", DOCUMENTS, lines(1)).json()
    assert document["Posted"] is False
    assert write("POST", at(DOCUMENTS, document["Ref_Key"]) + "/Post").status_code == 200
    assert write("GET", at(DOCUMENTS, document["Ref_Key"])).json()["Posted"] is True


def test_delete_is_physical(write, partner):
    assert write("DELETE", at(PARTNERS, partner["Ref_Key"])).status_code == 204
    assert write("GET", at(PARTNERS, partner["Ref_Key"])).status_code == 404


def test_a_deletion_mark_keeps_the_object(write, partner):
    assert write("PATCH", at(PARTNERS, partner["Ref_Key"]), {"DeletionMark": True}).json()["DeletionMark"] is True


def test_what_is_no_json_is_refused_and_writes_nothing(onec, client):
    before = onec.control("GET", "counts")
    answer = client.post(f"{onec.base_url}/odata/standard.odata/{PARTNERS}", content=b"{")
    assert answer.status_code == 400
    assert onec.control("GET", "counts") == before
