from django.apps import AppConfig


class CmsConfig(AppConfig):
    """The platform's own app; once every module is loaded it discovers what they declare by filename."""

    name = "cms"

    def ready(self) -> None:
        from cms import checks, modules  # noqa: F401  (registers system checks)

        modules.discover("rules")
        modules.discover("exchange")
        modules.discover("subscribers")
