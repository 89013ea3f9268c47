"""The list of groups: rows, counts, filters and its export."""
