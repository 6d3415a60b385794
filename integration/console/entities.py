"""One entity: all that is known of its exchange, and loading it by hand."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from integration import loading, overview, regulation
from integration.console import mapping, progress
from integration.console.access import runners_only
from integration.console.loads import described
from integration.console.pages import ConsolePage, back, entity_or_404
from integration.console.parked import titled
from integration.models import Compared, LoadKind, LoadRun, ParkedRow, Reconciliation

SHOWN_RUNS, SHOWN_ROWS = 20, 10


class EntityView(ConsolePage):
    template_name = "integration/entity.html"

    @cached_property
    def entity(self) -> regulation.Entity:
        return entity_or_404(self.kwargs["entity"])

    def get_page_title(self) -> str:
        return str(self.entity.title)

    def get_context_data(self, **kwargs) -> dict:
        words = mapping.source(self.entity)
        parked = ParkedRow.objects.filter(entity=self.entity.name)
        return super().get_context_data(**kwargs) | {
            "line": overview.entity_line(self.entity),
            "facts": mapping.facts(self.entity),
            "source": words,
            "fields": mapping.fields(self.entity, words),
            "runs": described(LoadRun.objects.filter(entity=self.entity.name).order_by("-started")[:SHOWN_RUNS]),
            "parked": titled(parked.order_by("-since")[:SHOWN_ROWS]),
            "differences": _newest_report(self.entity.name),
            "progress": progress.described(progress.current(self.entity.name)),
        }


def _newest_report(name: str) -> Reconciliation | None:
    return Reconciliation.objects.filter(compared=Compared.ROWS, name=name).order_by("-at").first()


@runners_only
def load(request: HttpRequest, entity: str) -> HttpResponse:
    """Have a worker load an entity: in full, or by changes if the form says so."""
    declared = entity_or_404(entity)
    kind = LoadKind.CHANGES if request.POST.get("kind") == LoadKind.CHANGES else LoadKind.FULL
    loading.load_start(declared.name, kind, request.user)
    said = {
        LoadKind.FULL: _("A full load of “%(entity)s” has been queued."),
        LoadKind.CHANGES: _("Loading the changes of “%(entity)s” has been queued."),
    }
    messages.success(request, said[kind] % {"entity": declared.title})
    return back(request, "exchange_entity", entity)
