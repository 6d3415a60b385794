"""What wagtail-localize says in English in every language, because it never marked it."""

from django.utils.translation import gettext_lazy as _
from wagtail_localize import models
from wagtail_localize.locales.views import CreateView
from wagtail_localize.views import edit_translation

IN_FIGURES = "%d.%m.%Y"  # strftime knows the months in English alone


class SynchronizationForm(models.LocaleSynchronizationModelForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sync_from"].label = _("Language to copy from")
        if "enabled" in self.fields:
            self.fields["enabled"].label = _("Enabled")


def mend() -> None:
    models.LocaleSynchronization.base_form_class = SynchronizationForm
    CreateView.get_page_subtitle = lambda view: ""  # the title says it, and the model has no name but in English
    models.DATE_FORMAT = edit_translation.DATE_FORMAT = IN_FIGURES
