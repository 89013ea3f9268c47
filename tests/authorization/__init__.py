"""Who may do what: every address, method, role and relation to the record (docs/reference/roles.md)."""
