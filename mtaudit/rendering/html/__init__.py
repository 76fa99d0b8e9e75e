"""One self-contained HTML page: overview and proofs. It asks nothing of any server."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from importlib.resources import files

from mtaudit.interface import _, language, number
from mtaudit.model import Report
from mtaudit.rendering.html import heat
from mtaudit.rendering.html.article import article
from mtaudit.rendering.html.overview import overview
from mtaudit.rendering.html.packing import pack, scripts
from mtaudit.rendering.html.words import count, esc, line
from mtaudit.rendering.interface import GateView, Whole
from mtaudit.rendering.scores import worst_articles_first
from mtaudit.rendering.spoken import Spoken, spoken_in

# Before anything is laid out: with a script only one thing at a time is shown.
_EARLY = 'document.documentElement.classList.add("js")'

__all__ = ["HtmlRenderer", "page"]


class HtmlRenderer(Whole):
    """The page an editor reads; below 300 KB for ten articles, at most 20 MB."""

    name = "html"

    def render(self, report: Report, gate: GateView | None = None) -> str:
        ranked = worst_articles_first(report.documents, gate)
        packed = pack(((d.id, article(d, gate)) for d in ranked), len(ranked))
        body = [f'<section id="overview" aria-label="{_("Overview")}">{overview(report, gate, packed)}</section>']
        body.append(f'<div id="proofs">\n{heat.legend(report.documents)}{packed.static}</div>')
        if packed.left_out:
            told = _(
                "{articles} with the best scores have no proof here: the page would be larger than 20 MB. "
                "The JSON report has them."
            ).format(articles=count(len(packed.left_out), "article"))
            body.append(f'<p class="remark" id="left-out">{told}</p>')
        body.append(scripts(packed))
        return page(
            _("Proof of {translations}").format(translations=count(len(report.documents), "translation")),
            "\n".join(body),
            colophon(report),
            spoken_in(report),
            heat.switch(report.documents),
        )


def colophon(report: Report) -> str:
    """How the report was made."""
    run = report.run
    translator = run.back_translator
    parts = [
        f"{line(report.tool.name)} {line(report.tool.version)}",
        _("read on {time}").format(time=line(run.started)),
        _("back-translation by {name} {version}").format(name=line(translator.name), version=line(translator.version))
        if translator
        else _("no back-translation"),
        *(
            _("second translation of originals by {name} {version}: a machine's, no reference").format(
                name=line(model.name), version=line(model.version)
            )
            for model in run.second_translators
        ),
        _("signature {signature}").format(signature=f"<code>{line(run.signature)}</code>"),
        *(f"{line(k)} <code>{line(v)}</code>" for k, v in sorted(run.metric_signatures.items())),
    ]
    return "<p>" + ". ".join(parts) + ".</p>"


def page(title: str, body: str, footer: str, languages: Spoken, switch: str = "") -> str:
    """The page around `body`, with `switch` among the controls of its head.

    Its content security policy allows this very style sheet and script, and nothing else.
    """
    here = files(__name__)
    names = {"source": languages.source, "target": languages.target, **_labels(languages)}
    style = _bare((here / "report.css").read_text(encoding="utf-8"))
    style = _filled(re.sub(r"(?<=[{};,])\s+|\s+(?=[{}])", "", style), names)
    script = _bare((here / "report.js").read_text(encoding="utf-8"))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(_EARLY)}' '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    text = (here / "template.html").read_text(encoding="utf-8")
    values = {
        "policy": policy,
        "title": title,
        "early": _EARLY,
        "style": style,
        "script": script,
        "footer": footer,
        "body": body,
        "switch": switch,
    }
    return _filled(text, values | names)


def _labels(languages: Spoken) -> dict[str, str]:
    """What the template and the style sheet say by themselves, and the words of the script as data."""
    words = (  # in the order in which report.js has their names
        _("{count} of {all} articles"),
        _("This browser is too old to open packed articles. Any browser of 2023 or later can."),
        _(", serious more likely than not"),
        _("Missing: {chance}"),
        _("A fault: {chance}"),
        _("Perhaps missing: "),
        _("Doubtful: "),
        _("Light"),
        _("Dark"),
    )
    left = _("left in {source}").format(source=languages.source)
    return {
        "language": line(language()),
        "decimal": number(0.5, ".1f")[1],  # the mark before decimals
        "words": esc("|".join(words)),
        "skip": _("Skip to the report"),
        "report": _("Report"),
        "overview": _("Overview"),
        "previous": _("Previous"),
        "next": _("Next"),
        "dark": _("Dark"),
        "legend": _("How to read the marks"),
        "legend_findings": _(
            "a critical, a major and a minor finding, with its note in the margin; hover over the stretch or go to it "
            "with the Tab key for the evidence"
        ),
        "legend_names": _("{misspelt}, {replaced}, {left}, {unchecked} and {sound} names").format(
            misspelt=f'<span class="n n-mangled">{_("misspelt")}</span>',
            replaced=f'<span class="n n-mistranslated">{_("replaced")}</span>',
            left=f'<span class="n n-untranslated">{left}</span>',
            unchecked=f'<span class="n n-unverified">{_("not checked")}</span>',
            sound=f'<span class="n n-preserved">{_("sound")}</span>',
        ),
        "legend_gap": _("something is missing here"),
        "faithful": _("a faithful quotation"),
        "slight": _("one slightly off"),
        "else": _("one that says something else"),
        "marks": _("one whose marks are damaged"),
        "unestimated": _("The words of this article have no estimates."),
        "back_translation": _("Back-translation"),
        "back": _("back"),
    }


def _bare(text: str) -> str:
    """A style sheet or script without indents and without lines that are a comment only."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("//", "/*")))


def _filled(text: str, values: Mapping[str, str]) -> str:
    """The text with each `{{name}}` replaced by its value. Raises KeyError for a name without one."""
    before, *rest = text.split("{{")
    parts = [before]
    for piece in rest:
        name, after = piece.split("}}", 1)
        parts += [values[name], after]
    return "".join(parts)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
