"""The three caches at a glance: how reads were answered, how old, and a button to forget one."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms import audit
from integration import regulation
from integration.cache import Away, Counts, caches, counts_of
from integration.cache.base import Cache
from integration.console import actions
from integration.console.access import runners_only
from integration.console.pages import ConsolePage, back
from integration.regulation import Entity

KINDS = {"L": gettext_lazy("lazy"), "S": gettext_lazy("synchronized"), "W": gettext_lazy("write-through")}


@dataclass(frozen=True)
class Line:
    """One cache: what it holds answers from (those entities that are installed), and its counts (None: no Redis)."""

    cache: Cache
    entities: list[Entity]
    counts: Counts | None

    @property
    def kind(self) -> str:
        return KINDS[self.cache.kind]


class CachesPage(ConsolePage):
    """All caches; they live in Redis, so nothing is asked of the database."""

    template_name = "integration/caches.html"
    page_title = gettext_lazy("Caches")
    section = "exchange_caches"

    def get_context_data(self, **kwargs) -> dict:
        lines = [Line(cache, _installed(cache), counts_of(cache)) for cache in caches()]
        return super().get_context_data(**kwargs) | {
            "lines": lines,
            "away": any(line.counts is None for line in lines),
        }


@runners_only
def forget(request: HttpRequest, name: str) -> HttpResponse:
    """Forget all that one cache holds, and its counts; what is asked next is loaded anew."""
    cache = next((one for one in caches() if one.name == name), None)
    if cache is None:
        raise Http404
    try:
        held = cache.store.forget(cache.name)
    except Away:
        messages.error(request, _("Redis does not answer: nothing is held now, and nothing could be forgotten."))
    else:
        audit.record(actions.CACHE_FORGOTTEN, label=str(cache.title))
        words = _("“%(cache)s” has forgotten %(number)s entries.")
        messages.success(request, words % {"cache": cache.title, "number": held})
    return back(request, "exchange_caches")


def _installed(cache: Cache) -> list[Entity]:
    known = {entity.name: entity for entity in regulation.entities()}
    return [known[name] for name in cache.entities if name in known]
