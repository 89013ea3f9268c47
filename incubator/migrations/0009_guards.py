"""Who did what stays as it was written, and nobody validates the hours they conducted (docs/adr/0012)."""

from django.db import migrations

from incubator.guards import FUNCTIONS, NO_FUNCTIONS, keep

#: Corrections change who conducted a meeting and then withdraw its validation: so it is asked at the end.
VALIDATOR = """
create function public.incubator_guard_validator() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.incubator_meeting where id = new.id and validated_by_id = conducted_by_id) then
    raise exception 'meeting %: its hours were validated by who conducted it', new.id using errcode = '23514';
  end if;
  return null;
end $$;
revoke execute on function public.incubator_guard_validator() from public;
create constraint trigger incubator_guard_validator after insert or update on public.incubator_meeting
  deferrable initially deferred for each row when (new.validated_by_id = new.conducted_by_id)
  execute function public.incubator_guard_validator();
"""
NO_VALIDATOR = """
drop trigger incubator_guard_validator on public.incubator_meeting;
drop function public.incubator_guard_validator();
"""

KEPT = [
    keep("incubator_post", "user_id role appointed_by_id"),
    keep("incubator_assignment", "assigned_by_id"),
    keep("incubator_invitation", "post_id invited_by_id"),
    keep("incubator_adviserstanding", "recorded_by_id"),
    keep("incubator_processorcontract", "recorded_by_id"),
    keep("incubator_evidence", "incubator_id sha256 size media_type uploaded_by_id uploaded_at"),
    keep("incubator_meeting", "incubator_id number logged_by_id logged_at voided_by_id voided_at"),
    keep("incubator_meeting", "validated_by_id", name="minga_keep_validator", may_be_taken_back=True),
    keep("incubator_plannedmeeting", "created_by_id created_at cancelled_by_id cancelled_at"),
    keep("incubator_contact", "organization_id made_on by_id recorded_at"),
    keep(
        "incubator_personmerge",
        "incubator_id kept_id redirected_id reason proposed_by_id proposed_on executed_by_id executed_on declined_by_id "
        "declined_on undone_by_id undone_on",
    ),
    keep("incubator_absence", "user_id recorded_by_id recorded_at"),
    keep("incubator_savedfilter", "user_id"),
    keep("incubator_digestpreference", "user_id"),
    keep("incubator_digestdelivery", "user_id"),
    keep("incubator_calendarfeed", "user_id"),
]


class Migration(migrations.Migration):
    dependencies = [("incubator", "0008_chain")]

    operations = [
        migrations.RunSQL(FUNCTIONS, NO_FUNCTIONS),
        *(migrations.RunSQL(forward, backward) for forward, backward in KEPT),
        migrations.RunSQL(VALIDATOR, NO_VALIDATOR),
    ]
