"""The table of articles of a comparison, with the form that filters it; the page's script does the work."""

from __future__ import annotations

from mtaudit.interface import _


def article_table(title: str, head: str, rows: str) -> str:
    """A section with a title, the form and the table; `head` and `rows` are HTML."""
    return (
        f'<section aria-labelledby="articles-h"><h2 id="articles-h">{title}</h2>'
        f'<form class="filter needs-js" role="search" aria-label="{_("Filter the articles")}">'
        f'<label>{_("Find")} <input id="f-text" type="search" autocomplete="off"></label>'
        '<output id="f-count" aria-live="polite"></output>'
        f'<button type="button" id="f-all" hidden>{_("Show all")}</button></form>'
        f'<div class="scroll" tabindex="0" role="group" aria-label="{_("Articles")}"><table id="articles">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></section>"
    )
