"""What every route of the control API does with a request."""

import orjson
from starlette.requests import Request
from starlette.responses import JSONResponse, Response


async def attempt(request: Request, action) -> Response:
    """Run an action on the request's JSON; what it refuses is a 400 that says why."""
    try:
        return action(await json_body(request))
    except (ValueError, TypeError, KeyError) as error:
        return JSONResponse({"error": str(error)}, 400)


async def json_body(request: Request) -> dict:
    body = await request.body()
    return orjson.loads(body) if body else {}
