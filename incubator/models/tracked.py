"""Which records of the kernel are followed, and how private each of their fields is. A new model needs a line here,
or its reason not to in tests/history/decisions.py.
"""

from incubator import models
from incubator.models.past import track

track(
    models.Person,
    personal="given_names surname_1 surname_2 social_name run other_document registered_sex birth_date phone email "
    "commune sector notes same_as annulled_at",
    hidden="id incubator created_at run_mark",
)
track(
    models.Organization,
    group="pgh_obj",
    programme="name kind legal_status incubator trade commune sector declared_members annulled_at",
    personal="phone email notes",
    legal="rut",
    hidden="id created_at",
)
track(
    models.Membership,
    group="organization",
    personal="person role since until leave_reason leave_note annulled_at",
    hidden="id organization",
)
track(
    models.Representation,
    group="organization",
    personal="membership since until evidence",
    hidden="id organization",
)
track(
    models.User,
    personal="full_name email",
    programme="is_active",
    hidden="id is_system joined_at",
)
track(
    models.Post,
    programme="user role since until deputy_for act act_evidence appointed_by",
    hidden="id incubator agreement organization",
)
track(
    models.Assignment,
    group="organization",
    programme="post since until assigned_by",
    hidden="id organization",
)
track(
    models.Meeting,
    programme="number kind modality held_on starts_at ends_at minutes place topic next_on conducted_by validated_by "
    "validated_at voided_by voided_at void_reason",
    personal="notes",
    hidden="id incubator agreement logged_by logged_at",
)
track(
    models.Attendance,
    group="organization",
    personal="person mark",
    hidden="id meeting organization",
)
track(models.MeetingSupport, programme="kind requested given", legal="cost", hidden="id meeting")
track(models.Commitment, programme="due_on done_on", personal="what who", hidden="id meeting")
track(
    models.Contact,
    group="organization",
    programme="made_on channel reached by",
    personal="note",
    hidden="id organization recorded_at",
)
track(
    models.Evidence,
    programme="kind tier taken_on expires_on erased_at",
    hidden="id incubator description sha256 size media_type original_name uploaded_by uploaded_at",
)
track(models.Incubator, programme="name commune municipality opened_on capacity", hidden="id")
track(
    models.Agreement,
    programme="code name act act_date starts_on months funder executor adviser reporting_period parameters",
    hidden="id",
)
track(models.Participation, programme="agreement incubator since until", hidden="id")
track(models.CalendarException, programme="day region is_working reason", hidden="id")
track(models.AdviserStanding, programme="incubator organization nature since until", hidden="id evidence recorded_by")
track(
    models.ProcessorContract,
    programme="incubator organization act object purpose since until",
    hidden="id data people at_end evidence recorded_by",
)
track(
    models.PlannedMeeting,
    programme="kind modality planned_on starts_at ends_at topic place conducted_by cancelled_at cancel_reason",
    hidden="id incubator access_notes meeting cancelled_by created_by created_at",
)
track(models.Absence, programme="user post since until", hidden="id reason recorded_by recorded_at")

# The schema `sensitive`: their history stands there too, and no list shows it.
track(
    models.SensitiveProfile,
    sensitive="disability disability_on main_origin other_origins degree rnd_status rnd_expires_on carer gender",
    hidden="person certificate",
)
track(models.SupportNeed, sensitive="kind note since until", hidden="id person")
track(models.SupportGiven, sensitive="kind", hidden="id person meeting")
