"""«¿Cómo va mi postulación?»: the code of the receipt and the last figures of the telephone; never a name."""

from django.core import signing
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from cases.enums import BEFORE_ADMISSION, Stage, Verb
from cases.forms.submissions import StatusForm
from cases.models import Submission
from cases.rules.call_days import waits_until
from cases.services import submissions
from cases.submission_words import SubmissionState
from cases.views.public_calls import page
from incubator import calendars
from incubator.calendars import long_date
from incubator.limits import Limit
from incubator.requirements import Refused

FAILED = Limit("call.status", most=5)
_SALT = "cases.withdraw"
_SECONDS = 900
UNKNOWN = "No encontramos una postulación con ese código y esos números. Revíselos y pruebe otra vez."
_CRUMBS = [("Portada", "/"), ("Convocatorias", "/convocatorias/")]


@never_cache
@sensitive_post_parameters()
def status(request):
    """The form, and what it answers. Five failures an hour from one address."""
    form = StatusForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _asked(request, form)
    slot = FAILED.take(request)
    if slot is None:
        return page(request, "cases/public/status_wait.html", {"crumbs": _CRUMBS}, status=429)
    submission = submissions.find(code=form.cleaned_data["code"], tail=form.cleaned_data["tail"])
    if submission is None:
        form.add_error(None, UNKNOWN)
        return _asked(request, form)
    FAILED.give_back(slot)
    return _shown(request, submission)


@never_cache
@require_POST
@sensitive_post_parameters()
def withdraw(request):
    """Withdraw from the page that showed the state: its token says which, for a quarter of an hour."""
    try:
        said = signing.loads(request.POST.get("token", ""), salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature:
        return _asked(request, StatusForm(None), status=410)
    submission = Submission.objects.select_related("call__incubator__commune").filter(pk=said).first()
    if submission is None:
        return _asked(request, StatusForm(None), status=410)
    try:
        submission = submissions.withdraw_own(submission=submission, on=calendars.today())
    except Refused as refused:
        return _shown(request, submission, refusal=" ".join(refused.sentences), status=409)
    return _shown(request, submission)


def _asked(request, form, status=200):
    code = 422 if form.errors else status
    return page(request, "cases/public/status.html", {"form": form, "crumbs": _CRUMBS}, status=code)


def _shown(request, submission, refusal="", status=200):
    words, on, following = standing(submission)
    context = {
        "call": submission.call,
        "words": words,
        "on": long_date(on),
        "following": following,
        "received": long_date(submission.received_at),
        "refusal": refusal,
        "token": signing.dumps(submission.pk, salt=_SALT) if submission.is_waiting else "",
        "crumbs": [*_CRUMBS, ("¿Cómo va mi postulación?", "/convocatorias/estado/")],
    }
    return page(request, "cases/public/status_shown.html", context, status=status)


def standing(submission):
    """(state, day, next step) of a submission, without a name."""
    if submission.is_waiting:
        return (
            "Recibida",
            submission.received_at,
            "El equipo de la incubadora la revisará y le llamará por teléfono. No necesita hacer nada más.",
        )
    if submission.state == SubmissionState.TAKEN_IN:
        return _of_its_case(submission)
    sentences = {
        SubmissionState.PLACED: "Ya integra un grupo. El equipo le dirá cuándo es la próxima reunión.",
        SubmissionState.REFERRED: "La incubadora le derivó a otro servicio. Llame para saber adónde y con quién.",
        SubmissionState.NOT_PLACED: "Por ahora no hay un grupo para usted. Puede postular a otra convocatoria.",
        SubmissionState.SET_ASIDE: "La incubadora no siguió con esta postulación. Llame para saber por qué.",
        SubmissionState.WITHDRAWN: "Usted se retiró. Si fue un error, puede postular de nuevo mientras esté abierta.",
    }
    return submission.get_state_display(), submission.settled_on, sentences[submission.state]


def _of_its_case(submission):
    """How the group's application goes on, from the last step of its case."""
    application = getattr(submission, "application", None)
    if application is None:
        return "En revisión", submission.settled_on, "El equipo de la incubadora la está revisando."
    case = application.case
    last = case.changes.order_by("-number").first()
    day = max(last.effective_on, submission.settled_on)
    if case.stage == Stage.WAITING:
        until = long_date(waits_until(submission.call))
        return "En lista de espera", day, f"Si se libera un cupo le llamarán. La lista vale hasta el {until}."
    if case.stage in BEFORE_ADMISSION:
        return "En evaluación", day, "Se está evaluando con las demás. Le avisarán el resultado."
    if case.stage != Stage.CLOSED:
        return "Admitida", day, "El equipo de la incubadora le llamará para la primera reunión."
    if last.verb == Verb.DECLINE:
        days = submission.call.appeal_days
        how = f"Puede reclamar dentro de los {days} días hábiles desde que le avisaron, en la oficina o por teléfono."
        return "No admitida", day, how
    return "Terminada", day, "Llame a la incubadora si tiene dudas."
