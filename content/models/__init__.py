"""Pages of the public site."""

from content.models.base import PortalPage
from content.models.drafts import DraftLink
from content.models.opened import OpenedRole
from content.models.pages import HomePage, NewsIndexPage, NewsPage, StandardPage

__all__ = ["DraftLink", "HomePage", "NewsIndexPage", "NewsPage", "OpenedRole", "PortalPage", "StandardPage"]
