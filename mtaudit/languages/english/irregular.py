"""Irregular English verb, noun and adjective forms that news uses, each led back to its base."""

from __future__ import annotations

_FORMS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun|bend bent|bind bound
bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt
buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|do did done does doing
draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt
fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|get got gotten getting|give gave given|go went gone goes going
grind ground|grow grew grown|hang hung|have has had having|hear heard|hide hid hidden|hold held|keep kept
know knew known|lay laid|lead led|leap leapt|learn learnt|leave left|lend lent|lie lay lain lying|light lit|lose lost
make made making|mean meant|meet met|mistake mistook mistaken|overcome overcame|pay paid|put putting
ride rode ridden|ring rang rung|rise rose risen|run ran running|say said|see saw seen|seek sought|sell sold|send sent
shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat sitting
sleep slept|slide slid|speak spoke spoken|speed sped|spend spent|spin spun|spring sprang sprung|stand stood
steal stole stolen|stick stuck|sting stung|strike struck stricken|strive strove striven|swear swore sworn
sweep swept|swim swam swum|swing swung|take took taken taking|teach taught|tear tore torn|tell told|think thought
throw threw thrown|understand understood|undertake undertook undertaken|undo undid undone|uphold upheld
wake woke woken|wear wore worn|weave wove woven|weep wept|win won winning|wind wound|withdraw withdrew withdrawn
withhold withheld|write wrote written writing
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|life lives|wife wives|knife knives
leaf leaves|half halves|wolf wolves|thief thieves|shelf shelves|loaf loaves|self selves|crisis crises
analysis analyses|basis bases|criterion criteria|phenomenon phenomena|medium media|datum data|duty duties|person people
good better best|bad worse worst|far farther farthest further furthest
"""

IRREGULAR: dict[str, str] = {
    form: base
    for row in _FORMS.replace("\n", "|").split("|")
    if row
    for base, *forms in [row.split()]
    for form in forms
}
