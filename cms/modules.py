"""Pluggable modules: one folder each, declared by a PortalModule, everything else found by filename.

A module is a Django app whose AppConfig is a `PortalModule`. The platform never imports a module by
name; it asks the registry, which is Django's own app registry seen through this file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import AppConfig, apps
from django.urls import URLPattern, URLResolver, include, path
from django.utils.functional import Promise


@dataclass(frozen=True)
class MenuEntry:
    """An entry a module adds to the cabinet's menu; shown to whoever holds `permission` at any level."""

    code: str
    title: str | Promise
    path: str
    icon: str
    permission: str
    order: int = 100


class PortalModule(AppConfig):
    """Declaration of a module.

    `title`: its name for people. `requires`: labels of the modules it may import.
    `menu`: its entries in the cabinet.
    """

    title: str | Promise = ""
    requires: tuple[str, ...] = ()
    menu: tuple[MenuEntry, ...] = ()

    def __init_subclass__(cls, **kwargs) -> None:
        """Django would not choose between the module's class and this one, imported beside it."""
        super().__init_subclass__(**kwargs)
        cls.default = True


def portal_modules() -> list[PortalModule]:
    """Installed modules in the order of INSTALLED_APPS."""
    return [config for config in apps.get_app_configs() if isinstance(config, PortalModule)]


def found(name: str) -> Iterator[tuple[AppConfig, ModuleType]]:
    """The submodule `name` ("rules", "api.urls") of every installed app of ours that has one."""
    for config in apps.get_app_configs():
        if _is_ours(config) and _exists(f"{config.name}.{name}"):
            yield config, import_module(f"{config.name}.{name}")


def discover(name: str) -> None:
    """Import the submodule `name` of every app for what it declares."""
    for _ in found(name):
        pass


def api_urls() -> list[URLPattern | URLResolver]:
    """`<label>/` → `<app>/api/urls.py`, for every app that has one."""
    return [path(f"{config.label}/", include(module)) for config, module in found("api.urls")]


def menu() -> list[MenuEntry]:
    """Menu entries of all installed modules, in order."""
    entries = [entry for module in portal_modules() for entry in module.menu]
    return sorted(entries, key=lambda entry: entry.order)


def _is_ours(config: AppConfig) -> bool:
    return isinstance(config, PortalModule) or getattr(config, "portal_app", False)


def _exists(dotted: str) -> bool:
    try:
        return find_spec(dotted) is not None
    except ModuleNotFoundError:
        return False
