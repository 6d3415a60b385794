"""The Wagtail admin has no sign-in of its own: whoever comes to it is sent to the portal's, second factor included."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

HOME = "/admin/"


@never_cache
def to_the_portals_sign_in(request: HttpRequest) -> HttpResponseRedirect:
    """Where Wagtail sends people it does not let in. Somebody signed in has no right to the admin: to the cabinet."""
    if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
        return HttpResponseRedirect(f"/{get_language()}/cabinet")
    wanted = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        wanted = HOME
    if request.user.is_authenticated:
        return HttpResponseRedirect(wanted)
    return HttpResponseRedirect(f"/{get_language()}/sign-in?{urlencode({'next': wanted})}")
