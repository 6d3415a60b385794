"""Production settings, reached over plain HTTP. BENCH_UNCACHED=1 makes every stored answer a miss."""

from cms.settings.production import *  # noqa: F403
from cms.settings.production import CACHES, env

if env.bool("BENCH_UNCACHED", default=False):
    CACHES["default"]["BACKEND"] = "tests.bench.forgetful.ForgetfulCache"
    CACHE_STORE = "tests.bench.forgetful.ForgetfulStore"
    CONTENT_MEMORY_SECONDS = 0
