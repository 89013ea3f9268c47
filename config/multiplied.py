"""Many times the demonstration, inside a transaction that the caller rolls back: what `manage.py bench` measures on.

The rows are copied by the database itself: each copy has the id of its original plus a step, and so have the columns
that point to a copied row.
"""

from django.db import connection

from cases.models import (
    Application,
    BusinessDefinition,
    Case,
    EvaluatorAssignment,
    LegalEvent,
    LegalFile,
    LegalFileChange,
    Measurement,
    RegularizationFile,
    Responsibility,
    Session,
    SessionCase,
    SignedCommitment,
    StageChange,
    SupportDeclaration,
    VaultDocument,
)
from incubator.models import (
    Assignment,
    Attendance,
    Meeting,
    Membership,
    Organization,
    Person,
    PlannedMeeting,
    Representation,
)

#: Far beyond any id of the demonstration: copy number n of a row has its id plus n steps.
_STEP = 10_000_000
#: What is copied of an incubator, in the order the references ask: (model, path to the incubator).
_OF_GROUPS = (
    (Membership, "organization__incubator"),
    (Representation, "organization__incubator"),
    (Assignment, "organization__incubator"),
)
_OF_CASES = (
    (Application, "case__incubator"),
    (EvaluatorAssignment, "application__case__incubator"),
    (LegalFile, "case__incubator"),
    (LegalEvent, "case__incubator"),
    (RegularizationFile, "case__incubator"),
    (Measurement, "case__incubator"),
    (BusinessDefinition, "case__incubator"),
    (SupportDeclaration, "case__incubator"),
    (SignedCommitment, "case__incubator"),
    (VaultDocument, "case__incubator"),
)
_OF_MEETINGS = (
    (Meeting.organizations.through, "meeting__incubator"),
    (Session, "meeting__incubator"),
    (SessionCase, "session__meeting__incubator"),
    (Attendance, "meeting__incubator"),
    (PlannedMeeting, "incubator"),
    (PlannedMeeting.organizations.through, "plannedmeeting__incubator"),
)
#: What may not be the same twice: SQL for each copy, of `r` and `n`.
_OTHERWISE = {
    (Organization, "name"): "r.name || ' ' || n",
    (Organization, "name_folded"): "r.name_folded || ' ' || n",
    (Organization, "rut"): "''",
    (Person, "run"): "''",
    (Person, "run_mark"): "''",
    (Meeting, "number"): "r.number + n * 100000",
    (Case, "number"): "r.number + n * 100000",
    (Case, "stage"): "'census'",
    (Case, "previous_id"): "null",
    (LegalFile, "state"): "'drafting'",
    (RegularizationFile, "state"): "'diagnosis'",  # its points are not copied: it begins again
    (Responsibility, "transfer_id"): "null",
    (Application, "submission_id"): "null",
    (Application, "received_order"): "null",
}


def multiply(incubator, times, since=1):
    """Copy every group of an incubator with what is its own, until there are `times` as many (there are `since`)."""
    copies = _Copies(incubator, since + 1, times)
    copies.of(Organization, "incubator")
    copies.of(Person, "incubator")
    for model, path in _OF_GROUPS:
        copies.of(model, path)
    copies.of_cases()
    copies.of(Meeting, "incubator")
    for model, path in (*_OF_CASES, *_OF_MEETINGS):
        copies.of(model, path)
    copies.of_legal_files()
    with connection.cursor() as cursor:
        cursor.execute("analyze")  # a database that grew by itself would know its sizes; the owner alone may say so


class _Copies:
    """The copies numbered from `first` to `last` of what an incubator has: of its originals alone."""

    def __init__(self, incubator, first, last):
        self.incubator, self.first, self.last = incubator, first, last
        self.ids: dict[type, list[int]] = {}

    def of(self, model, path):
        """Copy the originals of one model; nothing whose references were left out."""
        rows = model._default_manager.filter(**{path: self.incubator, "pk__lt": _STEP})
        for field in _references(model, self.ids):
            rows = rows.filter(**{f"{field.name}__in": self.ids[field.related_model]}) | rows.filter(
                **{f"{field.name}__isnull": True}
            )
        self._insert(model, model._default_manager.filter(pk__in=rows.order_by().values("pk")))

    def of_cases(self):
        """Cases are born at CENSUS and walk again, row first and then stage: the database accepts no other way."""
        self.of(Case, "incubator")
        self.of(Responsibility, "case__incubator")
        self._walk(
            StageChange.objects.filter(case__in=self.ids[Case]),
            "update cases_case c set stage = s.to_stage from cases_stagechange s"
            " where s.case_id = c.id and s.number = %s and s.from_stage <> '' and c.id >= %s",
        )

    def of_legal_files(self):
        """Legal files are born in draft and walk again by their acts, already copied."""
        self._walk(
            LegalFileChange.objects.filter(file__in=self.ids[LegalFile], event__in=self.ids[LegalEvent]),
            "update cases_legalfile f set state = s.to_state from cases_legalfilechange s"
            " where s.file_id = f.id and s.number = %s and f.id >= %s",
        )

    def _walk(self, changes, follow):
        """Each step in turn: its rows, then the state that they say."""
        for number in sorted(set(changes.order_by().values_list("number", flat=True))):
            self._insert(changes.model, changes.filter(number=number))
            with connection.cursor() as cursor:
                cursor.execute(follow, [number, self.first * _STEP])

    def _insert(self, model, rows):
        ids = list(rows.order_by("pk").values_list("pk", flat=True))
        self.ids[model] = ids
        key, moved = model._meta.pk.column, {field.column for field in _references(model, self.ids)}
        columns = [field.column for field in model._meta.concrete_fields]
        values = ", ".join(self._value(model, column, column == key or column in moved) for column in columns)
        names = ", ".join(f'"{column}"' for column in columns)
        with connection.cursor() as cursor:
            cursor.execute(
                f'insert into "{model._meta.db_table}" ({names}) select {values} from "{model._meta.db_table}" r,'  # noqa: S608
                f' generate_series(%s, %s) n where r."{key}" = any(%s)',
                [self.first, self.last, ids],
            )

    def _value(self, model, column, is_moved):
        otherwise = _OTHERWISE.get((model, column))
        return otherwise or (f'r."{column}" + n * {_STEP}' if is_moved else f'r."{column}"')


def _references(model, copied):
    """The columns that point to something copied before."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model in copied and field.related_model is not model
    ]
