"""What a page is, said to search engines in schema.org's words (JSON-LD)."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.templatetags.static import static

from content.delivery.public import absolute
from content.shell.state import safe_in_script

CONTEXT = "https://schema.org"
QUESTIONS = "questions"  # of a page that answers questions


def structured(page: dict[str, Any]) -> str:
    """One JSON document, safe inside of a <script> element: a data block, so no policy has to allow it."""
    graph = [_organization(), _trail(page)]
    if page["type"] == "content.NewsPage":
        graph.append(_article(page))
    if questions := _questions(page):
        graph.append({"@type": "FAQPage", "inLanguage": page["locale"], "mainEntity": questions})
    return safe_in_script({"@context": CONTEXT, "@graph": [part for part in graph if part]})


def _organization() -> dict[str, Any]:
    return {
        "@type": "Organization",
        "@id": absolute("/#organization"),
        "name": settings.WAGTAIL_SITE_NAME,
        "url": absolute("/"),
        "logo": urljoin(settings.PORTAL_URL, static("brand/mark.svg")),
    }


def _trail(page: dict[str, Any]) -> dict[str, Any] | None:
    """From the front page to this one; nothing on the front page itself."""
    steps = [*page["breadcrumbs"], {"title": page["title"], "path": None}]
    if len(steps) < 2:
        return None
    items = [
        {"@type": "ListItem", "position": position, "name": step["title"]}
        | ({"item": absolute(step["path"])} if step["path"] else {})
        for position, step in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _article(page: dict[str, Any]) -> dict[str, Any]:
    image, author = page["seo"]["image"], page.get("author")
    publisher = {"@id": absolute("/#organization")}
    return {
        "@type": "NewsArticle",
        "headline": page["title"],
        "description": page["seo"]["description"],
        "datePublished": page["date"],
        "dateModified": page["updated"] or page["date"],
        "inLanguage": page["locale"],
        "mainEntityOfPage": page["seo"]["canonical"],
        "publisher": publisher,
        "author": {"@type": "Person", "name": author} if author else publisher,
        **({"image": [image["src"]]} if image else {}),
    }


def _questions(page: dict[str, Any]) -> list[dict[str, Any]]:
    """Of a page of questions: `groups` of `{"questions": [{"question", "answer"}]}`."""
    return [
        {
            "@type": "Question",
            "name": each["question"],
            "acceptedAnswer": {"@type": "Answer", "text": each["answer"]},
        }
        for group in page.get("groups") or ()
        for each in group.get(QUESTIONS) or ()
    ]
