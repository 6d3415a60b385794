"""The query string of a read: what was asked for, checked.

1C decodes percents only: a plus stays a plus, so a query written with `+` for spaces is refused here as there.
"""

from dataclasses import dataclass
from urllib.parse import unquote

from integration.simulator.entities import OBJECTS
from integration.simulator.odata.errors import OPTION, URL, ODataError
from integration.simulator.odata.filters import parse_filter

KNOWN = {"$format", "$filter", "$select", "$orderby", "$top", "$skip", "$inlinecount", "$expand", "allowedOnly"}


@dataclass(frozen=True)
class Query:
    """`select`: None = all fields; `orderby`: pairs of field and "descending?"; `top`: None = all rows."""

    tree: object | None
    select: tuple[str, ...] | None
    orderby: tuple[tuple[str, bool], ...]
    top: int | None
    skip: int
    count: bool


def parse_query(entity: str, query_string: str) -> Query:
    """Raises ODataError 400, code 14."""
    given = options(query_string)
    refuse_expand(entity, given.get("$expand"))
    return Query(
        tree=parse_filter(given["$filter"]) if given.get("$filter") else None,
        select=parse_select(entity, given.get("$select")),
        orderby=parse_orderby(entity, given.get("$orderby")),
        top=whole(given, "$top"),
        skip=whole(given, "$skip") or 0,
        count=given.get("$inlinecount") == "allpages",
    )


def options(query_string: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in query_string.split("&") if part)
    try:
        given = {unquote(name, errors="strict"): unquote(value, errors="strict") for name, _, value in pairs}
    except UnicodeDecodeError:
        raise ODataError(400, URL, "URL не в кодировке UTF-8") from None
    for name in given:
        if name.startswith("$") and name not in KNOWN:
            raise ODataError(400, OPTION, f"Ошибка разбора опций запроса: «{name}»")
    return given


def refuse_expand(entity: str, text: str | None) -> None:
    if not text:
        return
    if isinstance(OBJECTS[entity].get(text), dict):
        raise ODataError(500, "-1", "Внутренняя ошибка сервера: $expand табличной части")
    raise ODataError(400, OPTION, "Ошибка разбора опций запроса: $expand не поддерживается")


def parse_select(entity: str, text: str | None) -> tuple[str, ...] | None:
    names = [name.strip() for name in text.split(",")] if text else []
    if not names or "*" in names:
        return None
    return tuple(known_field(entity, name) for name in names)


def parse_orderby(entity: str, text: str | None) -> tuple[tuple[str, bool], ...]:
    keys = []
    for part in text.split(",") if text else ():
        words = part.split()
        if not words or len(words) > 2 or words[1:] not in ([], ["asc"], ["desc"]):
            raise ODataError(400, OPTION, f"Ошибка разбора опций запроса: $orderby, «{part}»")
        keys.append((known_field(entity, words[0]), words[1:] == ["desc"]))
    return tuple(keys)


def known_field(entity: str, name: str) -> str:
    fields = OBJECTS[entity]
    if name in fields or (name.endswith("_Type") and fields.get(name.removesuffix("_Type")) == "any"):
        return name
    raise ODataError(400, OPTION, f"Ошибка разбора опций запроса: поле не найдено «{name}»")


def whole(given: dict[str, str], name: str) -> int | None:
    text = given.get(name)
    if text is None:
        return None
    if not text.isdigit():
        raise ODataError(400, OPTION, f"Ошибка разбора опций запроса: {name} = «{text}»")
    return int(text)
