"""What can be done with an account."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.users.models import UserProfile

from cms.access.models import Role
from cms.accounts.services import user_block, user_create, user_set_language, user_unblock
from tests.factories.accounts import PASSWORD


def test_creates_an_account_with_its_roles(db):
    user = user_create(email="A@A.example", password=PASSWORD, language="kk", roles=["buyer_manager"])
    assert (user.email, user.language, user.check_password(PASSWORD)) == ("a@a.example", "kk", True)
    assert list(user.groups.values_list("role__code", flat=True)) == ["buyer_manager"]


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"password": "short"}, ValidationError),
        ({"email": "no address"}, ValidationError),
        ({"language": "de"}, ValidationError),
        ({"roles": ["king"]}, Role.DoesNotExist),
    ],
)
def test_refuses_and_leaves_nothing(db, django_user_model, fields, error):
    with pytest.raises(error):
        user_create(**{"email": "a@a.example", "password": PASSWORD, **fields})
    assert not django_user_model.objects.exists()


def test_an_account_without_a_password_cannot_be_signed_in_to(db):
    assert not user_create(email="a@a.example", password=None).has_usable_password()


def test_blocks_and_unblocks(world):
    assert not user_block(user=world.owner).is_active
    assert user_unblock(user=world.owner).is_active


def test_an_unknown_language_is_refused(world):
    with pytest.raises(ValidationError):
        user_set_language(user=world.owner, language="de")
    world.owner.refresh_from_db()
    assert world.owner.language == "en"


def test_wagtails_profile_and_the_account_have_one_language(world):
    user = world.owner
    profile = UserProfile.get_for_user(user)
    assert profile.get_preferred_language() == user.language

    user_set_language(user=user, language="kk")
    profile.refresh_from_db()
    assert profile.preferred_language == "kk"

    profile.preferred_language = "en"
    profile.save()
    user.refresh_from_db()
    assert user.language == "en"
