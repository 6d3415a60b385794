"""Why a base cannot be reached at all, and what to do about it: most often the address is a little wrong."""

import httpx

from integration import conf
from integration.client import NotFound, OneCError, Refused
from integration.conformance.findings import Finding, fail

SLOW = 3  # seconds for an answer that takes no work


def refused(base_connection: conf.Connection, subject: str, what: str, error: OneCError) -> Finding:
    """A request for the base itself that 1C did not answer as it should; the advice fits the address."""
    return fail(subject, f"{what}: {error}. {_advice(base_connection, error)}")


def is_away(error: OneCError) -> bool:
    """Nobody is there: whatever else is asked would say the same."""
    return isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout | httpx.RemoteProtocolError)


def _advice(connection: conf.Connection, error: OneCError) -> str:
    return _of_transport(connection, error.__cause__, str(error)) or _of_status(connection, error) or str(error.advice)


def _of_transport(connection: conf.Connection, cause: BaseException | None, text: str) -> str:
    if "CERTIFICATE_VERIFY_FAILED" in text:
        return (
            "The server's certificate is not trusted here. Write the address by the name in the certificate; if your "
            "own authority signs it, set ONEC_CA_FILE to its certificate."
        )
    if "WRONG_VERSION_NUMBER" in text:
        return "At this port the server speaks plain http: write http:// instead of https://."
    if isinstance(cause, httpx.RemoteProtocolError):
        return "The server there speaks no HTTP; if it speaks https, write https:// instead of http://."
    if isinstance(cause, httpx.ReadTimeout):
        return (
            f"No answer within ONEC_TIMEOUT, {connection.timeout:g} s. After a rest 1C may take half a minute for its "
            "first answer: try again, raise the setting, or see in 1C what it is busy with."
        )
    return ""


def _of_status(connection: conf.Connection, error: OneCError) -> str:
    if error.status is not None and 300 <= error.status < 400:
        return "The server sends the portal elsewhere: set ONEC_URL to the address that is meant."
    if isinstance(error, NotFound):
        return (
            f"Check the name of the publication in {connection.url}, that OData is enabled in it and, for the portal "
            "service, that the extension is installed and its HTTP service published."
        )
    if isinstance(error, Refused) and error.status == 400:
        return f"Check {connection.url}: http:// or https://, the name of the publication, and nothing behind it."
    return ""
