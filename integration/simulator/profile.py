"""Where the documentation of 1C and what it does disagree, and what ails a particular base. The only place that knows.

A base starts with one of PROFILES, with single behaviours changed (`--behaviour "slow_write=11,sessions=4"`); the
control API changes them while it runs.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace


@dataclass(frozen=True)
class Profile:
    """How a base behaves. The defaults are the documented ways; times are in seconds."""

    name: str = "as_documented"
    # Where documentation and observation differ.
    checks_if_match: bool = True  # an ETag is given, a stale If-Match gives 412; observed: no ETag, any value passes
    count_ignores_top: bool = True  # $inlinecount counts all rows; observed too, and to count the page as well
    silent: bool = False  # unknown fields, dangling references and long texts pass with 200
    unordered_pages_mix: bool = False  # without $orderby another page comes in another order
    short_pages: bool = False  # now and then a page of $top rows lacks some, though there are more
    expand_fails: bool = False  # $expand of a table part gives 500
    raw_control_characters: bool = False  # a control character of a text stands in the JSON as it is
    control_stops_plan: bool = False  # a control character in one changed row fails SelectChanges as a whole
    internal_form: str = "json"  # form of the 500s: json, xml or html
    web_server_form: str = "json"  # form of what the web server says before 1C does: no sign-in, no free session
    orderby_fails: frozenset[str] = frozenset()  # entities that answer 500 because of $orderby
    binary_fails: frozenset[str] = frozenset()  # entities that answer 500 because of a binary field
    # What may be true of one base and not of another.
    hidden_rows: frozenset[str] = frozenset()  # keys the user has no right to: 401 unless allowedOnly=true
    bom: bool = False  # every JSON answer of channel A begins with a byte order mark
    metadata_megabytes: float = 0  # $metadata is padded with more entities up to this size
    sessions: int = 0  # at most so many sessions at once, 503 above; 0 = as many as come
    session_life: float = 0  # how long a session is held after its answer
    idle_after: float = 30  # after so much quiet …
    slow_after_idle: float = 0  # … the first request takes so much longer
    slow_write: float = 0
    slow_balance: float = 0
    slow_changes: float = 0  # SelectChanges takes so long; nobody else can ask for the node's changes meanwhile

    def as_dict(self) -> dict:
        return {name: sorted(v) if isinstance(v, frozenset) else v for name, v in asdict(self).items()}


OBSERVED = Profile(
    name="as_observed",
    checks_if_match=False,
    silent=True,
    unordered_pages_mix=True,
    short_pages=True,
    expand_fails=True,
    raw_control_characters=True,
    control_stops_plan=True,
    internal_form="xml",
    web_server_form="html",
    orderby_fails=frozenset({"ChartOfCharacteristicTypes_ДополнительныеРеквизитыИСведения"}),
    binary_fails=frozenset({"Catalog_СегментыНоменклатуры"}),
)
PROFILES = {"as_documented": Profile(), "as_observed": OBSERVED}
FORMS = ("json", "xml", "html")


def changed(profile: Profile, changes: Mapping[str, object]) -> Profile:
    """The profile with these behaviours; `name` starts from another profile. Raises ValueError on an unknown one."""
    rest = dict(changes)
    if "name" in rest:
        profile = named(rest.pop("name"))
    return replace(profile, **{name: value_of(profile, name, value) for name, value in rest.items()})


def named(name: object) -> Profile:
    if name not in PROFILES:
        raise ValueError(f"profile must be one of {', '.join(PROFILES)}, not {name}")
    return PROFILES[name]


def value_of(profile: Profile, name: str, value: object):
    """A value as the behaviour of this name keeps it. Raises ValueError."""
    if name not in {field.name for field in fields(Profile)}:
        raise ValueError(f"no such behaviour: {name}")
    kind = type(getattr(profile, name))
    if kind is frozenset and isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return frozenset(value)
    if kind in (int, float) and isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
        return value
    if (kind is bool and isinstance(value, bool)) or (kind is str and value in FORMS):
        return value
    raise ValueError(f"{name} cannot be {value!r}")


def parsed(text: str) -> dict[str, object]:
    """`slow_write=11,bom=true,orderby_fails=Catalog_Склады+Catalog_Валюты` → behaviours. Raises ValueError."""
    pairs = [pair.partition("=") for pair in text.split(",") if pair]
    return {name.strip(): from_text(name.strip(), value.strip()) for name, _, value in pairs}


def from_text(name: str, value: str) -> object:
    kind = type(getattr(Profile(), name, None))
    if kind is bool:
        return {"true": True, "false": False}.get(value, value)
    if kind is frozenset:
        return [one for one in value.split("+") if one]
    return float(value) if kind in (int, float) else value
