"""How far a trainer's post reaches: the cohorts it teaches today, and nothing else."""

from django.apps import apps

from incubator import calendars


def cohorts_of(posts):
    """The ids of the cohorts these posts teach today, for incubator.access."""
    rows = apps.get_model("curricula", "CohortTrainer").objects.in_force(calendars.today())
    taught = rows.filter(post__in=[post.pk for post in posts]).values_list("cohort_id", "cohort__incubator_id")
    pairs = list(taught)
    return {"cohort_ids": {cohort for cohort, _ in pairs}, "host_ids": {host for _, host in pairs}}
