"""A load while it waits or runs: what a page shows at first, and what its script asks for every second."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views import View

from integration import loading
from integration.console.access import ReadersOnly, runners_only
from integration.console.pages import back, entity_or_404
from integration.models import LoadRun, LoadStatus
from integration.templatetags.exchange import rate


def current(entity: str) -> LoadRun | None:
    """The load that runs, else the one that waits."""
    going = LoadRun.objects.filter(entity=entity, status__in=[LoadStatus.RUNNING, LoadStatus.QUEUED])
    return going.order_by("-status", "-started").first()  # "running" comes after "queued"


def described(run: LoadRun | None) -> dict | None:
    """{"run", "text", "percent"}: percent 0 to 100, None while nobody knows; None when nothing waits or runs."""
    if run is None:
        return None
    share = run.share if run.status == LoadStatus.RUNNING else None
    return {"run": run.pk, "text": _text(run), "percent": round(share * 100) if share is not None else None}


def _text(run: LoadRun) -> str:
    if run.status == LoadStatus.QUEUED:
        return _("The load waits for a worker.")
    if run.cancel_asked:
        return _("The load ends at its next page. What it has read is kept.")
    if run.expected:
        said = _("%(read)s of %(expected)s rows read, %(rate)s a second")
    else:
        said = _("%(read)s rows read, %(rate)s a second")
    return said % {"read": _number(run.read), "expected": _number(run.expected or 0), "rate": rate(run.rate) or "0"}


def _number(value: int) -> str:
    return number_format(value, use_l10n=True, force_grouping=True)


class ProgressView(ReadersOnly, View):
    """{"load": as `described`}, never kept by anybody on the way."""

    def get(self, request: HttpRequest, entity: str) -> HttpResponse:
        answer = JsonResponse({"load": described(current(entity_or_404(entity).name))})
        answer["Cache-Control"] = "no-store"
        return answer


@runners_only
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """End a load at its next page, or before it begins."""
    run = get_object_or_404(LoadRun, pk=pk)
    if loading.load_cancel(run, request.user):
        messages.success(request, _("The load is being cancelled. What it has read is kept."))
    else:
        messages.warning(request, _("The load is over already."))
    return back(request, "exchange_entity", run.entity)
