"""Where the documentation of 1C and what it does disagree. The only place that knows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    checks_if_match: bool  # documented: a stale If-Match gives 412; observed: applied whatever its value
    count_ignores_top: bool  # $inlinecount: documented to count all rows, observed to count the page too


PROFILES = {
    "as_documented": Profile(checks_if_match=True, count_ignores_top=True),
    "as_observed": Profile(checks_if_match=False, count_ignores_top=True),
}
