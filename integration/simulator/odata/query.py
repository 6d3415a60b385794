"""The query string of a read: what was asked for, checked.

1C decodes percents only: a plus stays a plus, so a query written with `+` for spaces is refused here as there.
"""

from dataclasses import dataclass
from urllib.parse import unquote

from integration.simulator.entities import names_of
from integration.simulator.odata.errors import OPTION, URL, ODataError
from integration.simulator.odata.expand import parse_expand
from integration.simulator.odata.filters import parse_filter
from integration.simulator.profile import Profile

KNOWN = {"$format", "$filter", "$select", "$orderby", "$top", "$skip", "$inlinecount", "$expand", "allowedOnly"}


@dataclass(frozen=True)
class Query:
    """`select`: None = all fields; `orderby`: pairs of field and "descending?"; `top`: None = all rows.

    `allowed_only`: rows the user has no right to are left out instead of refusing the request.
    """

    tree: object | None
    select: tuple[str, ...] | None
    expand: tuple[str, ...]
    orderby: tuple[tuple[str, bool], ...]
    top: int | None
    skip: int
    count: bool
    allowed_only: bool


def parse_query(entity: str, query_string: str, profile: Profile) -> Query:
    """Raises ODataError: 400, code 14, or a 500 where the base cannot do what it promises."""
    given = options(query_string)
    if given.get("$orderby") and entity in profile.orderby_fails:
        raise ODataError(500, "-1", f"Внутренняя ошибка сервера: «{entity}», упорядочивание")
    select = parse_select(entity, given.get("$select"))
    if entity in profile.binary_fails and any(name.endswith("_Base64Data") for name in select or names_of(entity)):
        raise ODataError(500, "-1", f"Внутренняя ошибка сервера: «{entity}», двоичные данные")
    return Query(
        tree=parse_filter(given["$filter"]) if given.get("$filter") else None,
        select=select,
        expand=parse_expand(entity, given.get("$expand"), profile),
        orderby=parse_orderby(entity, given.get("$orderby")),
        top=whole(given, "$top"),
        skip=whole(given, "$skip") or 0,
        count=given.get("$inlinecount") == "allpages",
        allowed_only=given.get("allowedOnly") == "true",
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
    if name in names_of(entity):
        return name
    raise ODataError(400, OPTION, f"Ошибка разбора опций запроса: поле не найдено «{name}»")


def whole(given: dict[str, str], name: str) -> int | None:
    text = given.get(name)
    if text is None:
        return None
    if not text.isdigit():
        raise ODataError(400, OPTION, f"Ошибка разбора опций запроса: {name} = «{text}»")
    return int(text)
