"""The demo's site: its pages and news of an invented manufacturer, in three languages, and what is around them."""

from content.demo.frame import load_frame
from content.demo.loading import load_demo_content


def load() -> None:
    """What `manage.py demo` calls."""
    load_demo_content()
    load_frame()


__all__ = ["load", "load_demo_content"]
