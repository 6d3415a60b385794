"""What all pages of the site have in common."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property, classproperty
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import Page
from wagtail.search import index

from content.translation.completeness import current_revision
from content.translation.shared import is_shared

OF_INTEGRATORS = ("lead", "date", "body")


class PortalPage(Page):
    """A page with a lead: what it is about in one or two sentences, shown under the title and in lists.

    Two things are never live: a copy that stands for a translation nobody made, and a translation with
    strings still in the language of its source.
    """

    lead = models.TextField(
        _("lead"), blank=True, max_length=500, help_text=_("What it is about, in one or two sentences.")
    )

    private_page_options: list[str] = []  # the site is public; what is not for everybody belongs in the cabinet
    search_fields = [*Page.search_fields, index.SearchField("lead")]
    content_panels = [*Page.content_panels, FieldPanel("lead")]

    class Meta:
        abstract = True

    @classproperty
    def api_fields(cls) -> list[APIField]:
        """What integrators read and write of it through Wagtail's own API, besides what every page has there."""
        own = {field.name for field in cls._meta.get_fields()}
        return [APIField(name, writable=True) for name in OF_INTEGRATORS if name in own]

    def save(self, *args, update_fields=None, **kwargs) -> None:
        if self.live and self.stands_for_a_translation:
            self.live = False
            update_fields = update_fields and {*update_fields, "live"}
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def stands_for_a_translation(self) -> bool:
        """Whether this is a copy of another language's page, which nobody chose to show in all languages."""
        copied = self.alias_of_id is not None and self.alias_of.locale_id != self.locale_id
        return copied and not is_shared(self.translation_key)

    def publish(self, revision, user=None, **kwargs):
        return super().publish(current_revision(self, revision, user), user=user, **kwargs)

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """This page as a whole document."""
        from content.shell.pages import page_response

        return page_response(self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The draft an editor is at, as the real page."""
        from content.shell.previews import preview_response

        return preview_response(self, mode_name, request.user)

    @cached_property
    def preview_modes(self) -> list[tuple[str, str]]:
        from content.shell.previews import modes_of

        return modes_of(self)

    @property
    def default_preview_mode(self) -> str:
        return "guest"
