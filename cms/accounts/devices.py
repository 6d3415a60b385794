"""What a person signs in with, as far as its own word goes: "Firefox · Windows". No versions: those change weekly."""

from ipaddress import ip_address

from django.utils.translation import gettext as _

UNKNOWN_ADDRESS = "::"
# The first that occurs in the User-Agent counts: everybody claims to be somebody else too.
BROWSERS = [
    ("YaBrowser", "Yandex Browser"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
]
SYSTEMS = [
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
]


def named(user_agent: str) -> str:
    """Browser and system; a few words in the reader's language where neither is known."""
    known = [_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)]
    return " · ".join(filter(None, known)) or _("unknown device")


def code_of(user_agent: str) -> str:
    """The same without a language, to compare; "" for what is not known."""
    return " · ".join(filter(None, [_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)]))


def recorded_address(address: str) -> str:
    """The address if it is one; a proxy may send anything."""
    try:
        return str(ip_address(address))
    except ValueError:
        return UNKNOWN_ADDRESS


def _first(names: list[tuple[str, str]], user_agent: str) -> str:
    return next((name for mark, name in names if mark in user_agent), "")
