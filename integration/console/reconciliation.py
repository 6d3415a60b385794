"""What the nightly comparison with 1C found, and mending it."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms import broker
from integration import reconciliation, regulation
from integration.console.access import runners_only
from integration.console.masking import HIDDEN, hides
from integration.console.pages import ConsolePage, back
from integration.models import Compared, Reconciliation
from integration.tasks import BULK, reconcile

EXPIRES = 600  # seconds
KINDS = {
    "missing": gettext_lazy("missing here"),
    "extra": gettext_lazy("not in 1C"),
    "different": gettext_lazy("different"),
}
KINDS_OF_DELIVERIES = {"missing": gettext_lazy("not in 1C"), "different": gettext_lazy("1C has an older one")}


@dataclass(frozen=True)
class Sample:
    """One row that differs; `fields`: (field, here, in 1C)."""

    ref: str
    kind: str
    fields: list[tuple[str, str, str]]


class ReconciliationPage(ConsolePage):
    template_name = "integration/reconciliation.html"
    section = "exchange_reconciliation"
    page_title = gettext_lazy("Reconciliation")

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"reports": titled(reconciliation.latest())}


class ReportPage(ConsolePage):
    """One report with its samples."""

    template_name = "integration/reconciliation_report.html"
    section = "exchange_reconciliation"

    @cached_property
    def report(self) -> Reconciliation:
        found = Reconciliation.objects.select_related("repaired_by")
        return titled([get_object_or_404(found, pk=self.kwargs["pk"])])[0]

    def get_page_title(self) -> str:
        return str(self.report.title)

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        return context | {"report": self.report, "samples": samples(self.report, personal=context["may_run"])}


def titled(reports: list[Reconciliation]) -> list[Reconciliation]:
    """The same reports, each with `title`."""
    entities = {entity.name: entity.title for entity in regulation.entities()}
    topics = {topic.name: topic.title for topic in regulation.topics()}
    for report in reports:
        known = entities if report.compared == Compared.ROWS else topics
        report.title = known.get(report.name, report.name)
    return reports


def samples(report: Reconciliation, *, personal: bool) -> list[Sample]:
    kinds = KINDS if report.compared == Compared.ROWS else KINDS_OF_DELIVERIES
    return [
        Sample(
            str(one.get("ref", "")),
            str(kinds.get(one.get("kind", ""), one.get("kind", ""))),
            [_field(name, values, personal) for name, values in (one.get("fields") or {}).items()],
        )
        for one in report.samples
    ]


def _field(name: str, values: list, personal: bool) -> tuple[str, str, str]:
    here, onec = (
        (HIDDEN, HIDDEN) if hides(name, personal) else ("–" if value is None else str(value) for value in values)
    )
    return name, here, onec


@runners_only
def repair(request: HttpRequest, pk: int) -> HttpResponse:
    """Mend what a report found: a full load of the entity, or the lost deliveries again."""
    report = get_object_or_404(Reconciliation, pk=pk)
    if report.differences:
        reconciliation.repair(report, request.user)
        messages.success(request, _("The repair has been queued."))
    else:
        messages.info(request, _("There is nothing to repair."))
    return back(request, "exchange_reconciliation_report", pk)


@runners_only
def compare(request: HttpRequest, compared: str, name: str) -> HttpResponse:
    """Have a worker compare one entity or topic now."""
    if (compared, name) not in reconciliation.reports.subjects():
        messages.warning(request, _("There is nothing of this kind to compare."))
    elif broker.call(reconcile, compared, name, queue=BULK, expires=EXPIRES):
        messages.success(request, _("The comparison has been queued; its report appears here."))
    else:
        messages.error(request, _("No worker can be called now. Try again in a moment."))
    return back(request, "exchange_reconciliation")
