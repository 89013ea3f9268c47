"""Money for the groups: calls of the agencies, who may apply and what is lacking, and the applications."""
