"""The portal does not start with an API view that leaves open who may call it."""

from collections.abc import Callable, Iterator

from django.core.checks import Error, register
from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework.views import APIView

from cms.access import permissions
from cms.api.handlers import no_such_address
from cms.api.views import PUBLIC, SIGNED_IN, PortalView

ROOT = "api/v1/"
# Views of others, each with its own guard: allauth's sign-in, and the schema, which is public.
EXEMPT = ("api/v1/auth/", "api/v1/schema/", "api/v1/docs/")


@register()
def every_view_declares_its_permission(app_configs, **kwargs) -> list[Error]:
    """Each view below /api/v1/ names PUBLIC, SIGNED_IN or a permission that exists, for each of its methods."""
    return [error for route, callback in api_views() for error in errors_of(route, callback)]


def api_views() -> Iterator[tuple[str, Callable]]:
    """Route and view function of everything of ours below /api/v1/."""
    for route, callback in _walk(get_resolver().url_patterns, ""):
        if route.startswith(ROOT) and not route.startswith(EXEMPT) and callback is not no_such_address:
            yield route, callback


def errors_of(route: str, callback: Callable) -> Iterator[Error]:
    """What is wrong with one view's declaration."""
    view = getattr(callback, "cls", None) or getattr(callback, "view_class", None) or callback
    declared = getattr(view, "permission", None)
    if isinstance(view, type) and issubclass(view, APIView) and not issubclass(view, PortalView):
        yield _error(f"{_name(view)} at /{route} is no PortalView, so its permission is not checked.", "api.E003")
    if not declared:
        yield _error(f"{_name(view)} at /{route} declares no permission.", "api.E001")
    elif isinstance(declared, dict) and (missing := _methods(view) - set(declared)):
        yield _error(f"{_name(view)} at /{route} declares no permission for {', '.join(sorted(missing))}.", "api.E001")
    for name in declared.values() if isinstance(declared, dict) else [declared]:
        if name and name not in {PUBLIC, SIGNED_IN, *permissions.names()}:
            yield _error(f"{_name(view)} at /{route}: nobody declared a permission {name!r}.", "api.E002")


def _walk(patterns: list, prefix: str) -> Iterator[tuple[str, Callable]]:
    for entry in patterns:
        route = prefix + str(entry.pattern).lstrip("^")
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, route)
        elif isinstance(entry, URLPattern):
            yield route, entry.callback


def _methods(view: type) -> set[str]:
    return {name.upper() for name in ("get", "post", "put", "patch", "delete") if hasattr(view, name)}


def _name(view) -> str:
    return f"{view.__module__}.{getattr(view, '__name__', view)}"


def _error(message: str, code: str) -> Error:
    return Error(message, hint="See cms/api/views.py.", id=code)
