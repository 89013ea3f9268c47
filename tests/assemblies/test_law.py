"""What the law answers of a meeting with its facts: a table of cases, each with its article."""

from datetime import date

import pytest

from cases.assemblies import law as assembly_law
from cases.assemblies.life import AssemblyKind, HolderKind, NoticeChannel
from cases.law import quorum
from cases.law.answers import Outcome
from cases.models import AgendaItem, Assembly
from tests.assemblies import scene

K, O = AssemblyKind, Outcome  # noqa: E741 - outcomes


def _agreement(letter, n, yes, *, kind=K.SPECIAL, called=True, touches=(), statutes=None):
    item = AgendaItem(letter=letter, yes=yes, no=0, abstained=0, specially_called=called, touches=list(touches))
    item.statutes_ask = statutes
    return assembly_law.agreement(Assembly(kind=kind, meets_on=date(2026, 6, 1)), item, n=n)


@pytest.mark.parametrize(
    ("letter", "n", "yes", "called", "outcome", "required", "article"),
    [
        *((letter, 9, 5, False, O.MET, 5, "art. 23") for letter in "abcgop"),
        *((letter, 9, 4, False, O.NOT_MET, 5, "art. 23") for letter in "abcgop"),
        *((letter, 9, 6, True, O.MET, 6, f"art. 23, letra {letter}") for letter in "efh"),
        *((letter, 9, 6, False, O.NOT_MET, 6, f"art. 23, letra {letter}") for letter in "efh"),
        *((letter, 10, 6, True, O.NOT_MET, 7, "art. 23, letras i a n y ñ") for letter in "ijklmnñ"),
        *((letter, 10, 7, True, O.MET, 7, "art. 23, letras i a n y ñ") for letter in "ijklmnñ"),
        ("d", 10, 6, True, O.NOT_MET, 7, "art. 23, letras d y m"),  # from a board to a sole manager: verifique
        ("", 9, 5, False, O.MET, 5, "art. 23"),
    ],
)
def test_majorities_by_letter(letter, n, yes, called, outcome, required, article):
    answer = _agreement(letter, n, yes, called=called)
    assert (answer.outcome, answer.figures["required"]) == (outcome, required)
    assert article in answer.cited


def test_a_reform_that_touches_the_object_asks_what_the_object_asks():
    assert _agreement("g", 10, 6).outcome == O.MET
    assert _agreement("g", 10, 6, touches="l").outcome == O.NOT_MET


def test_statutes_may_ask_for_more_and_never_for_less():
    assert _agreement("a", 10, 6, statutes=8).outcome == O.NOT_MET
    assert _agreement("e", 9, 5, statutes=2).figures["required"] == 6


def test_the_founding_meeting_asks_two_thirds_and_says_verify():
    answer = _agreement("", 6, 4, kind=K.FOUNDING, called=False)
    assert (answer.outcome, answer.figures["required"], answer.verify) == (O.MET, 4, True)
    assert _agreement("", 6, 3, kind=K.FOUNDING).outcome == O.NOT_MET


def test_a_board_agrees_as_its_statutes_say():
    answer = _agreement("", 5, 2, kind=K.BOARD)
    assert (answer.outcome, answer.figures["required"], answer.verify) == (O.NOT_MET, 3, True)
    assert not _agreement("", 5, 4, kind=K.BOARD, statutes=4).verify


@pytest.mark.parametrize(
    ("meets_on", "media_from", "media_until", "letters_until"),
    [
        (date(2026, 6, 12), date(2026, 5, 28), date(2026, 6, 6), date(2026, 5, 27)),
        (date(2026, 3, 10), date(2026, 2, 23), date(2026, 3, 4), date(2026, 2, 22)),
        (date(2024, 3, 10), date(2024, 2, 24), date(2024, 3, 4), date(2024, 2, 23)),  # leap year
        (date(2027, 1, 10), date(2026, 12, 26), date(2027, 1, 4), date(2026, 12, 25)),  # year end, a holiday
    ],
)
def test_the_days_to_call_across_months_leap_years_and_year_ends(meets_on, media_from, media_until, letters_until):
    window = assembly_law.window(Assembly(meets_on=meets_on))
    assert window == {"media_from": media_from, "media_until": media_until, "individual_until": letters_until}


@pytest.mark.parametrize(
    ("n", "members", "told", "needed", "outcome"),
    [
        (6, 6, {"founding": True}, 6, O.MET),
        (5, 6, {"founding": True}, 6, O.NOT_MET),
        (4, 6, {}, 4, O.MET),
        (3, 6, {}, 4, O.NOT_MET),
        (3, 7, {"second_call": True}, 3, O.MET),
        (3, 11, {"second_call": True}, 4, O.NOT_MET),
        (3, 11, {"asked": 3}, 3, O.MET),
    ],
)
def test_the_quorum_is_of_the_statutes_or_proposed_and_always_verified(n, members, told, needed, outcome):
    answer = quorum.present(n=n, members=members, on=date(2026, 6, 1), **told)
    assert (answer.figures["needed"], answer.outcome, answer.verify) == (needed, outcome, True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "published", "channel", "outcome"),
    [
        (date(2021, 5, 27), date(2021, 6, 6), NoticeChannel.POST, O.MET),
        (date(2021, 5, 28), date(2021, 6, 7), NoticeChannel.REGISTERED_EMAIL, O.MET),  # the very last days
        (date(2021, 5, 29), date(2021, 6, 1), NoticeChannel.POST, O.NOT_MET),
        (date(2021, 5, 27), date(2021, 6, 8), NoticeChannel.POST, O.NOT_MET),
        (date(2021, 5, 24), date(2021, 6, 1), NoticeChannel.MESSAGE, O.NOT_MET),  # WhatsApp does not count
    ],
)
def test_the_notices_recorded(sent, published, channel, outcome):
    assembly = scene.called(scene.planned(scene.group(5)), on=sent, published=published, channel=channel)
    members = {person.pk for person in scene.people(assembly.case)}
    rows = list(assembly.notices.select_related("person__same_as"))
    answer = assembly_law.notices(assembly, rows, members=members)
    assert answer.outcome == outcome
    assert "art. 23" in answer.cited
    assert assembly_law.notices(assembly, rows[:-1], members=members).outcome == O.NOT_MET  # somebody was not called


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("members", "kind", "form", "refused"),
    [
        (6, HolderKind.MEMBER, "simple", "0 poderes"),
        (20, HolderKind.MEMBER, "simple", ""),
        (20, HolderKind.SPOUSE, "simple", "La forma del poder no basta"),
        (20, HolderKind.SPOUSE, "notary", ""),
        (20, HolderKind.BOARD, "notary", "no lleva poderes"),
        (20, HolderKind.CIVIL_PARTNER, "notary", "no nombra"),
    ],
)
def test_proxies_of_a_junta(members, kind, form, refused):
    from incubator.requirements import Refused

    case = scene.group(members)
    assembly = scene.called(scene.planned(case, K.ORDINARY))
    first, second, *rest = scene.people(case)
    rows = [{"person": person, "present_as": "present"} for person in (second, *rest)]
    holder = {"holder": second} if kind == HolderKind.MEMBER else {"holder_name": "Luis Rojas"}
    given = {"person": first, "present_as": "represented", "holder_kind": kind, "proxy_form": form} | holder
    try:
        assembly = scene.held(assembly, present=[second, *rest], rows=[*rows, given])
    except Refused as error:
        said = " ".join(error.sentences)
        assert refused
        assert refused in said
        assert "art. 22" in said
    else:
        assert not refused
        assert assembly.attendance.count() == members
