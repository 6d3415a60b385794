"""axe-core finds nothing serious on any screen of the cabinet; the public pages are in test_public_pages.py."""

from pathlib import Path

import pytest
from django.conf import settings

from cms.access import roles
from cms.demo import demo_email

pytestmark = pytest.mark.e2e

AXE = Path(settings.BASE_DIR) / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
CABINET = [
    "cabinet/catalog",
    "cabinet/order/new",
    "cabinet/orders",
    "cabinet/places",
    "cabinet/places/addresses/new",
    "cabinet/places/consignees",
    "cabinet/places/consignees/new",
    "cabinet/terms",
    "cabinet/contacts/new",
]


def serious(page) -> list[str]:
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [
        f"{violation['id']}: {violation['nodes'][0]['html'][:120]}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
    ]


def test_cabinet_screens(person):
    buyer = person("ru")
    buyer.signs_in(demo_email(roles.BUYER_HEAD))
    found = {}
    for path in CABINET:
        buyer.opens(path)
        found[path] = serious(buyer.page)
    assert found == {path: [] for path in CABINET}
