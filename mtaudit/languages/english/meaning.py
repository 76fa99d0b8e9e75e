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
    },
    polarity={
        "rise": frozenset("rise increase grow climb gain jump surge soar raise boost swell escalate".split()),
        "fall": frozenset("fall decrease decline drop plunge tumble shrink slump lower cut reduce plummet".split()),
        "win": frozenset("win victory triumph".split()),
        "lose": frozenset("lose".split()),
        "accept": frozenset("accept approve support back endorse welcome agree favour favor".split()),
        "reject": frozenset("reject oppose refuse dismiss disagree".split()),
        "buy": frozenset("buy purchase acquire".split()),
        "sell": frozenset("sell".split()),
        "open": frozenset("open reopen".split()),
        "close": frozenset("close shut".split()),
        "begin": frozenset("begin start launch commence".split()),
        "end": frozenset("end stop halt finish cease".split()),
        "allow": frozenset("allow permit let authorise authorize".split()),
        "ban": frozenset("ban forbid prohibit bar outlaw".split()),
        "confirm": frozenset("confirm acknowledge admit".split()),
        "deny": frozenset("deny".split()),
        "strengthen": frozenset("strengthen".split()),
        "weaken": frozenset("weaken".split()),
        "improve": frozenset("improve better".split()),
        "worsen": frozenset("worsen deteriorate worse".split()),
        "arrest": frozenset("arrest detain jail imprison".split()),
        "free": frozenset("release free acquit".split()),
        "guilty": frozenset("guilty convict".split()),
        "innocent": frozenset("innocent acquit".split()),
        "join": frozenset("join enter".split()),
        "quit": frozenset("leave quit".split()),
        "survive": frozenset("survive alive survivor".split()),
        "die": frozenset("die dead kill".split()),
        "ally": frozenset("ally friend".split()),
        "enemy": frozenset("enemy foe".split()),
        "majority": frozenset("majority".split()),
        "minority": frozenset("minority".split()),
    },
    indefinites={
        "place": frozenset("""nowhere everywhere anywhere somewhere wherever""".split()),
        "thing": frozenset("""nothing everything anything something whatever""".split()),
        "person": frozenset("""nobody everybody anybody somebody everyone anyone someone whoever""".split()),
    },
    opposites=tuple(
        (a, b)
        for a, b in (
            pair.split("/")
            for pair in """win/lose accept/reject accept/refuse support/oppose rise/fall increase/decrease
            increase/reduce up/down more/less more/fewer most/least better/worse best/worst good/bad high/low
            higher/lower before/after
            first/last start/stop begin/end open/close allow/ban allow/forbid legal/illegal visible/invisible
            possible/impossible buy/sell friend/enemy ally/enemy war/peace love/hate life/death alive/dead strong/weak
            strengthen/weaken rich/poor easy/difficult easy/hard safe/dangerous guilty/innocent true/false confirm/deny
            admit/deny agree/disagree always/never everything/nothing everyone/nobody everywhere/nowhere early/late
            hot/cold big/small large/small long/short inside/outside above/below public/private friend/foe
            attack/defend victory/defeat success/failure remember/forget include/exclude include/exempt join/leave
            arrive/leave remain/leave hope/fear advance/retreat borrow/lend majority/minority maximum/minimum
            optimistic/pessimistic likely/unlikely married/divorced present/absent hire/fire""".split()
        )
    ),
)
