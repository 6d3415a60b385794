"""Where editors find what is around the pages: the menu and footer, banners."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from content.borders import ChosenNowhere
from content.models import Banner, SiteFrame


class SiteFrameViewSet(SnippetViewSet):
    model = SiteFrame
    chooser_viewset_class = ChosenNowhere
    icon = "bars"
    menu_label = _("Menu and footer")
    copy_view_enabled = False
    list_display = ["__str__", "locale", LiveStatusTagColumn(label=_("Status"))]


class BannerViewSet(SnippetViewSet):
    model = Banner
    chooser_viewset_class = ChosenNowhere
    icon = "warning"
    menu_label = _("Banners")
    list_display = [
        "__str__",
        "locale",
        Column("get_kind_display", label=capfirst(_("kind")), sort_key="kind"),
        DateColumn("starts_at", label=capfirst(_("shown from")), sort_key="starts_at"),
        DateColumn("ends_at", label=capfirst(_("shown until")), sort_key="ends_at"),
        LiveStatusTagColumn(label=_("Status")),
    ]
    list_filter = ["kind", "live"]
    search_fields = ["text"]
    ordering = ["-pk"]


class SiteGroup(SnippetViewSetGroup):
    items = (SiteFrameViewSet, BannerViewSet)
    menu_label = _("Around the pages")
    menu_name = "site-parts"
    menu_icon = "desktop"
    menu_order = 250
