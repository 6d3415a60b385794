"""Django's `user.has_perm()` for the permissions declared in the registry."""

from django.contrib.auth.backends import BaseBackend

from cms.access import permissions
from cms.access.checks import allows


class AccessBackend(BaseBackend):
    """Answers for declared permissions only; Django's and Wagtail's own go to the next backend.

    A permission of one of our modules that nobody declared is a programming error and raises.
    """

    def has_perm(self, user_obj, perm: str, obj=None) -> bool:
        if perm in permissions.names():
            return allows(user_obj, perm, obj)
        return False
