"""Reports side by side: two of them (`pair.py`), or several systems (`several.py`); what differs, and how surely."""

from mtaudit.compare.pair import (
    Change,
    Comparison,
    DocumentChange,
    FindingChanges,
    Seen,
    Side,
    Still,
    compare,
    match_documents,
)
from mtaudit.compare.several import Mean, Measure, PairOfSystems, Standing, SystemDocument, Systems, compare_systems

__all__ = [
    "Change",
    "Comparison",
    "DocumentChange",
    "FindingChanges",
    "Mean",
    "Measure",
    "PairOfSystems",
    "Seen",
    "Side",
    "Standing",
    "Still",
    "SystemDocument",
    "Systems",
    "compare",
    "compare_systems",
    "match_documents",
]
