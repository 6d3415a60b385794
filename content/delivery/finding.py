"""Which page lives at which address. The first segment of a path is the language, as of "/ru/news/x/"."""

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from wagtail.models import Page, PageViewRestriction

from content.models import PAGE_TYPES, PortalPage

LONGEST_PATH = 1000
LANGUAGES = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
_TYPES = [model._meta.model_name for model in PAGE_TYPES]


def public(pages: QuerySet) -> QuerySet:
    """Those that anybody may read: live, themselves a translation, below no restricted page."""
    whole_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restriction = PageViewRestriction.objects.alias(whole=whole_path).filter(whole__startswith=F("page__path"))
    untranslated = Q(alias_of__isnull=False) & ~Q(alias_of__locale=F("locale"))
    return pages.filter(~untranslated, ~Exists(restriction), live=True)


def page_at(path: str) -> PortalPage | None:
    """The public page at `path`, as its own type; None if there is none. One query."""
    segments = [segment for segment in path.split("/") if segment]
    if not segments or segments[0] not in LANGUAGES or len(path) > LONGEST_PATH or "\0" in path:
        return None
    pages = public(Page.objects).filter(locale__language_code=segments[0], depth=len(segments) + 1)
    if len(segments) > 1:
        pages = pages.filter(slug=segments[-1])
    wanted = "/".join(["", *segments, ""])
    for page in pages.select_related("locale", "newspage__cover", *_TYPES):
        if path_of(page) == wanted and (own_type := _own_type(page)):
            return own_type
    return None


def path_of(page: Page) -> str:
    """Address of a page below a front page: "/ru/news/x/". A front page is always at depth 2. `locale` is read."""
    below = page.url_path.split("/", 2)[2]
    return f"/{page.locale.language_code}/{below}"


def absolute(path: str) -> str:
    """The same with scheme and host, for search engines and mail."""
    return settings.PORTAL_URL.rstrip("/") + path


def _own_type(page: Page) -> PortalPage | None:
    for name in _TYPES:
        if own_type := getattr(page, name, None):
            own_type.locale = page.locale
            return own_type
    return None
