"""Managers and contact persons: their e-mail stands in a table part, and a manager may come after the partner."""

import pytest
from django.utils import translation

from integration import profile, regulation
from integration.loading.batches import Target
from integration.models import ParkedRow
from integration.profile import BadProfile, Line
from integration.reasons import BadValue
from modules.partners.exchange import managers_arrive
from modules.partners.models import AccountManager, ClientContact, Partner

EMAIL = "КонтактнаяИнформация[Тип=АдресЭлектроннойПочты].АдресЭП"
KNOWN, UNKNOWN = "0a000000-0000-4000-8000-000000000001", "0a000000-0000-4000-8000-00000000000f"
ZERO = "00000000-0000-0000-0000-000000000000"


def lines(*found: tuple[str, str]) -> list[dict]:
    return [{"LineNumber": str(n), "Тип": kind, "АдресЭП": text} for n, (kind, text) in enumerate(found, 1)]


def user(key: str, **fields) -> dict:
    row = {"Ref_Key": key, "DataVersion": "AAAA", "DeletionMark": False, "Description": "Manager", "Служебный": False}
    return row | {"Недействителен": False, "КонтактнаяИнформация": []} | fields


def client(key: str, manager: str, version: str = "AAAA") -> dict:
    row = {"Ref_Key": key, "DataVersion": version, "DeletionMark": False, "Code": "1", "Description": "Client"}
    return row | {"НаименованиеПолное": "", "БизнесРегион_Key": ZERO, "ОсновнойМенеджер_Key": manager}


def keep(entity: str, *rows: dict):
    with Target(regulation.get(entity)) as target:
        return target.apply(target.reader.batch(list(rows)))


def test_the_first_fitting_line_counts():
    line = profile.line_of(EMAIL)
    assert line == Line("КонтактнаяИнформация", "Тип", "АдресЭлектроннойПочты", "АдресЭП")
    two = lines(("Телефон", ""), ("АдресЭлектроннойПочты", "a@b.example"), ("АдресЭлектроннойПочты", "c@d.example"))
    assert line.of({"КонтактнаяИнформация": two}) == "a@b.example"
    assert line.of({"КонтактнаяИнформация": lines(("Телефон", ""))}) is None
    assert line.of({"КонтактнаяИнформация": None}) is None


def test_what_is_no_table_part_is_refused():
    line = profile.line_of(EMAIL)
    with pytest.raises(KeyError):
        line.of({})
    with pytest.raises(BadValue):
        line.of({"КонтактнаяИнформация": "a@b.example"})


@pytest.mark.parametrize("name", ["Часть[Тип].АдресЭП", "Часть[Тип=Телефон]", "[Тип=Телефон].АдресЭП", "Часть]"])
def test_what_is_not_understood_is_said(name):
    with pytest.raises(BadProfile, match=r"Part\[Column=value\]\.Column"):
        profile.line_of(name)


def test_managers_of_the_base_have_their_addresses(pull):
    pull("account_managers")
    managers = AccountManager.objects.all()
    assert managers.count() > 3 and all("@" in manager.email for manager in managers)


def test_contact_persons_of_the_base_have_their_partner_and_address(pull):
    pull("regions", "account_managers", "clients", "contacts")
    contacts = ClientContact.objects.select_related("partner")
    assert contacts.exists() and all(contact.partner.ref for contact in contacts)
    assert any("@" in contact.email for contact in contacts)
    assert Partner.objects.exclude(account_manager=None).exists()


def test_table_part_of_another_kind_parks_the_row(db):
    keep("account_managers", user(KNOWN, КонтактнаяИнформация="?"), user(UNKNOWN, Description="Good"))
    assert AccountManager.objects.get().name == "Good"
    with translation.override("en"):
        assert "a table part" in ParkedRow.objects.get().explanation


def test_unknown_manager_does_not_keep_the_partner_away_and_is_found_later(db):
    keep("account_managers", user(KNOWN))
    done = keep(
        "clients",
        client("0b000000-0000-4000-8000-000000000001", KNOWN),
        client("0b000000-0000-4000-8000-000000000002", UNKNOWN),
        client("0b000000-0000-4000-8000-000000000003", ZERO),
    )
    assert done.parked == 0 and Partner.objects.count() == 3
    assert Partner.objects.exclude(account_manager=None).count() == 1

    keep("account_managers", user(UNKNOWN, Description="Late"))
    managers_arrive()
    asked_again = Partner.objects.filter(version="")
    assert {str(partner.ref)[-1] for partner in asked_again} == {"2", "3"}
    keep("clients", client("0b000000-0000-4000-8000-000000000002", UNKNOWN))
    assert Partner.objects.get(ref="0b000000-0000-4000-8000-000000000002").account_manager.name == "Late"


def test_partners_are_not_asked_for_again_while_no_manager_came(db):
    keep("account_managers", user(KNOWN))
    keep("clients", client("0b000000-0000-4000-8000-000000000003", ZERO))
    managers_arrive()
    assert not Partner.objects.filter(version="").exists()
