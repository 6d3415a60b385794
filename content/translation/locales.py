"""The form of a locale: names for what wagtail-localize leaves with the fields' names in the code."""

from django.utils.translation import gettext_lazy as _
from wagtail_localize.locales.views import CreateView
from wagtail_localize.models import LocaleSynchronization, LocaleSynchronizationModelForm


class SynchronizationForm(LocaleSynchronizationModelForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sync_from"].label = _("Language to copy from")


def name_fields() -> None:
    LocaleSynchronization.base_form_class = SynchronizationForm
    CreateView.get_page_subtitle = lambda view: ""  # the title says it, and the model has no name but in English
