"""What a web page says of itself: headline, description and body of the article, each with its place in the source."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from mtaudit.languages import ENGLISH_INDONESIAN
from mtaudit.languages.pages import ARTICLE_TYPES
from mtaudit.reading import escapes
from mtaudit.reading.traced import Builder, SourceText, Traced

_TITLES = ("og:title", "twitter:title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_DATES = ("article:published_time", "datePublished", "date", "dc.date", "pubdate")
_SEPARATOR = re.compile(r"\s+[|–—•·»«:-]+\s+|\s*[|»]\s*|: ")
_DEEPEST = 6  # of an article in the structured data of a page
_LEAST_WORDS = 4  # of a part of a page's title that is a headline and no name of a site


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is told; `sites` are the names of the site, and `headlines` come without them, the surest first."""

    headlines: tuple[str, ...]
    title: str
    sites: frozenset[str]
    descriptions: tuple[str, ...]
    body: str
    url: str | None
    published: str | None
    original: str  # address of the page in the language of originals, by `hreflang`


def read(page: etree._Element) -> Metadata:
    """The metadata of a page: `meta` elements, JSON-LD and the title."""
    articles, sites = list[dict[str, Any]](), {_meta(page, "og:site_name"), _meta(page, "application-name")}
    for script in page.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            for thing in _things(_json(script.text or "")):
                kinds = {str(kind).lower() for kind in _listed(thing.get("@type"))}
                if kinds & ARTICLE_TYPES and (thing.get("headline") or thing.get("articleBody")):
                    articles.append(thing)
                if not kinds & ARTICLE_TYPES:
                    sites.add(_text(thing.get("name")))
    article = max(articles, key=lambda thing: len(_text(thing.get("articleBody"))), default={})
    names = frozenset(bare(name) for name in sites if name)
    element = page.find(".//head/title")
    title = " ".join((element.text or "").split()) if element is not None else ""
    marked = next((e for e in page.iter() if e.get("itemprop") == "headline"), None)
    named = " ".join(" ".join(marked.itertext()).split()) if marked is not None else ""
    told = (_text(article.get("headline")), named, *(_meta(page, name) for name in _TITLES))
    body = html.unescape(str(article.get("articleBody") or ""))
    return Metadata(
        headlines=tuple(dict.fromkeys(without_site(name, title, names) for name in told if name)),
        title=title,
        sites=names,
        descriptions=tuple(filter(None, (*(_meta(page, n) for n in _DESCRIPTIONS), _text(article.get("description"))))),
        body=body,
        original=_alternate(page, ENGLISH_INDONESIAN.source.code),
        url=_canonical(page) or _meta(page, "og:url") or None,
        published=next((value for name in _DATES if (value := _meta(page, name))), None)
        or _text(article.get("datePublished"))
        or None,
    )


def bare(text: str) -> str:
    """Letters and digits alone, case folded: by this two texts on a page are the same."""
    return "".join(c for c in text.casefold() if c.isalnum())


def parts(title: str) -> list[str]:
    """What a title may mean, the whole first: the headline stands in it before or behind the name of the site."""
    found, cuts = [title], [match.span() for match in _SEPARATOR.finditer(title)]
    found += [title[:start].strip() for start, _ in reversed(cuts)]
    found += [title[end:].strip() for _, end in cuts]
    return list(dict.fromkeys(part for part in found if part))


def without_site(headline: str, title: str, sites: frozenset[str]) -> str:
    """A headline without the name of the site behind or before it."""
    for start, end in [match.span() for match in _SEPARATOR.finditer(headline)][::-1]:
        if bare(headline[end:]) in sites:
            return headline[:start].strip()
        if bare(headline[:start]) in sites:
            return headline[end:].strip()
    return headline


def of_title(told: Metadata) -> str | None:
    """The headline in the title of a page; None where it may be no more than the name of the site."""
    name = without_site(told.title, told.title, told.sites)
    cuts = list(_SEPARATOR.finditer(name)) if name == told.title else []
    if cuts and cuts[-1].group().strip() != ":":
        name = name[: cuts[-1].start()].strip()
    enough = _LEAST_WORDS if name != told.title else _LEAST_WORDS + 1
    return name if len(name.split()) >= enough and bare(name) not in told.sites else None


def placed(text: str, whole: SourceText) -> Traced:
    """A text of the metadata where the source of the page spells it first, as an attribute or in JSON; else at 0."""
    for spelled in (text, html.escape(text), html.escape(text, quote=False), json.dumps(text)[1:-1]):
        at = whole.text.find(spelled)
        if at >= 0:
            if spelled == text:
                return whole.cut(at, at + len(text))
            stretch = whole.cut(at, at + len(spelled))
            read = escapes.json_string(_quoted(stretch)) if "\\" in spelled else escapes.markup(stretch)
            if read.text == text:
                return read
            return Builder().put(text, at, at + len(spelled)).done()
    return Traced.at(text, 0)


def _quoted(text: Traced) -> Traced:
    return Builder().put('"', 0, 0).keep(text).put('"', 0, 0).done()


def _meta(page: etree._Element, name: str) -> str:
    for element in page.iter("meta"):
        if name in (element.get("property"), element.get("name"), element.get("itemprop")):
            value = " ".join((element.get("content") or "").split())
            if value:
                return value
    return ""


def _canonical(page: etree._Element) -> str | None:
    for element in page.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and (element.get("href") or "").startswith("http"):
            return element.get("href")
    return None


def _alternate(page: etree._Element, language: str) -> str:
    """Where the page stands in a language, as its `hreflang` links say; "" where they don't."""
    for element in page.iter("link"):
        told = (element.get("hreflang") or "").lower().partition("-")[0]
        if (element.get("rel") or "").lower() == "alternate" and told == language:
            return element.get("href") or ""
    return ""


def _json(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """All objects in structured data."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for part in value:
            yield from _things(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _things(part, depth + 1)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
