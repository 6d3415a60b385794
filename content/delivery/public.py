"""Which pages anybody may read, and at which address. The first segment of a path is the language: "/ru/news/x/"."""

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from wagtail.models import Page, PageViewRestriction

from cms.prepared import text_slot
from content.models import SharedPage

LANGUAGES = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


def public(pages: QuerySet) -> QuerySet:
    """Those that are live, translated or by choice the same in all languages, and below no restricted page."""
    whole_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restriction = PageViewRestriction.objects.alias(whole=whole_path).filter(whole__startswith=F("page__path"))
    shared = SharedPage.objects.filter(translation_key=OuterRef("translation_key"))
    foreign = Page.objects.filter(~Q(alias_of__locale=F("locale")), ~Exists(shared), alias_of__isnull=False)
    return pages.filter(~Exists(foreign.filter(pk=OuterRef("pk"))), ~Exists(restriction), live=True)


def in_language(model: type[Page]) -> QuerySet:
    """Public pages of the language that goes into the slot `locale`."""
    return public(model.objects).filter(locale__language_code=text_slot("locale"))


def path_of(language: str, url_path: str) -> str:
    """Address of a page below a front page, which is always at depth 2: "/front-kk/news/x/" → "/kk/news/x/"."""
    return f"/{language}/{url_path.split('/', 2)[2]}"


def absolute(path: str) -> str:
    """The same with scheme and host, for search engines and mail."""
    return settings.PORTAL_URL.rstrip("/") + path


def segments_of(path: str) -> list[str]:
    """What is between the slashes: ["ru", "news", "x"]."""
    return [segment for segment in path.split("/") if segment]


def normal(path: str) -> str:
    """One way to write a path: "/ru/news/x/"."""
    return "/".join(["", *segments_of(path), ""]) if segments_of(path) else "/"
