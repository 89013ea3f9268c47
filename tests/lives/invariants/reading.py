"""Plain SQL for the checkers, with table names as they are found: a test that breaks them shadows a table."""

from django.db import connection


def rows(sql, *values):
    """Every row of a query."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall()


def said(sentence, found):
    """One sentence for each row found."""
    return [sentence.format(*row) for row in found]
