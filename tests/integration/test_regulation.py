"""The regulation is whole: order, profile, schedule; a wrong profile is named."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from integration import checks, conf, regulation, schedule, tasks
from integration.models import ExchangeState
from integration.simulator.testing import free_port

EXPECTED = {
    "regions", "currencies", "price_kinds", "segments", "warehouses", "units", "product_lines", "product_groups",
    "clients", "counterparties", "contracts", "agreements", "products", "packagings", "prices", "stock", "assortment",
    "orders", "claims", "messages", "notifications", "plans", "account_managers", "consignees", "addresses", "contacts",
    "limits",
}  # fmt: skip


def test_every_entity_comes_after_those_it_points_to():
    names = [entity.name for entity in regulation.entities()]
    assert set(names) == EXPECTED and len(names) == len(EXPECTED)
    for entity in regulation.entities():
        assert all(names.index(needed) < names.index(entity.name) for needed in entity.depends)


def test_an_unknown_entity_is_named():
    with pytest.raises(regulation.UnknownEntity, match="prices"):
        regulation.get("pries")


def test_the_shipped_profile_fits(settings):
    assert checks.regulation_is_sound(None) == []


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("[regions]", "[regionz]", "[regions]: the section is missing"),
        ('region = "БизнесРегион_Key"', 'region_of = "БизнесРегион_Key"', "fields.region is missing"),
        ('factor = ["Числитель", "Знаменатель"]', 'factor = "Коэффициент"', "fields.factor needs 2"),
        ('source = "Catalog_Склады"', "", "needs source"),
        ("[Тип=Телефон].НомерТелефона", "[Тип=Телефон", "Part[Column=value].Column"),
        ("[clients]", "[clients", "is not TOML"),
    ],
)
def test_what_is_wrong_with_a_profile_is_named(settings, tmp_path, old, new, named):
    text = conf.profile_file().read_text("utf-8")
    assert old in text
    file = tmp_path / "mine.toml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    settings.ONEC_PROFILE = str(file)

    errors = checks.regulation_is_sound(None)

    assert any(named in error.msg and str(file) in error.msg for error in errors)


def test_a_profile_that_is_not_there_is_named(settings):
    settings.ONEC_PROFILE = "/nowhere/mine.toml"
    assert "ONEC_PROFILE" in checks.regulation_is_sound(None)[0].msg


def test_everything_is_scheduled_often_enough_to_keep_its_age():
    beat = schedule.beat_schedule()
    for entity in regulation.entities():
        entry = beat[f"exchange.{entity.name}"]
        assert entry["args"] == (entity.name,)
        assert entry["schedule"] + entity.fresh / 2 <= entity.fresh
    assert beat["exchange.orders"]["schedule"] <= timedelta(seconds=10)
    assert beat["exchange.orders"]["options"]["queue"] == "orders"


def test_celery_beat_has_the_schedule():
    from cms.celery import app

    assert {f"exchange.{name}" for name in EXPECTED} | {"exchange.outbox"} <= set(app.conf.beat_schedule)


def test_the_first_due_load_brings_what_it_depends_on(onec, db):
    assert tasks.load_full("packagings") == "loaded"
    loaded = set(ExchangeState.objects.exclude(last_full_at=None).values_list("entity", flat=True))
    assert {"units", "product_groups", "product_lines", "products", "packagings"} == loaded
    assert tasks.load_due("packagings") == "not due"


def test_the_command_loads_and_reports(onec, db, capsys):
    call_command("onec", "load", "clients", "regions")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines[1:]] == [["regions", "full"], ["clients", "full"]]
    call_command("onec", "status")
    assert "clients" in capsys.readouterr().out


def test_the_command_says_that_1c_is_away(settings, db, capsys):
    settings.ONEC_URL = f"http://127.0.0.1:{free_port()}/demo"
    with pytest.raises(CommandError, match="Not loaded: regions"):
        call_command("onec", "load", "regions")
    assert "ONEC_URL" in capsys.readouterr().err


def test_the_command_names_an_unknown_entity(db):
    with pytest.raises(CommandError, match="klients"):
        call_command("onec", "load", "klients")
