"""The Wagtail admin in the portal's own clothes; its logo and icon are in `templates/wagtailadmin/`."""

from django.conf import settings
from django.template.loader import render_to_string
from wagtail import hooks

from cms.brand import hsl


@hooks.register("insert_global_admin_css")
def brand_colours() -> str:
    """Wagtail derives its shades from two colours: what menus stand on, and what links and buttons are."""
    light, dark = settings.BRAND.light, settings.BRAND.dark
    colours = {"primary": hsl(light["steel"]), "secondary": hsl(light["accentText"]), "dark": dark}
    return render_to_string("brand/admin.html", colours)
