"""Modules in the Wagtail admin: which there are, for whom they are off, and what switching one would take away."""

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms import modules
from cms.access import axes, choosers, permissions
from cms.access.forms import chosen_field
from cms.access.levels import Level
from cms.access.views.base import AccessView
from cms.modules import PortalModule
from cms.switches.models import SwitchedOff
from cms.switches.people import only_of
from cms.switches.reading import needing
from cms.switches.services import MANAGE, module_switch

ON, EVERYWHERE, PARTNERS = "on", "everywhere", "partners"


class SwitchForm(forms.Form):
    """On, off for everybody, or off for the people of some partners."""

    state = forms.ChoiceField(
        label=gettext_lazy("The module is"),
        widget=forms.RadioSelect,
        choices=[
            (ON, gettext_lazy("on for everybody")),
            (EVERYWHERE, gettext_lazy("off for everybody")),
            (PARTNERS, gettext_lazy("off for the people of these partners")),
        ],
    )

    def __init__(self, *args, by, partners: dict[int, str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not any(axis.name == "partner" for axis in axes.declared()):
            return
        axis = axes.get("partner")
        self.fields["partners"] = forms.TypedMultipleChoiceField(
            label=gettext_lazy("Partners"),
            choices=list(partners.items()),
            coerce=int,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["another"] = chosen_field(
            choosers.of_axis(axis), axis.objects_for(by), gettext_lazy("Another partner")
        )

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("state") == PARTNERS and not self.off_for():
            self.add_error("another", _("Choose the partner whose people are to do without the module."))
        return cleaned

    def off_for(self) -> list[int]:
        """Keys of the partners, none where the module is on or off for all."""
        if self.cleaned_data.get("state") != PARTNERS:
            return []
        another = self.cleaned_data.get("another")
        return sorted({*self.cleaned_data.get("partners", []), *([another.pk] if another else [])})


class ModulesView(AccessView):
    permission = MANAGE
    template_name = "switches/modules.html"
    page_title = gettext_lazy("Modules")
    header_icon = "cogs"

    def get_context_data(self, **kwargs) -> dict:
        off = {}
        for row in SwitchedOff.objects.all():
            off.setdefault(row.module, []).append(row.partner)
        rows = [(module, off.get(module.label, [])) for module in modules.portal_modules()]
        told = [(module, None in partners, len(partners), needing_titles(module)) for module, partners in rows]
        return super().get_context_data(modules=told, **kwargs)


class SwitchView(AccessView):
    """One module. Nothing is switched before what will disappear has been shown."""

    permission = MANAGE
    template_name = "switches/switch.html"
    header_icon = "cogs"

    @cached_property
    def module(self) -> PortalModule:
        found = next((m for m in modules.portal_modules() if m.label == self.kwargs["label"]), None)
        if found is None:
            raise Http404
        return found

    def get_page_title(self) -> str:
        return str(self.module.title)

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("modules"), _("Modules"))]

    def get_form(self, data=None) -> SwitchForm:
        off = set(SwitchedOff.objects.filter(module=self.module.label).values_list("partner", flat=True))
        asked = {int(key) for key in (data.getlist("partners") if data else []) if key.isdigit()}
        partners = sorted({key for key in off | asked if key is not None})
        state = EVERYWHERE if None in off else PARTNERS if off else ON
        initial = {"state": state, "partners": partners}
        return SwitchForm(data, by=self.request.user, partners=names(partners), initial=initial)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = self.get_form(request.POST)
        step = request.POST.get("step")
        if not form.is_valid() or step == "edit":
            return self.render_to_response(self.get_context_data(form=form))
        everywhere, partners = form.cleaned_data["state"] == EVERYWHERE, form.off_for()
        if step == "apply":
            module_switch(user=request.user, module=self.module, everywhere=everywhere, partners=partners)
            messages.success(request, _("Switched: from everybody's next request on."))
            return redirect("modules")
        context = {"form": form, "preview": taken_away(self.module, partners if not everywhere else None)}
        context |= {"state": form.cleaned_data["state"], "off_for": names(partners)}
        return self.render_to_response(self.get_context_data(**context))

    def get_context_data(self, **kwargs) -> dict:
        kwargs.setdefault("form", self.get_form())
        return super().get_context_data(module=self.module, needing=needing_titles(self.module), **kwargs)


def needing_titles(module: PortalModule) -> str:
    labels = needing(module.label)
    return ", ".join(str(known.title) for known in modules.portal_modules() if known.label in labels)


def names(partners: list[int]) -> dict[int, str]:
    known = axes.names_of({"partner": key} for key in partners)
    return {key: known.get(("partner", key), str(key)) for key in partners}


def taken_away(module: PortalModule, partners: list[int] | None) -> dict:
    """What disappears when the module is off for the partners (None: for all), with the modules that need it."""
    labels = [module.label, *needing(module.label)]
    gone = [known for known in modules.portal_modules() if known.label in labels]
    lost = [declared for declared in permissions.declared() if declared.module in labels]
    return {
        "modules": [known.title for known in gone],
        "screens": [entry.title for known in gone for entry in known.menu],
        "permissions": [declared.title for declared in lost],
        "addresses": [f"/api/v1/{label}/" for label in labels],
        "people": _people(lost, partners),
    }


def _people(lost: list[permissions.Permission], partners: list[int] | None) -> int:
    """How many active people would lose any of the permissions."""
    held = Q(
        groups__role__levels__permission__in=[declared.name for declared in lost],
        groups__role__levels__level__gt=Level.NONE,
    )
    people = get_user_model().objects.filter(held, is_active=True).distinct().values_list("pk", flat=True)
    return people.count() if partners is None else len(only_of(people, partners))
