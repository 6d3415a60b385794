"""Pages of the public site."""

from content.models.banners import Banner
from content.models.base import PortalPage
from content.models.drafts import DraftLink
from content.models.frame import SiteFrame
from content.models.news import NewsIndexPage, NewsPage, NewsTag, Rubric, TaggedNews
from content.models.opened import OpenedRole
from content.models.pages import HomePage, SectionPage, StandardPage
from content.models.reference import ContactsPage, DocumentLibraryPage, FaqPage
from content.models.translation import ChangedSource, GlossaryTerm, SharedPage, TranslationTask

__all__ = [
    "Banner",
    "ChangedSource",
    "ContactsPage",
    "DocumentLibraryPage",
    "DraftLink",
    "FaqPage",
    "GlossaryTerm",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "NewsTag",
    "OpenedRole",
    "PortalPage",
    "Rubric",
    "SectionPage",
    "SharedPage",
    "SiteFrame",
    "StandardPage",
    "TaggedNews",
    "TranslationTask",
]
