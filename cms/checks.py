"""System checks of the platform: a module that breaks the contract does not start."""

from django.apps import apps
from django.core.checks import Error, register

from cms.modules import portal_modules


@register()
def required_modules_are_installed(app_configs, **kwargs) -> list[Error]:
    """`requires` of every module names installed modules."""
    return [
        Error(
            f"Module {module.label} requires {label}, which is not installed.",
            hint=f"Add it to PORTAL_MODULES or remove {module.name} from there.",
            id="cms.E001",
        )
        for module in portal_modules()
        for label in module.requires
        if not apps.is_installed(f"modules.{label}") and label not in {m.label for m in portal_modules()}
    ]
