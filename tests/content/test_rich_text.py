"""What is clean already is not parsed again: the shortcut must never let through what cleaning would change."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.delivery.rich_text import _ReaderHtml, is_clean, reader_html

PIECES = ["<p>", "</p>", "<b>", "</b>", "<ul>", "<li>", "</li>", "</ul>", "<br/>", "<br>", "<p >", "<P>", "<div>", "<"]
PIECES += ['<a href="https://a.example/?b=1">', '<a href="/ru/">', '<a href="javascript:x">', '<a href="//b">', "</a>"]
PIECES += [
    "&amp;",
    "&lt;",
    "&nbsp;",
    "&quot;",
    "&",
    ">",
    '"',
    "'",
    "текст",
    " \n",
    "\x00",
    '<a href="/" onclick="x">',
    "<!--",
    "-->",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_what_passes_for_clean_is_what_cleaning_leaves(html):
    if is_clean(html):  # between tags, how much white space there is means nothing
        assert re.sub(r"\s+", " ", _ReaderHtml().clean(html)) == re.sub(r"\s+", " ", html)


@pytest.mark.parametrize(
    "html", ["<p>a</p>", '<p>a<br/>b <a href="/ru/x/">c</a> &amp; d</p>', "<ul><li>a</li></ul>", ""]
)
def test_what_editors_write_passes(html):
    assert is_clean(html)


@pytest.mark.parametrize("html", ["<p>a", "a</p>", "<b><i>a</b></i>", '<p class="x">a</p>', "<p>a\x00</p>", "<hr/>"])
def test_what_needs_cleaning_does_not(html):
    assert not is_clean(html)


def test_a_link_is_resolved_before_it_is_judged():
    html = '<p><a linktype="page" id="3">a</a><a linktype="page" id="4">b</a></p>'
    assert reader_html(html, {3: "/ru/x/"}) == '<p><a href="/ru/x/">a</a><a>b</a></p>'


def test_a_long_text_is_judged_quickly():
    assert not is_clean("<p>" + "a " * 100_000 + "<")
