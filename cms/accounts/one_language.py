"""A person has one language: Wagtail's profile, which its admin and its letters go by, keeps that of the account."""

from collections.abc import Collection

from django.db.models.signals import post_save
from wagtail.users.models import UserProfile

from cms.accounts.models import User


def connect() -> None:
    post_save.connect(account_saved, sender=User)
    post_save.connect(profile_saved, sender=UserProfile)


def account_saved(instance: User, update_fields: Collection[str] | None, raw: bool, **kwargs) -> None:
    if not raw and (update_fields is None or "language" in update_fields):
        profiles = UserProfile.objects.filter(user=instance).exclude(preferred_language=instance.language)
        profiles.update(preferred_language=instance.language)


def profile_saved(instance: UserProfile, raw: bool, **kwargs) -> None:
    """A new profile takes the account's language; one chosen in the admin becomes the account's."""
    if raw:
        return
    if instance.preferred_language:
        User.objects.filter(pk=instance.user_id).update(language=instance.preferred_language)
    else:
        instance.preferred_language = instance.user.language
        UserProfile.objects.filter(pk=instance.pk).update(preferred_language=instance.preferred_language)
