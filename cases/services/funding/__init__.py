"""The funds: calls and their bases, applications, the money, and what the agency says."""
