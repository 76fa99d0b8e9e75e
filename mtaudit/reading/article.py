"""Which lines of a page are the article: what the extractor found, mended by what the page says and where it stands.

The extractor's choice is the beginning. What it left out comes back where the page's own metadata hold it, where it is
prose between the headline and the text, or stands in the element that holds the text. What it took in goes out where
the element it stands in is called by a name of furniture, where a phrase of the site opens it, where it stands before
the headline, or between the paragraphs and in none of the article that the metadata give. A line with a quotation never
goes out for where it stands, only with the element (`nav`, `figcaption`) that is no text of the article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from mtaudit.languages import PAIRS as PAIRS_OF_LANGUAGES
from mtaudit.languages.pages import LABELS, MARKS, PAIRS, PICTURE_WORDS
from mtaudit.reading.markup import Block
from mtaudit.reading.metadata import Metadata, bare, of_title, parts
from mtaudit.surface.furniture import site_lines
from mtaudit.surface.wire import around
from mtaudit.text import Reading

_MOST = 0.85  # of the letters of the text that its element holds
_WRAPPER = 0.5  # share of the text from which an element is no furniture, whatever it is called
_PROSE = 8  # words
_SHORT = 12  # words of a line that may be a byline, a date, a label
_FEW = 6  # elements that a picture and its caption stand among
_NAME = 3  # words of a site's name
_LABEL = 6  # words of one without figures
_LINKED = 0.6  # share of links from which a line is a link
_ENOUGH = 0.6  # share of the article's letters in the metadata that must stand on the page for it to say what is text
_TAGS = {
    "nav": "site", "footer": "site", "aside": "site", "form": "site", "dialog": "consent", "figcaption": "caption",
}  # fmt: skip
_ROLES = {
    "navigation": "site", "contentinfo": "site", "complementary": "site", "banner": "site", "search": "site",
    "dialog": "consent", "alertdialog": "consent",
}  # fmt: skip
_TOKEN = re.compile(r"[A-Za-z][a-z]+|[A-Z]+")
_WORD = re.compile(r"[^\W\d_]+")
_BRACKET = re.compile(r"\([^()]*\)\W*\Z")
_QUOTED = re.compile(r"[“”„«»]|(?<!\w)\"\S[^\"]*\"")
_ENDS = re.compile(r"[.!?…:][\"”’'»)\]]*\Z|[.!?…,][\"”’»]")

WHAT = {
    "consent": "consent and cookie text",
    "advert": "advertising",
    "related": "links to other articles",
    "caption": "captions of pictures",
    "credit": "bylines, dates, credits",
    "site": "other lines of the site",
}


@dataclass(frozen=True)
class Article:
    """`headline`: the number of its line, None where no line is it; `text` its given words then, None without any.

    `lines`: numbers of the lines that are the article; `out`: how many lines of each kind were left out.
    """

    lines: tuple[int, ...]
    headline: int | None
    text: str | None
    out: Counter[str] = field(default_factory=Counter)


def choose(page: Sequence[Block], main: frozenset[int], told: Metadata) -> Article:
    """The article among the lines of a page, where the extractor found the lines `main`."""
    return _Choice(page, main, told).made()


class _Choice:
    def __init__(self, page: Sequence[Block], main: frozenset[int], told: Metadata) -> None:
        self.page, self.main, self.told = page, main, told
        self.texts = [block.line.text for block in page]
        self.bare = [bare(text) for text in self.texts]
        self.prose = [_is_prose(text) for text in self.texts]
        self.letters = sum(len(self.bare[i]) for i in main) or 1
        self.held: dict[etree._Element, int] = {}  # element -> letters of the text in it
        for i in main:
            for element in _upward(page[i].element):
                self.held[element] = self.held.get(element, 0) + len(self.bare[i])
        self.body = self._element()
        inside = [k for k, b in enumerate(page) if any(e is self.body for e in _upward(b.element))]
        self.inside = frozenset(inside)
        self.end = inside[-1] if inside else len(page)
        self.known = self._in_metadata()
        self.names = {_name(page[k].element) for k in self.known}
        self.whole = bare(told.body)
        self.ended = any(self.whole.endswith(self.bare[k]) for k in self.known)
        self.described = [bare(text) for text in told.descriptions]
        self.kinds: dict[etree._Element, str] = {}

    def made(self) -> Article:
        headline, given = self._headline()
        if not any(self.prose[i] for i in self.main):  # no article to be found: all of it, but for what is no text
            kept = [i for i in sorted(self.main) if i != headline and not self._called(i)]
            out = Counter("site" for i in range(len(self.page)) if i not in {*kept, headline} and self.bare[i])
            return Article(tuple(kept), headline, given, out)
        first = min((i for i in self.main if self.prose[i] and (headline is None or i > headline)), default=None)
        why = {i: self._why_not(i, headline) for i in range(len(self.page)) if i != headline}
        kept = [i for i in sorted(why) if not why[i] and self._is_text(i, headline, first)]
        kept = self._without_labels(kept, why, headline)
        own = frozenset(kept)
        out = Counter(why[i] or "site" for i in why if i not in own and self.bare[i])
        return Article(tuple(kept), headline, given, out)

    # where the text stands

    def _element(self) -> etree._Element | None:
        """The innermost element that holds most of the prose that the extractor found."""
        held = Counter[etree._Element]()
        prose = [i for i in self.main if self.prose[i]]
        for i in prose:
            for element in _upward(self.page[i].element):
                held[element] += len(self.bare[i])
        total = sum(len(self.bare[i]) for i in prose)
        holders = [element for element, letters in held.items() if letters >= _MOST * total]
        return max(holders, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)

    def _in_metadata(self) -> frozenset[int]:
        """Lines that the page's own metadata hold as text of the article."""
        marked = {
            i
            for i, block in enumerate(self.page)
            if any(e.get("itemprop") == "articleBody" for e in _upward(block.element))
        }
        whole = bare(self.told.body)
        if not whole:
            return frozenset(marked)
        inside = {i for i, text in enumerate(self.bare) if len(text) > 1 and text in whole and self._long(i)}
        if sum(len(self.bare[i]) for i in inside) < _ENOUGH * len(whole):
            return frozenset(marked)
        return frozenset(inside | marked)

    def _long(self, i: int) -> bool:
        return len(self.texts[i].split()) > 2

    # the headline

    def _headline(self) -> tuple[int | None, str | None]:
        titles = {bare(part) for part in parts(self.told.title)}
        surest = [bare(name) for name in self.told.headlines]
        heads = [i for i in self._headings() if self._may_head(i)]
        agreed = [i for i in heads if self.bare[i] in surest or self.bare[i] in titles]
        inside = [i for i in heads if any(e.tag in ("article", "main") for e in _upward(self.page[i].element))]
        for group in (agreed, heads, inside):
            if len(group) == 1 or (group and group is agreed):
                if group is not agreed and any(name in self.bare for name in surest):
                    break  # the only heading is another: the name of a section, of the site
                return group[0], None
        for name in (*surest, *(bare(part) for part in parts(self.told.title) if len(part.split()) > 2)):
            at = next((i for i, text in enumerate(self.bare) if text == name and not self._called(i)), None)
            if at is not None and name not in self.told.sites:
                return at, None
        if heads and not self.told.headlines:
            return (inside or heads)[0], None
        named = next((name for name in self.told.headlines if bare(name) not in self.told.sites), None)
        return None, named or of_title(self.told)

    def _headings(self) -> list[int]:
        return [i for i, block in enumerate(self.page) if any(e.tag == "h1" for e in _upward(block.element))]

    def _may_head(self, i: int) -> bool:
        """Whether a heading is no name of the site: neither told as one nor left over in the title beside another."""
        text = self.bare[i]
        if not text or text in self.told.sites:
            return False
        title = bare(self.told.title)
        whole = [bare(name) for name in self.told.headlines]
        beside = text != title and (title.endswith(text) or title.startswith(text))
        lesser = 2 * len(self.texts[i].split()) < len(self.told.title.split()) and len(self.texts[i].split()) <= _NAME
        return text in whole or not (beside and lesser)

    # what is text

    def _is_text(self, i: int, headline: int | None, first: int | None) -> bool:
        if i in self.main or i in self.known:
            return True
        if not self.prose[i] or (self.page[i].linked > _LINKED and self.page[i].element.tag != "p"):
            return False
        if any(self.bare[i] in text for text in self.described):
            return True
        if headline is not None and first is not None and headline < i < first:
            return True
        return i in self.inside

    def _why_not(self, i: int, headline: int | None) -> str:
        """The kind of furniture that a line is by the element it stands in and by the metadata; "" for none."""
        called = self._called(i)
        quoted = bool(_QUOTED.search(self.texts[i]))
        if called and i not in self.known and (not quoted or called in ("caption", "consent") or i not in self.main):
            return called
        if i in self.known or quoted:
            return ""
        if headline is not None and i < headline and self._after(headline):
            return "site"
        if self.told.body and self.known and min(self.known) < i and self._strange(i):
            return "advert" if i < max(self.known) else "site"
        if not self.prose[i] and self.texts[i].partition(":")[0].strip().lower() in LABELS:
            return "site"
        if self._is_caption(i):
            return "caption"
        if not self.prose[i] and i in self.main and i > self.end:
            return "site"
        if self.bare[i] in self.told.sites or (self.page[i].linked > _LINKED and not self.prose[i]):
            return "related" if self.page[i].linked > _LINKED else "site"
        return ""

    def _strange(self, i: int) -> bool:
        """Whether no line of the article that the metadata give stands in an element named as this one's."""
        return _name(self.page[i].element) not in self.names and (self.ended or i < max(self.known))

    def _after(self, headline: int) -> bool:
        """Whether most of the text stands behind the headline."""
        return sum(len(self.bare[i]) for i in self.main if i > headline) > _WRAPPER * self.letters

    def _is_caption(self, i: int) -> bool:
        """Whether a line stands alone with a picture, and speaks of one or is no sentence."""
        around = self.page[i].element.getparent()
        if around is None or around is self.body or len(around) > _FEW or self.held.get(around, 0) > len(self.bare[i]):
            return False
        pictured = any(e is not self.page[i].element and _has_picture(e) for e in around)
        bracket = _BRACKET.search(self.texts[i])
        told = [*_WORD.findall(self.texts[i])[:3], *(_WORD.findall(bracket.group()) if bracket else ())]
        words = {word.lower() for word in told}
        return pictured and (not self.prose[i] or not PICTURE_WORDS.isdisjoint(words))

    def _called(self, i: int) -> str:
        """The kind of furniture that an element around a line is by its name; "" where it holds the text as well."""
        for element in _upward(self.page[i].element):
            if self.held.get(element, 0) > _WRAPPER * self.letters:
                break
            if element not in self.kinds:
                self.kinds[element] = _kind(element)
            if self.kinds[element]:
                return self.kinds[element]
        return ""

    # lines of the site among the text

    def _without_labels(self, kept: list[int], why: dict[int, str], headline: int | None) -> list[int]:
        """Without phrases of a site, the headlines listed below them, bylines and dates, and the headline again."""
        left = dict.fromkeys(kept)
        again = self.bare[headline] if headline is not None else ""
        first = next((i for i in left if self.prose[i]), -1)
        for i in kept:
            quoted = bool(_QUOTED.search(self.texts[i]))
            if (again and self.bare[i] == again) or (i < first and not quoted and self._is_credit(i)):
                why[i] = "credit" if self.bare[i] != again else "site"
                left.pop(i)
        own = "\n".join(self.texts[i] for i in left)
        starts, at = dict[int, int](), 0
        for i in left:
            starts[at] = i
            at += len(self.texts[i]) + 1
        for pair in PAIRS_OF_LANGUAGES:
            reading = Reading(own, pair.target, pair.source)
            lines = [(x.start, x.end, "related" if x.kind == "headline" else "site") for x in site_lines(reading)
                     if x.kind != "spam"]  # fmt: skip
            lines += [(x.start, x.end, "credit") for x in around(reading) if x.whole]
            for start, end, kind in lines:
                i = starts.get(start, -1)
                whole = i in left and end - start >= len(self.texts[i])
                if whole and i not in self.known and not _QUOTED.search(self.texts[i]):
                    why[i] = kind
                    left.pop(i)
        return list(left)

    def _is_credit(self, i: int) -> bool:
        """Whether a line above the text is a byline, a date, a label: short, no sentence, no second headline."""
        words = self.texts[i].split()
        if self.prose[i] or i in self.known or self.texts[i].rstrip().endswith((".", "?", "!")):
            return False
        heading = any(e.tag in ("h2", "h3", "h4") for e in _upward(self.page[i].element))
        dated = any(c.isdigit() for c in self.texts[i]) and not heading
        return len(words) <= (_SHORT if dated else _LABEL // 2 if heading else _LABEL)


def _has_picture(element: etree._Element) -> bool:
    pictures = ("img", "picture", "video", "amp-img", "svg")
    return element.tag in pictures or any(e.tag in pictures for e in element.iterdescendants())


def _kind(element: etree._Element) -> str:
    """What furniture an element is by its tag, role, class and id; "" for none."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in ("body", "html", "article", "main", "h1", "blockquote"):
        return ""
    told = _TAGS.get(tag) or _ROLES.get((element.get("role") or "").lower())
    if told:
        return told
    names = " ".join(filter(None, (element.get("class"), element.get("id"), tag if "-" in tag else "")))
    words = [word.lower() for word in _TOKEN.findall(names)]
    for kind, marks in MARKS.items():
        if not marks.isdisjoint(words):
            return kind
    pairs = set(pairwise(words))
    return next((kind for kind, known in PAIRS.items() if known & pairs), "")


def _name(element: etree._Element) -> tuple[str, str, str]:
    """An element as a template tells it from others: its tag and class, and the class of what it stands in."""
    parent = element.getparent()
    return str(element.tag), element.get("class") or "", (parent.get("class") or "") if parent is not None else ""


def _upward(element: etree._Element) -> list[etree._Element]:
    """The element and those that it stands in, the innermost first."""
    return [element, *element.iterancestors()]


def _is_prose(text: str) -> bool:
    """Whether a line is a sentence: enough words, and a mark that ends one."""
    words = text.split()
    return len(words) >= _PROSE and _ENDS.search(text.rstrip()) is not None
