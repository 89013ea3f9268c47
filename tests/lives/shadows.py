"""Break what must hold by force. Constraints and triggers would refuse most of it, so a table is shadowed by one of the
session, without any: the checkers name tables as they are found, and find that one first."""

from django.db import connection


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)


def shadow(table, *forged, kept=True):
    """The table without its rules, with its rows (or none of them) and the ones forged: {column: value}."""
    sql(f"create temp table {table} on commit drop as select * from public.{table} {'' if kept else 'where false'}")
    for row in forged:
        places = ", ".join(["%s"] * len(row))
        sql(f"insert into {table} ({', '.join(row)}) values ({places})", *row.values())


class Quiet:
    """A cursor for sealing inside a test: the level of isolation is set by whoever begins the transaction."""

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def execute(self, statement):
        """Nothing."""
