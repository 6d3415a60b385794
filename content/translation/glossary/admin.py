"""The glossary in the Wagtail admin."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail_localize.models import Translation

from cms.exports import SafeExportMixin
from content.models import GlossaryTerm
from content.translation.glossary.checking import findings
from content.translation.glossary.files import COLUMNS, LARGEST, terms_import

CHANGE = "content.change_glossaryterm"


class TermsView(SafeExportMixin, generic.IndexView):
    @property
    def header_buttons(self) -> list[HeaderButton]:
        buttons = super().header_buttons
        if self.request.user.has_perm(CHANGE):
            buttons.append(HeaderButton(_("Import"), url=reverse("glossary:import"), icon_name="upload"))
        return buttons


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("CSV file"),
        help_text=_("Columns: Russian, English, Kazakh, note, words not to be used; a heading line first."),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is too large or no CSV file."))
        return file


class ImportView(WagtailAdminTemplateMixin, FormView):
    form_class = ImportForm
    template_name = "content/translation/glossary_import.html"
    page_title = _("Import terms")
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict]:
        glossary = {"url": reverse("glossary:index"), "label": _("Glossary")}
        return [*self.breadcrumbs_items, glossary, {"url": "", "label": self.page_title}]

    def form_valid(self, form: ImportForm) -> HttpResponse:
        read, taken = terms_import(content=form.cleaned_data["file"].read())
        if read.errors:
            form.add_error("file", [*read.errors[:10], _("Nothing was imported.")])
            return self.form_invalid(form)
        text = ngettext("%(number)d term imported.", "%(number)d terms imported.", taken)
        messages.success(self.request, text % {"number": taken})
        return redirect("glossary:index")


class GlossaryViewSet(ModelViewSet):
    model = GlossaryTerm
    index_view_class = TermsView
    icon = "list-ul"
    menu_label = _("Glossary")
    add_to_admin_menu = True
    menu_order = 260
    form_fields = COLUMNS
    list_display = ["ru", "en", "kk", "note"]
    list_export = COLUMNS
    export_filename = "glossary"
    search_fields = COLUMNS
    search_backend_name = None
    list_per_page = 50
    copy_view_enabled = False
    inspect_view_enabled = False
    add_to_reference_index = False

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("import/", ImportView.as_view(), name="import")]


class GlossaryPanel(BaseSidePanel):
    """Beside the texts of a translation: the terms of its original, and where they are not used."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Glossary")
        icon_name = "list-ul"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context) -> dict:
            wrong = sum(finding.is_wrong for finding in self.panel.findings)
            return {**super().get_context_data(parent_context), "count": wrong}

    name = "glossary"
    title = _("Glossary")
    template_name = "content/translation/glossary_panel.html"
    order = 400

    def __init__(self, translation: Translation, instance, request: HttpRequest) -> None:
        super().__init__(instance, request)
        self.findings = findings(translation)

    def get_context_data(self, parent_context) -> dict:
        return {**super().get_context_data(parent_context), "findings": self.findings}
