"""What the site needs before its first page: locales, a front page, permissions. Run after every migrate."""

from django.apps import apps
from django.conf import settings
from django.db import connections, transaction
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Collection, Locale, Page, Site

from content.editors import ensure_editors
from content.models import HomePage
from content.permissions import open_to_editors
from content.workflow import drop_wagtails_own, ship_workflow

WAGTAILS_ROOT = "Root"


def bootstrap_after_migrate(app_config, using: str, **kwargs) -> None:
    """Run once, after the last app's tables exist; not when migrating back to before ours."""
    if app_config.label == _last_label() and _tables_exist(using):
        bootstrap()


@transaction.atomic
def bootstrap() -> None:
    """Create what is missing; change nothing that is there."""
    ensure_locales()
    ensure_site()
    name_roots()
    ensure_editors()
    open_to_editors()
    ship_workflow()
    drop_wagtails_own()


def ensure_locales() -> None:
    """One locale for each language of the site."""
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)


def ensure_site() -> HomePage:
    """The front page of the default language and the site it is the root of, in place of Wagtail's welcome page."""
    root = Page.get_first_root_node() or Page.add_root(title=WAGTAILS_ROOT, slug="root")
    if Collection.get_first_root_node() is None:
        Collection.add_root(name=WAGTAILS_ROOT)
    home = HomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, depth=2).first()
    if home is None:
        home = _add_home(root)
    if not Site.objects.filter(is_default_site=True, root_page=home).exists():
        _make_default(home)
    return home


def name_roots() -> None:
    """What Wagtail calls "Root" in every language bears the portal's name, until somebody gives it another."""
    name = settings.WAGTAIL_SITE_NAME
    Page.objects.filter(depth=1, title=WAGTAILS_ROOT).update(title=name, draft_title=name)
    Collection.objects.filter(depth=1, name=WAGTAILS_ROOT).update(name=name)


def _add_home(root: Page) -> HomePage:
    with translation.override(settings.LANGUAGE_CODE):
        title = gettext("Front page")
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    return root.add_child(instance=HomePage(title=title, slug="front", locale=locale))


def _make_default(home: HomePage) -> None:
    """The welcome page that Wagtail's own migrations made goes when nothing else is below it."""
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    welcome = site.root_page if site.root_page_id else None
    site.root_page, site.site_name = home, settings.WAGTAIL_SITE_NAME
    site.save()
    if welcome and welcome.specific_class is Page and not welcome.get_children().exists():
        welcome.delete()


def _tables_exist(using: str) -> bool:
    return HomePage._meta.db_table in connections[using].introspection.table_names()


def _last_label() -> str:
    """Label of the last app with models: `migrate` emits the signal for those only."""
    return [config.label for config in apps.get_app_configs() if config.models_module][-1]
