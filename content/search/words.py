"""What a reader typed, as beginnings of words.

Russian and Kazakh words change their endings, and neither database knows Kazakh: a word is cut to what most of its
forms begin with, and whatever begins with that is found.
"""

import re

MOST_WORDS = 8
LONGEST = 100  # letters of a question
SHORTEST = 2

_WORD = re.compile(r"[^\W_]+")
# By how much a word of so many letters is cut; Kazakh endings are longer, for they are several in a row.
_CUTS = {"kk": ((8, 4), (6, 3), (5, 2), (4, 1))}
_USUAL_CUTS = ((8, 3), (6, 2), (4, 1))


def beginnings(question: str, locale: str) -> list[str]:
    """["гидравл", "масл"] for "Гидравлические масла"; nothing for a question without words."""
    words = dict.fromkeys(_WORD.findall(question[:LONGEST].lower()))
    return [_cut(word, locale) for word in list(words)[:MOST_WORDS]]


def _cut(word: str, locale: str) -> str:
    if not word.isalpha():
        return word  # of "10w" and "46" nothing may be left out
    cut = next((cut for least, cut in _CUTS.get(locale, _USUAL_CUTS) if len(word) >= least), 0)
    return word[: len(word) - cut]
