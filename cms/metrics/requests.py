"""How many requests each route answered, with what and how fast: counted here, added up in Redis.

A process tells what it counted every SECONDS at the most, so that a request costs microseconds; what it counted in its
last seconds is lost with it. Losing Redis sets the counters back to nothing, which Prometheus takes for a restart.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from threading import Lock
from time import monotonic, perf_counter

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from prometheus_client.core import HistogramMetricFamily, Metric

from cms.metrics.redis import AWAY, client

KEY = "kabinet:metrics:requests"
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # seconds
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
SECONDS, REST = 2.0, 10.0  # between two tellings; after Redis was found away

Answered = tuple[str, str, str]
"""Method, status and route of an answer."""


class Tally:
    """What this process counted since it last told. In Redis: bound's number or "sum", then what was answered."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._counts: Counter[tuple[str, Answered]] = Counter()
        self._seconds: dict[Answered, float] = defaultdict(float)
        self._due = monotonic() + SECONDS

    def add(self, answered: Answered, seconds: float) -> None:
        with self._lock:
            self._counts[str(bisect_left(BOUNDS, seconds)), answered] += 1
            self._seconds[answered] += seconds
            is_due = monotonic() >= self._due
            if is_due:
                self._due = monotonic() + SECONDS
        if is_due:
            self.tell()

    def tell(self) -> None:
        """Add up in Redis what was counted; kept for the next time while Redis is away."""
        with self._lock:
            counts, seconds = self._counts, self._seconds
            self._counts, self._seconds = Counter(), defaultdict(float)
        if not counts:
            return
        try:
            with client().pipeline() as pipe:
                for (bound, answered), number in counts.items():
                    pipe.hincrby(KEY, _field(bound, answered), number)
                for answered, spent in seconds.items():
                    pipe.hincrbyfloat(KEY, _field("sum", answered), spent)
                pipe.execute()
        except AWAY:
            self._take_back(counts, seconds)

    def _take_back(self, counts: Counter, seconds: dict[Answered, float]) -> None:
        with self._lock:
            self._counts.update(counts)
            for answered, spent in seconds.items():
                self._seconds[answered] += spent
            self._due = monotonic() + REST


TALLY = Tally()


class RequestsMiddleware:
    """Counts every request; not there at all without METRICS_TOKEN."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.METRICS_TOKEN:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = perf_counter()
        response = self.get_response(request)
        route = request.resolver_match.route if request.resolver_match else ""
        method = request.method if request.method in METHODS else "other"
        TALLY.add((method, str(response.status_code), route), perf_counter() - began)
        return response


def collect() -> Iterator[Metric]:
    """Requests of all processes by route; raises what `redis.AWAY` names."""
    TALLY.tell()
    counts: dict[Answered, list[float]] = defaultdict(lambda: [0.0] * (len(BOUNDS) + 1))
    sums: dict[Answered, float] = defaultdict(float)
    for name, number in client().hgetall(KEY).items():
        bound, *answered = name.decode().split(" ", 3)
        if bound == "sum":
            sums[tuple(answered)] = float(number)
        else:
            counts[tuple(answered)][int(bound)] = float(number)
    family = HistogramMetricFamily(
        "kabinet_request_duration_seconds",
        "Requests by route, and how long they took; documents answered before routing bear no route.",
        labels=("method", "status", "route"),
    )
    for answered, numbers in sorted(counts.items()):
        family.add_metric(answered, _cumulative(numbers), sums[answered])
    yield family


def _cumulative(numbers: list[float]) -> list[tuple[str, float]]:
    total, buckets = 0.0, []
    for bound, number in zip([*map(str, BOUNDS), "+Inf"], numbers, strict=True):
        total += number
        buckets.append((bound, total))
    return buckets


def _field(bound: str, answered: Answered) -> str:
    return " ".join((bound, *answered))
