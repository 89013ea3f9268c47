"""The legal engine: rule packs as data, and each legal rule as a pure function of plain values.

Screens, guards, documents and causes ask these functions and no other. Nothing here reads the database or the clock:
days come as `on`, and the calendar as `working` (the kernel's, or the shipped one in tests).

versions   the packs, which one is in force on a day, how two differ, and whether one is stale
answers    what a rule answers: outcome, citation, sums in words, what must be verified, and the way out
founding R01 R04 R16 · names R16 · clocks R17 · acts R18 R19 · validity R20-R22 · cure R23 R24 · bodies R05-R09 ·
proxies R10 R11 · meetings R12-R14 · yearly R15 · capital R03 R25 R26 · membership R02 R28 R29 · work R27 ·
sanctions R30 · taxes R31
"""

from cases.law.answers import VERIFY, Answer, Outcome
from cases.law.versions import Pack, difference, is_stale, pack_by_code, pack_on, packs

__all__ = ["VERIFY", "Answer", "Outcome", "Pack", "difference", "is_stale", "pack_by_code", "pack_on", "packs"]
