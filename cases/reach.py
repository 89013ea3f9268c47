"""How far evaluating reaches: the applications that were given to a person, while they are."""

from cases.models import EvaluatorAssignment
from incubator import calendars


def applications_of(posts):
    """The applications given to whoever holds these posts."""
    people = {post.user_id for post in posts}
    rows = EvaluatorAssignment.objects.in_force(calendars.today()).filter(evaluator__in=people)
    return {"application_ids": set(rows.values_list("application_id", flat=True))}
