"""Switching. Everybody's access is read anew with their next request."""

from collections.abc import Collection

from django.db import transaction

from cms import audit
from cms.access.checks import require
from cms.access.invalidation import changed
from cms.modules import PortalModule
from cms.switches.actions import SWITCHED
from cms.switches.models import SwitchedOff

MANAGE = "switches.manage"


@transaction.atomic
def module_switch(*, user, module: PortalModule, everywhere: bool, partners: Collection[int]) -> None:
    """Make the module off for all (`everywhere`) or for these partners alone, and on for everybody else."""
    require(user, MANAGE)
    wanted = {None} if everywhere else set(partners)
    rows = list(SwitchedOff.objects.select_for_update().filter(module=module.label))
    before = {row.partner for row in rows}
    if before == wanted:
        return
    SwitchedOff.objects.filter(pk__in=[row.pk for row in rows if row.partner not in wanted]).delete()
    SwitchedOff.objects.bulk_create(SwitchedOff(module=module.label, partner=key) for key in wanted - before)
    audit.record(SWITCHED, label=str(module.title), before=_told(before), after=_told(wanted), actor=user)
    changed()


def _told(off: set[int | None]) -> dict:
    return {"off_for_all": None in off, "off_for_partners": sorted(key for key in off if key is not None)}
