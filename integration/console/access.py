"""Who comes into the console, and who may do something there."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from cms.access.checks import allows

VIEW, RUN = "integration.view_exchange", "integration.run_exchange"


class ReadersOnly:
    """For whoever may see the exchange."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not allows(request.user, VIEW):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class RunnersOnly:
    """For whoever may run the exchange."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not allows(request.user, RUN):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


def runners_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A POST by somebody who may run the exchange; whatever else is refused."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not allows(request.user, RUN):
            raise PermissionDenied
        return require_POST(view)(request, *args, **kwargs)

    return guarded
