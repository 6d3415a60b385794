"""Errors as 1C words them, in the three forms they come in."""

from html import escape

import orjson
from starlette.responses import Response

URL, TYPE, INSTANCE, OPTION, KEY_EXISTS, RIGHTS = "6", "8", "9", "14", "15", "20"


class ODataError(Exception):
    """A refusal: HTTP status, 1C's own code, message in Russian."""

    def __init__(self, status: int, code: str, message: str):
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def json_form(code: str, message: str) -> bytes:
    return orjson.dumps({"odata.error": {"code": code, "message": {"lang": "ru", "value": message}}})


def xml_form(code: str, message: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><error xmlns="http://schemas.microsoft.com/ado/2007/08/dataservices/'
        f'metadata"><code>{escape(code)}</code><message xml:lang="ru">{escape(message)}</message></error>'
    ).encode()


def html_form(code: str, message: str) -> bytes:
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Ошибка</title></head>'
        f"<body><h1>Ошибка HTTP</h1><p>{escape(message)}</p></body></html>"
    ).encode()


FORMS = {
    "json": (json_form, "application/json;charset=utf-8"),
    "xml": (xml_form, "application/xml;charset=utf-8"),
    "html": (html_form, "text/html;charset=utf-8"),
}


def error_response(status: int, code: str, message: str, form: str = "json") -> Response:
    encode, media_type = FORMS[form]
    headers = {"WWW-Authenticate": 'Basic realm="1C:Enterprise"'} if status == 401 else None
    return Response(encode(code, message), status, headers, media_type)
