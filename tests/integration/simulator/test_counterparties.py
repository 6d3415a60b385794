"""Companies that the portal proposes: made once, found again, refused with a reason."""

from uuid import uuid4

import pytest

COMPANIES, PARTNERS = "Catalog_Контрагенты", "Catalog_Партнеры"


@pytest.fixture
def propose(service):
    def send(key: str, version: int = 1, **changed) -> dict:
        data = {"name": "Новый клиент", "tax_id": "971240001315", "country": "KZ", "region": None, **changed}
        answer = service("counterparties", json={"items": [{"id": key, "version": version, "data": data}]})
        return answer.json()["results"][0]

    return send


def test_proposal_becomes_a_partner_and_a_company(fresh, propose, odata):
    region = fresh.rows("Catalog_БизнесРегионы")[0]["Ref_Key"]
    result = propose(str(uuid4()), region=region)
    assert (result["status"], result["error"]) == ("accepted", None)
    partner = odata(f"{PARTNERS}(guid'{result['ref']}')").json()
    assert (partner["Description"], partner["БизнесРегион_Key"]) == ("Новый клиент", region)
    assert partner["Code"] == result["number"]
    company = odata(COMPANIES, filter="ИНН eq '971240001315'").json()["value"][0]
    assert company["Партнер_Key"] == result["ref"]


def test_repeat_makes_nothing_new_and_is_found(fresh, propose, service):
    key = str(uuid4())
    first, before = propose(key), len(fresh.rows(PARTNERS))
    assert propose(key)["status"] == "unchanged"
    assert propose(key, version=2)["ref"] == first["ref"]
    assert len(fresh.rows(PARTNERS)) == before
    assert service(f"counterparties/{key}").json()["data"]["ref"] == first["ref"]
    assert service(f"counterparties/{uuid4()}").status_code == 404


def test_company_known_by_its_tax_id_is_not_made_again(fresh, propose):
    known = next(row for row in fresh.rows(COMPANIES) if row["ИНН"])
    before = len(fresh.rows(COMPANIES))
    assert propose(str(uuid4()), tax_id=known["ИНН"])["ref"] == known["Партнер_Key"]
    assert len(fresh.rows(COMPANIES)) == before


@pytest.mark.parametrize("changed", [{"name": ""}, {"tax_id": " "}])
def test_incomplete_proposal_is_refused(fresh, propose, changed):
    before = len(fresh.rows(PARTNERS))
    result = propose(str(uuid4()), **changed)
    assert (result["status"], result["error"]["code"]) == ("rejected", "required")
    assert len(fresh.rows(PARTNERS)) == before
