"""Numbers in words, as a deed says them."""

from datetime import date

import pytest

from incubator.paper import spelled


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "cero"), (1, "uno"), (16, "dieciséis"), (22, "veintidós"), (31, "treinta y uno"), (100, "cien"),
        (101, "ciento uno"), (500, "quinientos"), (999, "novecientos noventa y nueve"), (1000, "mil"),
        (1001, "mil uno"), (2026, "dos mil veintiséis"), (21_000, "veintiún mil"), (31_000, "treinta y un mil"),
        (100_000, "cien mil"), (701_001, "setecientos un mil uno"), (1_000_000, "un millón"),
        (1_000_001, "un millón uno"), (21_000_000, "veintiún millones"), (2_500_000, "dos millones quinientos mil"),
    ],
)  # fmt: skip
def test_words(number, said):
    assert spelled.words(number) == said


def test_what_is_counted():
    assert spelled.counted(1, "cuota", "cuotas", feminine=True) == "una (1) cuota"
    assert spelled.counted(200, "cuota", "cuotas", feminine=True) == "doscientas (200) cuotas"
    assert spelled.counted(21, "año", "años") == "veintiún (21) años"
    assert spelled.money(1_000_000) == "un millón de pesos ($1.000.000)"
    assert spelled.money(31_500) == "treinta y un mil quinientos pesos ($31.500)"
    assert spelled.day(date(2026, 12, 1)) == "primero de diciembre de dos mil veintiséis (01-12-2026)"
    with pytest.raises(ValueError, match="no words"):
        spelled.words(-1)
