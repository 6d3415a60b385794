"""Whom a banner means by a role."""

from cms.access.models import Role


def roles_of(user) -> set[str]:
    """Codes of the shipped roles that the user holds; a role made here counts as the one it was copied from."""
    return {role.origin for role in Role.objects.filter(group__user=user)}
