"""The OpenAPI document of the exchange service, made from the regulation and the profile in use, with examples.

The same document describes the portal service that 1C offers: what 1C takes there the portal gives here, and the other
way round (docs/onec-contract.md).
"""

import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from integration import conf, regulation
from integration.api import data_schemas
from integration.regulation import Entity, Topic

EXAMPLES = Path(__file__).with_name("examples.json")
ID = {"type": "string", "format": "uuid"}
VERSION = {
    "description": "Grows with every change: a whole number, or OData's DataVersion (base64 of 8 bytes).",
    "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "maxLength": 24}],
}
MARK = {"type": "string", "description": "Opaque: keep the newest and send it back as `since`."}
MOMENT = {"type": ["string", "null"], "format": "date-time"}
RESULT = {
    "type": "object",
    "required": ["id", "status", "version", "ref", "number", "error"],
    "properties": {
        "id": {"type": ["string", "null"]},
        "status": {"enum": ["accepted", "unchanged", "conflict", "rejected"]},
        "version": {**VERSION, "anyOf": [*VERSION["anyOf"], {"type": "null"}], "description": "What is held now."},
        "ref": {"type": ["string", "null"], "description": "Of the object in 1C."},
        "number": {"type": ["string", "null"], "description": "Of the document in 1C."},
        "error": {"anyOf": [{"$ref": "#/components/schemas/Reason"}, {"type": "null"}]},
        "note": {
            "description": "Of an object that is accepted: it waits for a load or for what it points to.",
            "anyOf": [{"$ref": "#/components/schemas/Reason"}, {"type": "null"}],
        },
    },
}
REASON = {
    "type": "object",
    "required": ["code", "message"],
    "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
}
ENTITY_LINE = {
    "type": "object",
    "required": ["name", "changed_at", "mark"],
    "properties": {
        "name": {"type": "string"},
        "changed_at": MOMENT,
        "mark": {"type": ["string", "null"]},
        "taken": {
            "type": ["object", "null"],
            "description": "If it may be pushed: the age of what the portal has.",
        },
    },
}


def _object(properties: dict) -> dict:
    return {"type": "object", "required": list(properties), "properties": properties}


RESULTS = {"type": "array", "items": {"$ref": "#/components/schemas/Result"}}
COMMON = {
    "Reason": REASON,
    "Error": _object({"error": {"$ref": "#/components/schemas/Reason"}}),
    "Result": RESULT,
    "Results": _object({"results": RESULTS}),
    "Ping": _object(
        {
            "time": {"type": "string", "format": "date-time"},
            "configuration": {"type": "string"},
            "release": {"type": "string"},
            "features": {"type": "array", "items": {"type": "string"}},
        }
    ),
    "Root": _object({"entities": {"type": "array", "items": ENTITY_LINE}}),
    "Job": _object(
        {
            "id": ID,
            "entity": {"type": "string"},
            "status": {"enum": ["running", "done"]},
            "created_at": {"type": "string", "format": "date-time"},
            "total": {"type": "integer"},
            "done": {"type": "integer"},
            "results": RESULTS,
        }
    ),
}


def document() -> dict:
    """OpenAPI 3.1, in English whoever asks."""
    with override("en"):
        gives = {topic.feed: topic for topic in regulation.topics()}
        takes = {entity.name: entity for entity in regulation.entities()}
        schemas, paths = dict(COMMON), _common_paths()
        for name in sorted({*gives, *takes}):
            schemas |= _schemas(name, takes.get(name), gives.get(name))
            paths |= _paths(name, takes.get(name), gives.get(name))
        return {
            "openapi": "3.1.0",
            "info": {
                "title": f"{settings.BRAND.name}: exchange with 1C",
                "version": settings.SPECTACULAR_SETTINGS["VERSION"],
                "description": f"Names of 1C by the profile {conf.profile_file().name}. See docs/onec-contract.md.",
            },
            "servers": [{"url": f"{settings.PORTAL_URL}/api/exchange/v1"}],
            "security": [{"token": []}],
            "paths": paths,
            "components": {
                "schemas": schemas,
                "securitySchemes": {
                    "token": {"type": "apiKey", "in": "header", "name": "Authorization", "description": "Token <text>"}
                },
            },
        }


@lru_cache(maxsize=1)
def examples() -> dict[str, dict]:
    """Entity → {"give": data that 1C gives, "fetch": data that it fetches}, where the profile does not say."""
    return json.loads(EXAMPLES.read_text("utf-8"))


def _schemas(name: str, entity: Entity | None, topic: Topic | None) -> dict:
    """`<name>.item`: what 1C gives; `<name>.object`: what the portal tells; and the page and the push of them."""
    found = {}
    if entity:
        found[f"{name}.item"] = _item(_given_data(entity))
        found[f"{name}.push"] = _object({"items": {"type": "array", "items": _ref(f"{name}.item")}})
    if topic:
        example = examples().get(name, {}).get("fetch")
        found[f"{name}.object"] = _item(data_schemas.like(example) if example else {"type": "object"})
        found[f"{name}.page"] = _page(f"{name}.object")
    return found


