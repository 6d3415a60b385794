"""People who sign in."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EmailUserManager(UserManager):
    """Creates users by e-mail; the address is compared without case."""

    def _create_user_object(self, username, email, password, **extra_fields):
        user = self.model(email=self.normalize_email(email).lower(), **extra_fields)
        user.set_password(password)
        return user

    def create_user(self, email, password=None, **extra_fields):
        return super().create_user("-", email, password, **extra_fields)

    def create_superuser(self, email, password=None, **extra_fields):
        return super().create_superuser("-", email, password, **extra_fields)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractUser):
    """Someone with an account, of the client's, the carrier's or the manufacturer's side.

    `access_version` grows with every change of what the user may do; it makes cached access stale at
    once in every process, because the user's row is read with each request anyway.
    """

    username = None
    email = models.EmailField(_("e-mail"), unique=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="ru")
    supervisor = models.ForeignKey(
        "self", verbose_name=_("supervisor"), null=True, blank=True, on_delete=models.SET_NULL, related_name="team"
    )
    access_version = models.PositiveIntegerField(default=0, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    objects = EmailUserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Full name, or the address while none is given."""
        return self.get_full_name() or self.email


class KnownDevice(models.Model):
    """A kind of device ("Firefox · Windows") that a user has signed in with; a new one is told by mail."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="known_devices")
    name = models.CharField(max_length=60)
    first_seen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="one_device_a_name")]

    def __str__(self) -> str:
        return self.name


class Invitation(models.Model):
    """Somebody was asked to join: their account is there already, blocked and without a password, until they accept.

    `nonce` is part of the link; a new one makes earlier links worthless. `organisation` is who invites, for people.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="invitation")
    invited_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    organisation = models.CharField(_("organisation"), max_length=250, blank=True)
    nonce = models.CharField(max_length=32, editable=False)
    sent_at = models.DateTimeField(_("sent"))
    expires_at = models.DateTimeField(_("link expires"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return str(self.user)

    @property
    def is_open(self) -> bool:
        """Whether its link still works."""
        return self.accepted_at is None and timezone.now() < self.expires_at
