"""English: how names are introduced and inflected, and what words in them say."""

from __future__ import annotations

from mtaudit.languages.countries import one_word
from mtaudit.languages.interface import NameConventions

ENGLISH_NAMES = NameConventions(
    countries=one_word(),
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
    respects={
        **dict.fromkeys(("mr", "sir"), "m"),
        **dict.fromkeys("mrs ms miss madam dame".split(), "f"),
    },
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
    learned=tuple(
        """logy logical graphy graphic nomy metry pathy cracy tropolis cropolis archus ochus medes phanes stratus
        critus clitus cles sthenes dorus ippus""".split()
    ),
    derivations=tuple("ians ian eans ean ans an n ics ic icism isms ism ists ist es s".split()),
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
)
