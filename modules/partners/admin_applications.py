"""Applications of new clients in the Wagtail admin: found, compared with who is known, decided."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.access.admin import AccessPolicy, ScopedViewSet
from cms.access.checks import Refused, allows, visible
from integration import outbox
from modules.partners.applications import services
from modules.partners.applications.duplicates import duplicates_of
from modules.partners.models import Application, ClientKind, CountryRegion
from modules.partners.models.applications import APPROVED, NEXT

VIEW = "partners.view_application"
CONTACT = Column("contact", label=gettext_lazy("contact person"), accessor="contact")


class KindForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("The company becomes"), choices=ClientKind.choices)


class WordsForm(forms.Form):
    """`words` go to the applicant as they are."""

    words = forms.CharField(
        label=gettext_lazy("What the applicant reads"), widget=forms.Textarea(attrs={"rows": 4}), max_length=2000
    )


class ApplicationInspectView(generic.InspectView):
    """The application, its possible doubles, its way, and what can be done about it now."""

    def get_context_data(self, **kwargs) -> dict:
        application, reader = self.object, self.request.user
        may = allows(reader, services.DECIDE, application)
        exchange = outbox.status_of(services.TOPIC, [application.pk]).get(application.pk)
        return super().get_context_data(**kwargs) | {
            "duplicates": duplicates_of(application, reader),
            "history": application.history.select_related("user"),
            "exchange": exchange,
            "decisions": may and APPROVED in NEXT[application.status],
            "kind_form": KindForm(),
            "words_form": WordsForm(),
            "decide_url": reverse("application:decide", args=[application.pk]),
        }


class DecideView(View):
    """POST `decision`: approve (with `kind`), reject or ask (with `words`)."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk) -> HttpResponse:
        application = visible(Application.objects.filter(pk=pk), request.user, VIEW).first()
        if application is None:
            raise Http404
        try:
            said = self._decide(request, application)
        except Refused as refused:
            messages.error(request, str(refused.permission.title))
            return HttpResponse(status=403)
        except services.Decided:
            said = None
            messages.error(request, _("Somebody has decided about this application meanwhile."))
        if said:
            messages.success(request, said)
        return redirect("application:inspect", application.pk)

    def _decide(self, request: HttpRequest, application: Application) -> str | None:
        kind, words = KindForm(request.POST), WordsForm(request.POST)
        who = {"by": request.user, "application": application}
        match request.POST.get("decision"):
            case "approve" if kind.is_valid():
                services.application_approve(**who, kind=ClientKind(kind.cleaned_data["kind"]))
                return _("Approved. The company is on its way to 1C; its head is invited when 1C has it.")
            case "reject" if words.is_valid():
                services.application_reject(**who, reason=words.cleaned_data["words"])
                return _("Rejected. The applicant is told.")
            case "ask" if words.is_valid():
                services.application_ask(**who, question=words.cleaned_data["words"])
                return _("The question is on its way to the applicant.")
        messages.error(request, _("Say what the applicant is to read."))
        return None


class ApplicationViewSet(ScopedViewSet):
    model = Application
    name = url_namespace = "application"
    view_permission = VIEW
    inspect_view_class = ApplicationInspectView
    inspect_template_name = "partners/admin/application.html"
    icon = "form"
    list_display = ["company", "country", "tax_id", CONTACT, "status", "region", "created_at"]
    list_filter = ["status", "country", "created_at"]
    list_export = ["company", "country", "tax_id", "first_name", "last_name", "email", "phone", "status", "created_at"]
    search_fields = ["company", "tax_id", "email", "last_name", "phone"]
    inspect_view_fields = [
        "company", "country", "tax_id", "first_name", "last_name", "email", "phone", "message", "language",
        "consent_version", "consent_at", "created_at", "region", "status", "kind", "partner", "decided_by",
    ]  # fmt: skip

    def get_urlpatterns(self):
        decide = self.construct_view(DecideView)
        return [*super().get_urlpatterns(), path(f"decide/<{self.pk_path_converter}:pk>/", decide, name="decide")]


class CountryRegionViewSet(ModelViewSet):
    """Whose applications a region's managers see. New ones follow a change, old ones stay where they are."""

    model = CountryRegion
    name = url_namespace = "countryregion"
    icon = "globe"
    list_display = ["__str__", "region"]
    form_fields = ["country", "region"]
    copy_view_enabled = False
    add_to_reference_index = False

    def get_common_view_kwargs(self, **kwargs):
        absent = dict.fromkeys(["history_url_name", "usage_url_name"])
        return super().get_common_view_kwargs(**{**absent, **kwargs})

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("add/", self.add_view, name="add"),
            path("edit/<int:pk>/", self.edit_view, name="edit"),
            path("delete/<int:pk>/", self.delete_view, name="delete"),
        ]

    def on_register(self):
        actions = dict.fromkeys(("view", "add", "change", "delete"), "partners.map_countries")
        register_permission_policy(CountryRegion, AccessPolicy(CountryRegion, **actions))
        super().on_register()

    def get_permissions_to_register(self):
        """None: this screen obeys the matrix, not Django's model permissions."""
        return []
