"""JSON schemas of what stands in `data`: by the regulation and the profile in use, else after an example."""

from integration import profile
from integration.fields import Choice, Date, Field, Flag, Lines, Made, Moment, Number, Ratio, Ref, Text, Whole
from integration.profile import Column, Line, line_of
from integration.regulation import Entity

NUMBER = r"^-?[0-9]+([.][0-9]+)?$"
REFERENCE = {"type": ["string", "null"], "description": "A reference of 1C; null or the zero one: empty."}
DECIMAL = {"type": ["string", "number", "null"], "description": "A decimal, better as text.", "pattern": f"^$|{NUMBER}"}
BY_FIELD = {
    Text: {"type": ["string", "number", "null"]},
    Made: {"type": ["string", "number", "null"]},
    Flag: {"type": "boolean"},
    Number: DECIMAL,
    Lines: {"type": ["array", "null"], "items": {"type": "object"}, "description": "A table part."},
    Ratio: {"type": ["string", "number"], "pattern": NUMBER},
    Whole: {"type": ["string", "integer", "null"]},
    Date: {"type": ["string", "null"], "description": "A day: YYYY-MM-DD, a time after it is passed over."},
    Moment: {"type": ["string", "null"], "description": "ISO 8601 with its offset; without one, the base's own zone."},
}


def of_rows(entity: Entity) -> dict:
    """`data` of an entity kept in a table: the names of the profile."""
    source = profile.source_of(entity.name)
    properties: dict[str, dict] = {}
    for name, declared in entity.fields.items():
        for where in source.fields[name]:
            line = line_of(where)
            properties.setdefault(line.part if line else where, _schema(declared, line))
    for name, value in source.where.items():
        properties.setdefault(name, {"enum": [value, *([None] if value == "" else [])]})
    required = sorted(name for name in properties if name not in source.where)
    return {"type": "object", "required": required, "properties": properties}


def example_of_rows(entity: Entity) -> dict:
    """An object as the entity's readers take it, made from the declaration."""
    source = profile.source_of(entity.name)
    found: dict[str, object] = {}
    for name, declared in entity.fields.items():
        for where in source.fields[name]:
            line = line_of(where)
            found.setdefault(line.part if line else where, _value(declared, line))
    return found | dict(source.where)


def like(example: dict) -> dict:
    """`data` that has at least the members of the example, each of its type or null."""
    return {
        "type": "object",
        "required": sorted(example),
        "properties": {name: _type_of(value) for name, value in example.items()},
    }


def _schema(declared: Field, line: Line | Column | None) -> dict:
    if line:
        return {"type": ["array", "null"], "items": {"type": "object"}, "description": "A table part."}
    if isinstance(declared, Ref):
        return {**REFERENCE, "title": declared.entity}
    if isinstance(declared, Choice):
        return {"enum": list(declared.values)}
    return BY_FIELD.get(type(declared), {})


def _value(declared: Field, line: Line | Column | None) -> object:
    if isinstance(line, Column):
        return []
    if line:
        return [{"LineNumber": "1", line.column: line.value, line.wanted: "…"}]
    if isinstance(declared, Choice):
        return next(iter(declared.values))
    examples = {Ref: "6b000000-0000-4000-8000-000000000001", Flag: False, Number: "12.50", Ratio: "1", Whole: 1}
    examples |= {Lines: []}
    examples |= {Date: "2026-03-02T00:00:00", Moment: "2026-03-02T09:15:00+05:00"}
    return examples.get(type(declared), "…")


def _type_of(value: object) -> dict:
    match value:
        case None:
            return {}
        case bool():
            return {"type": ["boolean", "null"]}
        case int():
            return {"type": ["integer", "null"]}
        case str():
            return {"type": ["string", "null"]}
        case list():
            return {"type": "array", "items": like(value[0])}
    return like(value)
