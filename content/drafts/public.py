"""What whoever has a link to a draft sees."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from content.drafts.latest import latest_draft
from content.drafts.services import NoLongerOpen, NoSuchLink, draft_link_open
from content.shell import pages, previews


@require_safe
def draft(request: HttpRequest, token: str) -> HttpResponse:
    """The draft as the real page; 410 with a kind word when the link's time is over, 404 for one nobody made."""
    try:
        link = draft_link_open(token)
    except NoLongerOpen:
        response = pages.withdrawn(request)
    except NoSuchLink:
        response = pages.missing(request)
    else:
        page = link.revision.as_object() if link.revision else latest_draft(link.page.specific)
        response = previews.draft_by_link(page, link.expires_at)
    response["Cache-Control"], response["X-Robots-Tag"] = "no-store, private", "noindex"
    response["Referrer-Policy"] = "no-referrer"  # the address is the key
    return response
