"""Pick a person, a permission and an object; read what allows it or what is missing."""

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from cms.access import choosers, permissions
from cms.access.grants import MANAGE_GRANTS, people_for
from cms.access.roles import GUEST
from cms.access.views.base import AccessView
from cms.access.why import candidates, explain


class WhyView(AccessView):
    """All is in the address, so that an answer can be sent to a colleague. `user` "guest": nobody signed in."""

    permission = MANAGE_GRANTS
    template_name = "access/why.html"
    page_title = gettext_lazy("Why?")
    header_icon = "help"

    @cached_property
    def person(self):
        asked = self.request.GET.get("user", "")
        if asked == GUEST:
            return AnonymousUser()
        return people_for(self.request.user).filter(pk=int(asked)).first() if _is_key(asked) else None

    @cached_property
    def declared(self) -> permissions.Permission | None:
        name = self.request.GET.get("permission", "")
        return permissions.get(name) if name in permissions.names() else None

    @cached_property
    def objects(self) -> list:
        words = self.request.GET.get("object", "")
        return candidates(self.request.user, self.declared.name, words) if self.declared else []

    def get_context_data(self, **kwargs) -> dict:
        widget = choosers.widget(choosers.PEOPLE)
        chosen = self.person if self.person is not None and self.person.is_authenticated else None
        return super().get_context_data(**kwargs) | {
            "person": self.person,
            "person_widget": widget.render("user", chosen, {"id": "id_user"}),
            "media": widget.media,
            "guest": self.request.GET.get("user") == GUEST,
            "modules": _by_module(),
            "declared": self.declared,
            "words": self.request.GET.get("object", ""),
            "objects": self.objects,
            "needs_object": self.declared is not None and self.declared.scope.model is not None,
            "object": self.objects[0] if len(self.objects) == 1 else None,
            "said": self.said(),
        }

    def said(self):
        """The explanation, once all that is needed has been picked."""
        if self.person is None or self.declared is None:
            return None
        if self.declared.scope.model is None:
            return explain(self.person, self.declared.name)
        return explain(self.person, self.declared.name, self.objects[0]) if len(self.objects) == 1 else None


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def _by_module() -> list[tuple[str, list]]:
    found: dict[str, list] = {}
    for declared in permissions.declared():
        found.setdefault(str(apps.get_app_config(declared.module).verbose_name), []).append(declared)
    return list(found.items())
