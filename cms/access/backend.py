"""Django's `user.has_perm()` for the permissions declared in the registry."""

from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied

from cms.access import permissions
from cms.access.checks import allows


class AccessBackend(ModelBackend):
    """Users of the database, judged by the matrix and the grants.

    For a declared permission this answer is final: Django has model permissions of the same names
    ("ordering.view_order"), and one of those given to a group must open nothing. What nobody
    declared (Wagtail's own) is left to Django.
    """

    def has_perm(self, user_obj, perm: str, obj=None) -> bool:
        if perm not in permissions.names():
            return super().has_perm(user_obj, perm, obj)
        if not allows(user_obj, perm, obj):
            raise PermissionDenied
        return True
