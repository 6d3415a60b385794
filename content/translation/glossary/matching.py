"""Finding terms in texts, whatever their case and ending."""

import re
from functools import lru_cache
from html import unescape

from django.utils.html import strip_tags

ENDING = {1: 0, 2: 0, 3: 0, 4: 1, 5: 1, 6: 2, 7: 2}  # letters of a word that may change, by its length
LONGER_ENDING = 3


def occurs(term: str, text: str) -> bool:
    """Whether `text` (which may hold inline markup) speaks of `term`: its words in order, each in any form."""
    return bool(term.strip()) and _pattern(term).search(plain(text)) is not None


def plain(text: str) -> str:
    return unescape(strip_tags(text))


@lru_cache(maxsize=2048)
def _pattern(term: str) -> re.Pattern[str]:
    """Russian and Kazakh put suffixes at the end, and may change the last letters of the stem."""
    words = [re.escape(_stem(word)) + r"\w*" for word in re.findall(r"\w+", term)]
    return re.compile(r"\b" + r"\W+".join(words), re.IGNORECASE)


def _stem(word: str) -> str:
    return word[: len(word) - ENDING.get(len(word), LONGER_ENDING)]
