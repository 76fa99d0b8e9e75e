"""English: all that the program knows of it."""

from __future__ import annotations

from mtaudit.languages.english_irregular import IRREGULAR
from mtaudit.languages.english_numbers import ENGLISH_NUMBERS
from mtaudit.languages.interface import Clutter, Language, NameConventions, Speech

ENGLISH = Language(
    code="en",
    name="English",
    function_words=frozenset(
        """the of and to in a is that for on with as was it by at from be are this have has had not
            but they his her an which or were their its will would who been more than about after
            into when he she we you i if there out up also one all what can said no over other some
            could only time do so new most these two may then first any people like such before
            between through during where those being both under while against our your them how
            because did does should must much many just now even still made make own since another
            around until without within among upon very here him us me my told says per""".split()
    ),
    negators=frozenset(
        """not no never none nothing nobody nowhere neither nor without cannot can't won't don't
            doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't shouldn't
            couldn't mustn't ain't hardly barely unlikely""".split()
    ),
    abbreviations=frozenset(
        """mr mrs ms dr prof sen rep gov gen col lt capt sgt maj cmdr adm rev hon st jr sr u.s u.k
            u.n e.g i.e etc vs inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec no
            vol fig mt ft ave blvd rd p.m a.m d.c ph.d m.d b.a m.a approx dept est""".split()
    ),
    numbered=frozenset({"no", "vol", "fig", "pp"}),
    numbers=ENGLISH_NUMBERS,
    speech=Speech(
        verbs=frozenset(
            """said says say saying told tells tell stated states state added adds add announced
            announces announce claimed claims claim argued argues argue warned warns warn insisted
            insists insist explained explains explain noted notes note wrote writes write tweeted
            tweets posted replied replies reply asked asks ask responded responds declared declares
            declare described describes describe called calls suggested suggests confirmed confirms
            denied denies admitted admits commented comments remarked remarks recalled recalls
            reported reports acknowledged acknowledges emphasized emphasised emphasizes stressed
            stresses vowed vows promised promises concluded concludes complained complains continued
            continues predicted predicts testified urged urges quipped joked shouted""".split()
        ),
        after_quote=frozenset(),
        pronouns=frozenset(["he", "she", "they", "it", "we", "i", "who"]),
        according_to=frozenset({"according to", "in the words of"}),
        that=frozenset({"that"}),
        addressed=frozenset({"to"}),
        told=frozenset("told tell tells telling".split()),
        roles=frozenset(
            """engineer economist scientist biologist physicist historian author writer novelist actor actress singer
            architect doctor nurse teacher farmer fisherman driver pilot player striker goalkeeper defender midfielder
            winger researcher activist campaigner lawmaker politician businessman businesswoman resident witness
            survivor student pensioner journalist presenter investigator inspector superintendent firefighter
            expert specialist consultant""".split()
        ),
        connectives=frozenset(
            """however meanwhile nevertheless nonetheless moreover furthermore instead also besides later earlier
            afterwards still yet therefore thus hence today yesterday speaking writing addressing""".split()
        ),
    ),
    plurals=("s", "es"),
    affixes=tuple(
        (prefix, suffix)
        for prefix, suffix in (
            word.split("_")
            for word in """_s _es _d _ed _ing _ings _ly _er _ers _ness _able _less un_ un_ed re_ non_ over_""".split()
        )
    ),
    names=NameConventions(
        titles=frozenset(
            """president vice prime minister king queen prince princess pope sir lord lady dame mr mrs
            ms miss dr doctor prof professor senator congressman congresswoman representative
            governor mayor general colonel lieutenant captain major sergeant commander admiral
            marshal judge justice chancellor secretary ambassador chairman chairwoman chief director
            rev reverend father sister brother saint st bishop archbishop cardinal ayatollah imam
            sheikh coach manager attorney officer detective sheriff deputy foreign defense defence
            former envoy special spokesman spokeswoman emperor sultan emir crown gov sen rep gen col lt capt maj
            sgt cmdr adm amb govs sens reps gens""".split()
        ),
        particles=frozenset(
            """van von der den de del della di da do dos das du la le el al bin ibn binti bint ben ter
            ten y e af zu""".split()
        ),
        suffixes=("'s", "’s", "'", "’"),
        connectors=frozenset("""of the and for in on at & to with de do du v vs""".split()),
        family_first=frozenset(
            """ahn bae bai cai cao chang chen cheng cho choi chu chung dai deng ding dong du duong
            fan fang feng fu gao gu guo ha han hao hoang hong hou hu huang huynh hwang jang jeon
            jeong ji jia jiang jin jung kang kim koo kwak kwon le lee li liang lim lin liu lu luo ma
            meng min moon nam ngo nguyen noh oh paik pan park peng pham phan qian qin ren rhee ryu
            seo shen shi shin sim sohn son song su suh sun tan tang tao tian tran vo vu wan wang wei
            won woo wu xi xia xiao xie xu xue yan yang yao ye yi yim yin yoo yoon yu yuan yun zeng
            zhang zhao zheng zhong zhou zhu zou""".split()
        ),
        heads_last=True,
        small_inside=frozenset({"of", "the", "and"}),
        possessives=("'s", "’s"),
        plural_peoples=("s", "ese"),
        people_links=("i",),
        not_names=frozenset(
            """monday tuesday wednesday thursday friday saturday sunday january february march april
            may june july august september october november december i i'm i've i'd i'll mr mrs ms
            dr am pm tv ok utc gmt internet web earth sun moon god islam christianity judaism hinduism buddhism
            catholicism communism nazism""".split()
        ),
        adjectives=frozenset(
            """afghan african albanian algerian american andean angolan arab arabic arabian aramaic argentine
            argentinian armenian asian asian-american assyrian australian austrian azerbaijani azeri bahraini
            bangladeshi basque bavarian belarusian belgian bengali berber bolivian bosnian brazilian breton british
            briton britons bulgarian burmese californian cambodian cameroonian canadian cantonese caribbean catalan
            catholic caucasian celtic chadian chechen chilean chinese christian colombian congolese coptic cornish
            corsican croat croatian cuban cypriot czech danish dane danes dutch dutchman ecuadorian egyptian emirati
            english englishman eritrean estonian ethiopian european eurasian fijian filipino finn finnish flemish
            florentine french frenchman gabonese gambian georgian german germanic ghanaian greek guatemalan guinean
            haitian hawaiian hebrew hellenic hindi hindu hispanic honduran hungarian icelandic indian indonesian inuit
            iranian iraqi irish irishman islamic islamist israeli israelite italian ivorian jamaican japanese javanese
            jew jewish jordanian kazakh kenyan korean kosovar kurd kurdish kuwaiti kyrgyz laotian latin latino latvian
            lebanese liberian libyan lithuanian londoner lutheran macedonian malay malaysian maldivian malian maltese
            mandarin maori marxist mediterranean methodist mexican moldovan mongolian montenegrin moroccan mormon muslim
            namibian neapolitan nepalese nepali nicaraguan nigerian nordic norman norse norwegian orthodox ottoman
            pakistani palestinian panamanian papuan paraguayan parisian persian peruvian pole polish polynesian
            portuguese presbyterian protestant punjabi qatari roman romanian russian rwandan salvadoran samoan saudi
            scandinavian scot scots scottish semitic senegalese serb serbian shia shiite sicilian sikh sinhalese slav
            slavic slovak slovakian slovene slovenian somali soviet spaniard spanish sudanese sumatran sunni swede
            swedish swiss syrian taiwanese tajik tamil tanzanian tatar texan thai tibetan trojan tunisian turk turkish
            turkmen ugandan uighur uyghur ukrainian urdu uruguayan uzbek venetian venezuelan vietnamese welsh welshman
            western yemeni yiddish zambian zimbabwean zionist zulu anglo afro anglican baptist buddhist calvinist
            confucian democrat democratic republican victorian elizabethan georgian gothic byzantine jain taoist
            westerner eastern northern southern""".split()
        ),
        offices=frozenset(
            """ceo cfo coo cto vp mp mep pm president minister chairman chairwoman chairperson chief director editor
            spokesman spokeswoman spokesperson secretary leader captain coach manager analyst professor researcher
            reporter correspondent commissioner treasurer executive founder boss head deputy senator governor mayor
            ambassador lawyer attorney official officials police presidential""".split()
        ),
        organisation_words=frozenset(
            """academy administration agency airlines airways alliance army assembly associates association authority
            bank board brigade broadcasting bureau cabinet center centre chamber church club college commission
            committee company conference congress consortium cooperative corporation council court courts department
            directorate division embassy enterprise faculty federation fleet force forces foundation front fund
            government group guard holdings hospital house inc industries initiative institute institution
            international judiciary laboratories laboratory league legion ltd llc magazine media ministry mission
            mosque motors museum nations navy network news newspaper office orchestra organisation organization
            parliament parties partners partnership party police post press regiment republicans school senate
            service services society squad state store studios syndicate systems team telegraph television times
            treasury tribune tribunal union university united volunteers co corp plc democrats journal bundesliga
            chronicle herald gazette observatory unit intelligence security""".split()
        ),
        place_words=frozenset(
            """airport alley archipelago atoll avenue basin bay beach boulevard bridge building canal canyon cape
            castle cathedral cave city coast coastline county creek dam desert district estate falls field forest
            fort gardens gate glacier gulf hall harbor harbour heights highway hill hills hotel island islands isle
            isles kingdom lake mainland mall mansion monastery mount mountain mountains ocean palace park peninsula
            plateau plaza port prison province reef region republic reservoir ridge river road ruins sea square
            stadium station strait straits street temple territories territory tower towers town trail valley
            village volcano wall zone east north south west northern southern eastern western springs woods
            crossing""".split()
        ),
        thing_words=frozenset(
            """accord accords act age agreement amendment anthem attack attacks award awards ball battle bill bombing
            book bowl bulletin cable campaign carnival ceremony challenge championship championships charter code
            collection concerto constitution convention covenant crisis cup day days deal declaration derby dialogue
            disease disorder doctrine dynasty edition election electoral empire era exhibition expo fair fashion
            festival fever final finals flight forum game games genocide grand holocaust hurricane initiative junction
            law laws league marathon massacre masters medal movement museum network olympic olympics open operation
            order pact paralympics plan prix prize probe program programme project protocol race rally rebellion
            report resolution revolution rocket satellite scale season series show shuttle siege spacecraft statute
            storm submarine summit symphony symposium syndrome system telescope theory title tour tournament treaty
            trophy tsunami typhoon war wars way week world year""".split()
        ),
        learned=("logy", "logical", "graphy", "graphic", "nomy", "metry", "pathy", "cracy"),
        derivations=tuple("ians ian eans ean ans an n ics ic isms ism ists ist es s".split()),
        directions=frozenset(
            """north south east west northern southern eastern western northeast northwest southeast southwest
            northeastern northwestern southeastern southwestern central upper lower""".split()
        ),
        conjunctions=frozenset({"and"}),
        articles=frozenset({"the"}),
        portfolios=frozenset(
            """foreign defence defense finance health interior home education trade justice agriculture energy labour
            labor environment transport transportation security tourism sports economy culture climate treasury general
            state attorney executive development immigration""".split()
        ),
        before_place=frozenset("""in at near from to into across around outside inside toward towards via""".split()),
        regnal=frozenset("pope saint st king queen emperor empress tsar czar kaiser apostle prophet".split()),
        saints=frozenset({"saint", "st"}),
        epithets=frozenset({("the", "Great"), ("the", "Baptist"), ("the", "Evangelist"), ("the", "Terrible")}),
        bearers=frozenset(
            """airline app automaker band brand broadcaster broadsheet carmaker company conglomerate daily firm duo
            journal magazine newspaper rapper retailer singer startup supermarket tabloid trio website weekly""".split()
        ),
        glosses=frozenset("means mean meaning meant literally translates translated translation dubbed".split()),
    ),
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
        "some": frozenset(
            """a few|some|several|past few|last few|next few|first few|these few|those few|every few|the few|quite a few
            |a little|initial few|final few""".replace("\n            ", "").split("|")
        ),
        "many": frozenset({"many", "much", "a lot", "lots"}),
        "all": frozenset({"all", "every", "everything", "everyone", "everybody", "everywhere"}),
        "none": frozenset({"none", "nothing", "nobody", "no one", "nowhere"}),
    },
    furniture=frozenset(
        """read more|sign up|subscribe|share this|advertisement|related articles|follow us|click here|all rights
        reserved|posted by|comments|leave a comment|newsletter|log in|login|sitemap|cookie""".replace("\n", " ")
        .replace("        ", "")
        .split("|")
    ),
    cannot_end=frozenset("the of and a an with by from because or is are was were their his its".split()),
    clutter=Clutter(
        sections=frozenset(
            """world politics business sports sport news technology tech entertainment opinion health
            science lifestyle culture travel national international local video photos trending""".split()
        ),
        spam=frozenset({"casino", "slot", "slots", "jackpot", "betting", "poker", "lottery", "buy backlinks"}),
        subtitles=frozenset(
            """applause|laughter|laughs|music|music playing|cheering|sighs|subtitle by|subtitles by|translated by
            |translation by|captions by|login|log in|sitemap|site map|sign in|thanks for watching|edit|citation needed
            |opens in new window""".replace("\n            ", "").split("|")
        ),
        credits=frozenset({"by"}),
        media=frozenset(
            """news press times post journal tribune herald gazette chronicle guardian telegraph today
            daily reuters agency broadcasting television radio tv magazine""".split()
        ),
    ),
    irregular=IRREGULAR,
    weak_negators=frozenset("""hardly barely scarcely unlikely rarely seldom little few only but until""".split()),
    endings=tuple("ness ility ivity tion tions ously ively ship".split()),
    negative_prefixes=("un", "in", "im", "ir", "il", "dis", "non"),
    negative_suffixes=("less",),
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
    denials=frozenset(
        """fail failure refuse deny denies denied denial lack avoid prevent reject stop cease miss ban forbid
        prohibit exclude different differ otherwise absent absence ignore rather instead beyond except against
        oppose neglect unless minus short free loss lose lost refrain decline doubt impossible disagree
        discontinue abandon cancel resist reluctant exempt lest illegal wrong off out outside away nor non un
        unlike devoid void anti bare quit escape missing alone cannot least minimal negative worse worst halt
        suspend less fewer yet still poor far too outstanding overdue pending""".split()
    ),
    no_denials=(
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
)
