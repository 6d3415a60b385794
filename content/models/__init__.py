"""Pages of the public site."""

from content.models.banners import Banner
from content.models.base import PortalPage
from content.models.drafts import DraftLink
from content.models.frame import SiteFrame
from content.models.opened import OpenedRole
from content.models.pages import HomePage, NewsIndexPage, NewsPage, StandardPage
from content.models.translation import ChangedSource, GlossaryTerm, SharedPage, TranslationTask

__all__ = [
    "Banner",
    "ChangedSource",
    "DraftLink",
    "GlossaryTerm",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "OpenedRole",
    "PortalPage",
    "SharedPage",
    "SiteFrame",
    "StandardPage",
    "TranslationTask",
]
