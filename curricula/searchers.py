"""Courses, by their name or that of what they teach."""

from django.db.models import Q
from django.urls import reverse

from curricula.models import Cohort
from incubator import search, words


def _cohorts(user, text, limit):
    said = Q(words.says(text, "name")) | Q(words.says(text, "curriculum__name"))
    rows = Cohort.objects.visible_to(user).filter(said)
    rows = rows.select_related("curriculum", "incubator").order_by("-starts_on", "-pk")
    return search.counted(rows, limit, _hit)


def _hit(cohort):
    about = [cohort.curriculum.name, f"desde el {cohort.starts_on:%d-%m-%Y}", cohort.incubator.name]
    return search.Hit(cohort.name, reverse("cohort_detail", args=[cohort.pk]), " · ".join(about))


search.add("courses", search.Searcher("Cursos", "book", _cohorts))
