"""`manage.py onec check`: a base that fits passes; what does not fit is named together with what to do."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from integration import checks, conf, regulation
from integration.simulator.testing import free_port


def check(*names: str, **options) -> str:
    """The report. Raises CommandError when something failed; its `report` is the text."""
    out = StringIO()
    try:
        call_command("onec", "check", *names, stdout=out, no_color=True, **options)
    except CommandError as error:
        error.report = out.getvalue()
        raise
    return out.getvalue()


def failing(*names: str, **options) -> str:
    with pytest.raises(CommandError) as caught:
        check(*names, **options)
    return caught.value.report


@pytest.fixture
def profiled(settings, tmp_path):
    """profiled(text): the shipped profile with this laid over it is in use."""

    def use(text: str) -> None:
        file = tmp_path / "mine.toml"
        file.write_text(f'extends = "erp_2_5"\n{text}', "utf-8")
        settings.ONEC_PROFILE = str(file)

    return use


def test_the_simulated_base_passes_entity_by_entity(onec):
    report = check()
    for one in regulation.entities():
        assert f"ok    {one.name} " in report
    for one in regulation.topics():
        assert f"→ {one.name} " in report
    assert ", 0 FAIL" in report


def test_nothing_is_written(onec, django_assert_num_queries):
    before = onec.control("GET", "counts")
    check()
    assert onec.control("GET", "counts") == before
    assert {entry["method"] for entry in onec.log(5000)} == {"GET", "POST"}  # POST of empty batches
    assert not onec.orders()


def test_one_entity_can_be_asked_for(onec):
    report = check("prices")
    assert "prices" in report and "stock" not in report


def test_a_base_can_be_named(onec, settings):
    url, settings.ONEC_URL = settings.ONEC_URL, "http://127.0.0.1:1/nowhere"
    assert "0 FAIL" in check("regions", url=url, user="portal", password="portal")


def test_nobody_answers(onec):
    report = failing(url=f"http://127.0.0.1:{free_port()}/demo")
    assert "Check that the base and its web publication are running" in report
    assert "prices" not in report, "said once, not for every entity"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "must begin with http:// or https://"),
        ("127.0.0.1/demo", "must begin with http:// or https://"),
        ("http://127.0.0.1/demo/odata/standard.odata", "without /odata, /hs or anything behind it"),
        ("http://127.0.0.1/demo/hs/portal/v1", "without /odata, /hs or anything behind it"),
    ],
)
def test_an_address_that_is_none(address, said, settings):
    with pytest.raises(CommandError, match=said):
        check(url=address)
    settings.ONEC_URL = address
    assert all(said in error.msg for error in checks.address_is_sound(None)) or not address


def test_https_where_there_is_none(onec):
    report = failing(url=onec.base_url.replace("http:", "https:"))
    assert "write http:// instead of https://" in report and "1 FAIL" in report


def test_an_authority_that_is_not_there(settings):
    settings.ONEC_CA_FILE = "/nowhere/ca.pem"
    assert ["/nowhere/ca.pem" in error.msg for error in checks.address_is_sound(None)] == [True]


def test_another_publication(onec):
    report = failing(url=f"{onec.url}/another")
    assert report.count(f"Check the name of the publication in {onec.url}/another") == 3


def test_a_page_instead_of_data(onec):
    onec.fault({"channel": "any"}, {"status": 200, "form": "html"})
    report = failing()
    assert "a JSON object was expected" in report and "it is not XML" in report


def test_a_base_that_takes_too_long(onec, settings):
    settings.ONEC_TIMEOUT = 0.2
    onec.fault({"channel": "any"}, {"delay": 0.5})
    assert "No answer within ONEC_TIMEOUT, 0.2 s" in failing("prices")


def test_rows_that_are_all_another_entitys(onec, profiled):
    profiled('[units]\nwhere = { Owner_Type = "Единица" }')
    report = check("units")
    assert "is one of units; check “where”" in report and "mine.toml, [units]" in report
    profiled("")
    assert "note" not in check("units").splitlines()[2], "units come after many packagings"


def test_a_wrong_password(onec):
    assert "ONEC_PASSWORD" in failing(password="wrong")


def test_a_catalogue_that_is_not_published(onec, profiled):
    profiled('[regions]\nsource = "Catalog_БизнесЗоны"')
    report = failing("regions", "warehouses")
    assert "Catalog_БизнесЗоны is not published; there is: Catalog_БизнесРегионы" in report
    assert "mine.toml, [regions]" in report
    assert "ok    warehouses" in report


def test_a_field_that_an_update_of_1c_renamed(onec, profiled):
    profiled('[clients.fields]\nfull_name = "НаименованиеКраткое"')
    report = failing("clients")
    assert "no field НаименованиеКраткое; there is: НаименованиеПолное" in report


def test_a_feed_that_the_extension_does_not_have(onec, profiled):
    profiled('[prices]\nsource = "price_list"')
    assert "the portal service has no price_list" in failing("prices")


def test_a_mapping_that_reads_no_row(onec, profiled):
    profiled('[clients.fields]\nregion = "Description"')
    report = failing("clients")
    assert "none of the" in report and "Description (region)" in report


def test_bad_rows_are_counted_and_do_not_fail(onec):
    onec.edit("Catalog_Партнеры", {"Code": "9" * 200}, match={"Code": "00-00000001"})
    report = check("clients")
    assert "note  clients" in report and "1 of 40 rows would be parked" in report


def test_a_1c_that_fails_is_told_with_its_own_words(onec):
    onec.fault({"channel": "B", "path": "/prices"}, {"status": 500, "form": "xml"})
    assert "Ошибка, заданная управлением симулятора" in failing("prices")


def test_an_unknown_name_is_refused(onec):
    with pytest.raises(CommandError, match="pries"):
        check("pries")
    assert conf.profile_file().exists()
