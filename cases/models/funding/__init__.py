"""The records of the funds: calls, the vault, applications, budgets, and what the agency says and pays."""
