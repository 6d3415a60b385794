"""Choosers of the access screens: people and the objects of each axis, found by name, only those one may see."""

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic import chooser as views
from wagtail.admin.viewsets.chooser import ChooserViewSet

from cms.access import axes
from cms.access.checks import allows
from cms.access.grants import ASSIGN_ROLES, MANAGE_GRANTS, people_for

SEARCHED = ("name", "full_name", "number", "code", "email", "first_name", "last_name")


def may_choose(user) -> bool:
    return allows(user, MANAGE_GRANTS) or allows(user, ASSIGN_ROLES)


def found(objects: QuerySet, words: str) -> QuerySet:
    """Rows with every word in one of the fields people know them by."""
    fields = [name for name in SEARCHED if _has(objects.model, name)]
    for word in words.replace("\x00", " ").split():
        anywhere = Q()
        for field in fields:
            anywhere |= contains(field, word)
        objects = objects.filter(anywhere)
    return objects


def contains(field: str, word: str) -> Q:
    """The field holds the word in whatever case: SQLite by itself ignores the case of Latin letters only."""
    either = Q()
    for spelling in dict.fromkeys((word, word.lower(), word.upper(), word.capitalize())):
        either |= Q(**{f"{field}__icontains": spelling})
    return either


def _has(model, name: str) -> bool:
    try:
        return not model._meta.get_field(name).is_relation
    except FieldDoesNotExist:
        return False


class WordsForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Search term"), widget=forms.TextInput(attrs={"placeholder": _("Search")}), required=False
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        words = self.cleaned_data.get("q")
        if not words:
            return objects
        self.is_searching, self.search_query = True, words
        return found(objects, words)


class Guarded:
    """Each view of a chooser asks who is choosing, and offers them what they may see."""

    def dispatch(self, request, *args, **kwargs):
        if not may_choose(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_object_list(self) -> QuerySet:
        return self.offered(self.request.user)

    def get_object(self, pk):
        return self.get_object_list().get(pk=pk)

    def get_objects(self, pks):
        return self.get_object_list().filter(pk__in=pks)


class ScopedChooserViewSet(ChooserViewSet):
    """`offered(user)`: the rows that this user chooses from."""

    register_widget = False
    per_page = 20

    def __init__(self, name: str, model, offered, **kwargs) -> None:
        self.offered = staticmethod(offered)
        super().__init__(name, model=model, **kwargs)
        self.choose_view_class = self._guarded(views.ChooseView)
        self.choose_results_view_class = self._guarded(views.ChooseResultsView)
        self.chosen_view_class = self._guarded(views.ChosenView)
        self.chosen_multiple_view_class = self._guarded(views.ChosenMultipleView)

    def _guarded(self, view_class: type) -> type:
        own = {"offered": self.offered, "filter_form_class": WordsForm}
        return type(view_class.__name__, (Guarded, view_class), own)

    def get_urlpatterns(self):
        """Nothing is created on the way."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]

    def get_common_view_kwargs(self, **kwargs):
        given = super().get_common_view_kwargs(**kwargs)
        return {key: value for key, value in given.items() if key != "permission_policy"}


PEOPLE = ScopedChooserViewSet(
    "access_choose_user",
    get_user_model(),
    lambda user: people_for(user).filter(is_active=True).order_by("last_name", "first_name", "email"),
    icon="user",
    choose_one_text=_("Choose a person"),
    choose_another_text=_("Choose another person"),
)
_of_axes: dict[str, ScopedChooserViewSet] = {}


def of_axis(axis: axes.Axis) -> ScopedChooserViewSet:
    """The chooser of an axis's objects."""
    if axis.name not in _of_axes:
        _of_axes[axis.name] = ScopedChooserViewSet(
            f"access_choose_{axis.name}",
            axis.model,
            axis.objects_for,
            icon="crosshairs",
            choose_one_text=_("Choose"),
            choose_another_text=_("Choose another"),
        )
    return _of_axes[axis.name]


def declared() -> list[ScopedChooserViewSet]:
    return [PEOPLE, *(of_axis(axis) for axis in axes.declared())]


def widget(chooser: ScopedChooserViewSet) -> forms.Widget:
    return chooser.widget_class(show_edit_link=False)
