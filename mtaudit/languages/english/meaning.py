"""English: what denies, and words by the senses that must not be turned round."""

from __future__ import annotations

from mtaudit.languages.interface import Negation, Senses, phrases

ENGLISH_NEGATION = Negation(
    negators=frozenset(
        """not no never none nothing nobody nowhere neither nor without cannot can't won't don't
        doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't shouldn't
        couldn't mustn't ain't hardly barely unlikely""".split()
    ),
    weak=frozenset("""hardly barely scarcely unlikely rarely seldom little few only but until""".split()),
    denials=frozenset(
        """fail failure refuse deny denies denied denial lack avoid prevent reject stop cease miss ban forbid
        prohibit exclude different differ otherwise absent absence ignore rather instead beyond except against
        oppose neglect unless minus short free loss lose lost refrain decline doubt impossible disagree
        discontinue abandon cancel resist reluctant exempt lest illegal wrong off out outside away nor non un
        unlike devoid void anti bare quit escape missing alone cannot least minimal negative worse worst halt
        suspend less fewer yet still poor far too outstanding overdue pending""".split()
    ),
    exceptions=(
        *("not only", "not just", "not merely", "not simply", "not least", "or not", "not necessarily", "if not"),
        *("no less", "no more than", "no fewer", "no later", "no smaller", "no larger", "no earlier", "no greater"),
        *("no matter", "no doubt", "no wonder", "nothing but", "not until", "nowhere near", "not to mention"),
        *("agree more", "why don't", "why not", "don't forget", "never fail", "never fails", "no choice but"),
        *(
            "no option but",
            "not uncommon",
            "not unusual",
            "can't wait",
            "cannot wait",
            "not more than",
            "not less than",
        ),
        *("don't worry", "not too", "isn't it", "isn't that", "isn't this", "aren't they", "didn't they"),
        *("no other", "cannot help", "can't help", "no one", "not all", "not far", "not long", "without doubt"),
    ),
    prefixes=("un", "in", "im", "ir", "il", "dis", "non"),
    suffixes=("less",),
    only_seemingly=frozenset(
        """disarm discharge discharged disclose disclosed discount discover discuss discussed disease
        dismantle dismiss dismissed dismisses dispatch display displayed dispose distance distress
        district impact impending import imported impose imposed impress impressed imprison imprisoned
        improve improved improving inborn inbound income incoming increase increased indebted indeed
        indifferent indoor indoors infamous inflammable inflate inflated inform informed inhabit
        inhabitants inhabited inland inmate inner input inside insight install installed instance insure
        insured intake intend intended intense intent interest invaluable invest invested under undergo
        understand undertake""".split()
    ),
)

ENGLISH_SENSES = Senses(
    modals={
        "must": frozenset({"must", "have to", "has to", "had to", "need to", "needs to", "shall"}),
        "should": frozenset({"should", "ought to"}),
        "may": frozenset({"may", "might", "could", "perhaps", "maybe", "possibly"}),
        "will": frozenset({"will", "would", "'ll", "going to"}),
        "can": frozenset({"can", "could", "able to"}),
    },
    comparatives={
        "more": frozenset({"more", "greater", "higher", "larger", "bigger"}),
        "less": frozenset({"less", "fewer", "lower", "smaller"}),
    },
    quantities={
        "few": frozenset({"few", "very little", "too little", "so little"}),
        "some": phrases(
            """a few|some|several|past few|last few|next few|first few|these few|those few|every few|the few|quite a few
            |a little|initial few|final few"""
        ),
        "many": frozenset({"many", "much", "a lot", "lots"}),
        "all": frozenset({"all", "every", "everything", "everyone", "everybody", "everywhere"}),
        "none": frozenset({"none", "nothing", "nobody", "no one", "nowhere"}),
        "least": phrases("at least|no fewer than|no less than|not less than|a minimum of|upwards of"),
        "most": phrases("at most|no more than|not more than|a maximum of|up to"),
        "above": phrases("more than|over|above|in excess of"),
        "below": phrases("less than|fewer than|under|below"),
        "almost": phrases("almost|nearly|just under|close to"),
    },
    indefinites={
        "place": frozenset("""nowhere everywhere anywhere somewhere wherever""".split()),
        "thing": frozenset("""nothing everything anything something whatever""".split()),
        "person": frozenset("""nobody everybody anybody somebody everyone anyone someone whoever""".split()),
    },
    opposites=tuple(  # beside those of WordNet (data/antonyms.en.tsv): opposites, and words of one kind, that it lacks
        (a, b)
        for a, b in (
            pair.split("/")
            for pair in """support/oppose increase/reduce higher/lower before/after allow/ban allow/forbid friend/enemy
            ally/enemy life/death easy/hard confirm/deny always/never everything/nothing everyone/nobody
            everywhere/nowhere include/exempt join/leave remain/leave hope/fear married/divorced
            northeast/southwest northeast/southeast northeast/northwest southeast/southwest southeast/northwest
            northwest/southwest north/east north/west south/east south/west northern/southern northern/eastern
            northern/western southern/eastern southern/western eastern/western
            yesterday/tomorrow yesterday/today today/tomorrow morning/evening summer/winter spring/autumn
            victim/suspect victim/perpetrator victim/attacker prosecutor/lawyer prosecutor/defender plaintiff/defendant
            witness/suspect judge/defendant teacher/pupil teacher/student doctor/patient parent/child brother/sister
            son/daughter mother/father uncle/aunt king/queen buyer/seller importer/exporter lender/borrower
            creditor/debtor landlord/tenant guest/host winner/loser predecessor/successor ancestor/descendant
            question/answer arrival/departure income/expenditure surplus/deficit profit/loss grant/reject approve/reject
            adopt/reject adult/child release/arrest release/detain recruit/dismiss upstream/downstream
            ceasefire/attack first/last new/old""".split()
        )
    ),
)
