"""A customer's profile: laid over a shipped one, and told what is wrong with it."""

from pathlib import Path

import pytest

from integration import checks, conf, profile


@pytest.fixture
def mine(settings, tmp_path):
    """mine(text) → the file in use."""

    def write(text: str, name: str = "mine.toml") -> Path:
        file = tmp_path / name
        file.write_text(text, "utf-8")
        settings.ONEC_PROFILE = str(file)
        return file

    return write


@pytest.mark.parametrize("name", [file.stem for file in sorted(conf.PROFILES.glob("*.toml"))])
def test_every_shipped_profile_fits(settings, name):
    settings.ONEC_PROFILE = name
    assert checks.regulation_is_sound(None) == []


def test_only_what_differs_is_written(mine):
    """An update of 1C renames a field: one line of the customer's file."""
    mine('extends = "erp_2_5"\n[clients.fields]\nfull_name = "ПолноеИмя"\n[regions]\nsource = "Catalog_Регионы"\n')
    shipped = profile.load(conf.PROFILES / "erp_2_5.toml")

    clients, regions = profile.source_of("clients"), profile.source_of("regions")

    assert clients.fields == shipped["clients"].fields | {"full_name": ("ПолноеИмя",)}
    assert clients.source == shipped["clients"].source
    assert (regions.source, regions.fields) == ("Catalog_Регионы", shipped["regions"].fields)
    assert profile.source_of("products") == shipped["products"]
    assert checks.regulation_is_sound(None) == []


def test_a_profile_beside_it_can_be_extended(mine):
    mine('extends = "erp_2_5"\n[regions]\nsource = "Catalog_A"\n', "group.toml")
    mine('extends = "group.toml"\n[regions.fields]\nname = "Имя"\n')
    assert profile.source_of("regions") == profile.Source("Catalog_A", {"name": ("Имя",)})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('extends = "erp_9"', "erp_9.toml: cannot be read"),
        ('extends = "mine.toml"', "extends itself"),
        (
            'extends = "erp_2_5"\n[clients.fields]\nnickname = "Прозвище"',
            "fields.nickname: the entity has no such field",
        ),
        ('extends = "erp_2_5"\n[clients]\nsorce = "Catalog_Партнеры"', "does not know sorce; is source meant?"),
        ('extends = "erp_2_5"\n[client.fields]\nname = "Имя"', '[client] needs source = "…"; is clients meant?'),
        (
            'extends = "erp_2_5"\n[client]\nsource = "X"',
            "[client]: the regulation has no such entity; is clients meant?",
        ),
        ('extnds = "erp_2_5"', "does not know extnds outside of the sections; is extends meant?"),
        ("extends = 5", "needs extends to be a text"),
        ('extends = "erp_2_5"\n[clients]\nfields = "Имя"', "[clients] needs fields"),
        ('extends = "erp_2_5"\n[clients.fields]\nname = 5', "[clients] needs fields"),
        ('extends = "erp_2_5"\n[clients.fields]\nname = ""', "[clients] needs fields"),
        ('extends = "erp_2_5"\n[clients]\nsource = ""', "[clients] needs source"),
        ('extends = "erp_2_5"\n[clients]\nwhere = "IsFolder eq false"', "[clients] needs where"),
        ('extends = "erp_2_5"\n[clients]\nfilter = true', "[clients] needs filter"),
        ('extends = "erp_2_5"\n[clients]\norder = "false"', "[clients] needs order = true or false"),
        ('extends = "erp_2_5"\n[prices]\noverlap = -5', "[prices] needs overlap"),
        ('extends = "erp_2_5"\n[products]\ngone = "Архив"', "[products] needs gone"),
        ('extends = "erp_2_5"\n[clients]\noverlap = 60', "[clients]: overlap has no effect"),
        ('extends = "erp_2_5"\n[prices]\norder = false', "[prices]: order has no effect"),
    ],
)
def test_what_is_wrong_is_named(mine, text, named):
    file = mine(text)
    errors = checks.regulation_is_sound(None)
    assert any(named in error.msg and str(file) in error.msg for error in errors)


def test_a_file_of_another_encoding_is_named(mine):
    file = mine("")
    file.write_bytes('extends = "erp_2_5"\n[clients.fields]\nname = "Имя"\n'.encode("cp1251"))
    [error] = checks.regulation_is_sound(None)
    assert error.msg == f"{file}: is not in UTF-8. Save it in that encoding."
