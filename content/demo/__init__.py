"""The demo's site: four pages and ten news items of an invented manufacturer, in three languages."""

from content.demo.loading import load_demo_content

load = load_demo_content  # the name under which `manage.py demo` finds it

__all__ = ["load", "load_demo_content"]
