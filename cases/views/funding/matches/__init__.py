"""The screens of who can apply to what: the groups of a call, the funds of a group, each condition, and «¿y si…?»."""
