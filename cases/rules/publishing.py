"""What a call needs before everybody may read it: each fact with its reason, listed on its page."""

from cases.call_life import CallState
from cases.rules import selection
from incubator.requirements import Kind, requires


@requires("Falta el texto en palabras simples.", done="El texto está escrito.", fix="text")
def text_is_written(attempt):
    """What it is, who may apply and how it is decided."""
    return bool(attempt.subject.text.strip())


@requires("Falta el texto en lectura fácil.", done="La lectura fácil está escrita.", fix="easy_text")
def easy_text_is_written(attempt):
    """The same in short sentences: nobody publishes without it."""
    return bool(attempt.subject.easy_text.strip())


@requires("Falta decir cómo postular por teléfono.", done="Dice cómo postular por teléfono.", fix="phone")
def phone_is_given(attempt):
    """Whoever has no internet calls."""
    return bool(attempt.subject.phone.strip())


@requires("Falta decir dónde y cuándo postular en persona.", done="Dice dónde postular en persona.", fix="in_person")
def place_is_given(attempt):
    """Whoever prefers it comes."""
    return bool(attempt.subject.in_person.strip())


@requires("Falta al menos un cupo.", done="Tiene cupos.", fix="seats")
def has_seats(attempt):
    """A call without a seat decides nothing."""
    return attempt.subject.seats > 0


@requires(
    "La fecha de apertura ya pasó: cámbiela, para que nadie lea que se podía postular antes de publicar.",
    done="Abre el día en que se publica o después.",
    fix="opens_on",
)
def opens_after_it_is_read(attempt):
    """Nobody could apply before it was public."""
    return attempt.subject.opens_on >= attempt.on


@requires(
    "La lista de espera no puede vencer antes del cierre.", done="La lista de espera vence después del cierre.",
    fix="waiting_until",
)  # fmt: skip
def waits_after_closing(attempt):
    """Who waits does so from the closing on."""
    call = attempt.subject
    return call.waiting_until is None or call.waiting_until >= call.closes_on


@requires("Falta la transcripción del video.", done="El video tiene su transcripción.", fix="sign_transcript")
def video_is_written(attempt):
    """A video that everybody can follow."""
    return not attempt.subject.sign_video or bool(attempt.subject.sign_transcript.strip())


@requires("Los pesos de la pauta deben sumar 100.", done="La pauta suma 100.", fix="rubric")
def rubric_adds_up(attempt):
    """What is evaluated is known before anybody applies."""
    return selection.rubric_adds_up(attempt.subject)


@requires("Ya no es un borrador.", done="Está en borrador.", kind=Kind.DUTY)
def is_a_draft(attempt):
    """It is published once."""
    return attempt.subject.state == CallState.DRAFT


TO_PUBLISH = (
    is_a_draft,
    text_is_written,
    easy_text_is_written,
    phone_is_given,
    place_is_given,
    has_seats,
    opens_after_it_is_read,
    waits_after_closing,
    video_is_written,
    rubric_adds_up,
)
