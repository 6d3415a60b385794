"""A process of its own that calls a cache: `python -m tests.integration.cache.caller REDIS_URL FOLDER THREADS`.

Each load leaves a file in the folder. It says "ready", waits for a line, then calls by all threads and says how often
it got what.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path
from uuid import uuid4


def main(url: str, folder: Path, threads: int) -> None:
    import django
    from django.conf import settings

    django.setup()
    settings.REDIS_URL = url
    from integration.cache import EVERYBODY, Lazy
    from tests.integration.cache.conftest import MINUTE, together

    cache = Lazy(name="across", title="Across processes", fresh=MINUTE)

    def load() -> str:
        made = uuid4().hex
        (folder / made).touch()
        time.sleep(0.5)
        return made

    print("ready", flush=True)
    sys.stdin.readline()
    answers = together(threads, lambda: cache.get("k", load, reader=EVERYBODY).value)
    print(json.dumps(Counter(answers)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
