"""A tree of conditions → SQL over the columns as far as they go, a test of the row's fields for the rest."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from integration.simulator.entities import LINKS, OBJECTS, names_of
from integration.simulator.odata.errors import OPTION, ODataError
from integration.simulator.odata.filters import All, Any, Cast, Compare, Not
from integration.simulator.refs import UNDEFINED, ZERO

SQL_SIGNS = {"eq": "=", "ne": "<>", "gt": ">", "ge": ">=", "lt": "<", "le": "<="}
SIGNS = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
}

OWNER_TYPE = "Catalog_Номенклатура"

Test = Callable[[dict], bool]


def split(entity: str, tree) -> tuple[str, list, Test | None]:
    """SQL condition ("" when none), its values, and a test for what SQL cannot say (None when nothing is left)."""
    sql, values, tests = [], [], []
    for part in tree.parts if isinstance(tree, All) else (tree,):
        compiled = to_sql(entity, part)
        if compiled:
            sql.append(compiled[0])
            values.extend(compiled[1])
        else:
            tests.append(to_test(entity, part))
    test = (lambda fields: all(one(fields) for one in tests)) if tests else None
    return " AND ".join(sql), values, test


def to_sql(entity: str, part) -> tuple[str, list] | None:
    if isinstance(part, Any):
        return any_to_sql(entity, part)
    if not isinstance(part, Compare):
        return None
    if part.field == "Ref_Key" and isinstance(part.value, str):
        return f"key {SQL_SIGNS[part.operator]} ?", [part.value]
    if part.field == "DeletionMark" and part.operator in ("eq", "ne") and isinstance(part.value, bool):
        return f"deleted {SQL_SIGNS[part.operator]} ?", [part.value]
    if part.field == LINKS.get(entity) and part.operator == "eq":
        return link_to_sql(entity, part)
    return None


def link_to_sql(entity: str, part: Compare) -> tuple[str, list] | None:
    """The indexed field. A composite one holds references to products only, and asks for the cast."""
    value = part.value
    if OBJECTS[entity][part.field] == "any":
        return ("link = ?", [value.key]) if isinstance(value, Cast) and value.type == OWNER_TYPE else None
    return ("link = ?", [value]) if isinstance(value, str) and value not in ("", ZERO) else None


def any_to_sql(entity: str, part: Any) -> tuple[str, list] | None:
    """`Ref_Key eq … or Ref_Key eq …`, the usual way to ask for a set of objects, as one IN."""
    if names_keys(part):
        return f"key IN ({','.join('?' * len(part.parts))})", [one.value for one in part.parts]
    return None


def names_keys(tree) -> bool:
    """Whether all that is asked for are the objects with certain keys."""
    return isinstance(tree, Any) and all(names_key(one) for one in tree.parts)


def names_key(part) -> bool:
    return (
        isinstance(part, Compare) and (part.field, part.operator) == ("Ref_Key", "eq") and isinstance(part.value, str)
    )


def to_test(entity: str, part) -> Test:
    if isinstance(part, Not):
        inner = to_test(entity, part.part)
        return lambda fields: not inner(fields)
    if isinstance(part, All | Any):
        tests, join = [to_test(entity, one) for one in part.parts], all if isinstance(part, All) else any
        return lambda fields: join(test(fields) for test in tests)
    return compare_test(entity, part)


def compare_test(entity: str, part: Compare) -> Test:
    kind = OBJECTS[entity].get(part.field)
    if part.field not in names_of(entity) or isinstance(kind, dict):
        raise ODataError(400, OPTION, f"Ошибка разбора опций запроса: поле не найдено «{part.field}»")
    if kind == "any":
        return composite_test(part)
    read = number if kind in ("double", "int") else lambda value: value
    sign, expected = SIGNS[part.operator], read(part.value)
    if isinstance(expected, bool) != (kind == "bool"):
        raise ODataError(400, OPTION, f"Несоответствие типов: «{part.field}»")
    return lambda fields: sign(read(fields[part.field]), expected)


def composite_test(part: Compare) -> Test:
    """A bare guid silently finds nothing in a composite field: only a cast names the type."""
    if not isinstance(part.value, Cast):
        return lambda fields: part.operator == "ne"
    wanted = (part.value.key, f"StandardODATA.{part.value.type}")
    sign = SIGNS[part.operator]
    return lambda fields: sign((fields[part.field], fields.get(f"{part.field}_Type", UNDEFINED)), wanted)


def number(value) -> Decimal:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise ODataError(400, OPTION, f"Несоответствие типов: «{value}» не число") from None