def _given_data(entity: Entity) -> dict:
    if entity.model is not None and not entity.handle:
        return data_schemas.of_rows(entity)
    example = examples().get(entity.name, {}).get("give")
    return data_schemas.like(example) if example else {"type": "object"}


def _item(data: dict) -> dict:
    """A deleted object may come without its data."""
    known = {"id": ID, "version": VERSION, "deleted": {"type": "boolean", "default": False}}
    return {
        "type": "object",
        "required": ["id", "version", "data"],
        "properties": {**known, "data": {"type": ["object", "null"]}},
        "if": {"required": ["deleted"], "properties": {"deleted": {"const": True}}},
        "else": {"properties": {"data": data}},
    }


def _page(item: str) -> dict:
    return _object({"items": {"type": "array", "items": _ref(item)}, "mark": MARK, "more": {"type": "boolean"}})


def _common_paths() -> dict:
    job = {"name": "id", "in": "path", "required": True, "schema": ID}
    return {
        "/": {"get": _operation("root", "Entities: which way they go, how fresh they are", {"200": "Root"})},
        "/ping": {"get": _operation("ping", "Is somebody there", {"200": "Ping"})},
        "/jobs/{id}": {
            "get": {**_operation("job", "How far a push is", {"200": "Job", "404": "Error"}), "parameters": [job]}
        },
    }


def _paths(name: str, entity: Entity | None, topic: Topic | None) -> dict:
    whole = {}
    if topic:
        whole["get"] = {
            **_operation(
                f"{name}.fetch", f"Fetch: {topic.title}", {"200": f"{name}.page", "400": "Error", "410": "Error"}
            ),
            "parameters": [
                {"name": "since", "in": "query", "schema": MARK},
                {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 1000}},
                {"name": "If-None-Match", "in": "header", "schema": {"type": "string"}},
            ],
        }
        whole["get"]["responses"]["304"] = {"description": "Nothing new since the mark"}
    if entity:
        answers = {"200": "Results", "202": "Job", "400": "Error", "413": "Error"}
        whole["post"] = {
            **_operation(f"{name}.push", f"Push: {entity.title}", answers),
            "parameters": [{"name": "Prefer", "in": "header", "schema": {"enum": ["respond-async"]}}],
            "requestBody": {"required": True, "content": _json(f"{name}.push", _example_of_push(entity))},
        }
    one = {"name": "id", "in": "path", "required": True, "schema": ID}
    find = {**_operation(f"{name}.find", "One object", {"200": f"{name}.object", "404": "Error"}), "parameters": [one]}
    return {f"/{name}": whole, **({f"/{name}/{{id}}": {"get": find}} if topic else {})}


def _example_of_push(entity: Entity) -> dict:
    if entity.model is not None and not entity.handle:
        data = data_schemas.example_of_rows(entity)
    else:
        data = examples().get(entity.name, {}).get("give", {})
    version = "AAAAAQAAAAA=" if entity.channel.value == "A" else 17
    item = {"id": "5f0c0000-0000-4000-8000-000000000001", "version": version, "deleted": False, "data": data}
    return {"items": [item]}


def _operation(name: str, summary: str, answers: dict[str, str]) -> dict:
    common = {"401": "Error", "403": "Error", "429": "Error"}
    responses = {
        status: {"description": _MEANING[status], "content": _json(schema, _example_of(schema))}
        for status, schema in sorted({**common, **answers}.items())
    }
    return {"operationId": name, "summary": str(summary), "responses": responses}


def _example_of(schema: str) -> dict | None:
    """A page of what the portal tells; the other answers speak for themselves."""
    name, _dot, kind = schema.partition(".")
    data = examples().get(name, {}).get("fetch") if kind == "page" else None
    if data is None:
        return None
    item = {"id": "5f0c0000-0000-4000-8000-000000000001", "version": 1, "deleted": False, "data": data}
    return {"items": [item], "mark": "s1772442898000000", "more": False}


def _json(schema: str, example: dict | None = None) -> dict:
    return {"application/json": {"schema": _ref(schema), **({"example": example} if example else {})}}


def _ref(schema: str) -> dict:
    return {"$ref": f"#/components/schemas/{schema}"}


_MEANING = {
    "200": "Done",
    "202": "Kept; applied later",
    "400": "A parameter, a mark or the body is not right",
    "401": "No token that lets in",
    "403": "The token's scopes do not include this",
    "404": "There is no such thing",
    "410": "The mark is too old: fetch everything",
    "413": "The body is too large",
    "429": "Too many requests",
}
