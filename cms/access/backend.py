"""Django's `user.has_perm()` for the permissions declared in the registry."""

from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied

from cms.access import permissions
from cms.access.checks import allows
from cms.accounts.loading import user_by_key
from cms.accounts.models import User


class AccessBackend(ModelBackend):
    """Users of the database, judged by the matrix and the grants.

    For a declared permission this answer is final: Django has model permissions of the same names
    ("ordering.view_order"), and one of those given to a group must open nothing. What nobody
    declared (Wagtail's own) is left to Django.
    """

    def get_user(self, user_id: int) -> User | None:
        user = user_by_key(user_id)
        return user if user and self.user_can_authenticate(user) else None

    def has_perm(self, user_obj, perm: str, obj=None) -> bool:
        if perm not in permissions.names():
            return super().has_perm(user_obj, perm, obj)
        if not allows(user_obj, perm, obj):
            raise PermissionDenied
        return True
