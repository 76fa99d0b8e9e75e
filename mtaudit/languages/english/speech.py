"""English: how speech is reported."""

from __future__ import annotations

from mtaudit.languages.interface import Speech

ENGLISH_SPEECH = Speech(
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
)
