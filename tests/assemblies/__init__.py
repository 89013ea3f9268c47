"""Meetings of a cooperative: the founding one, juntas and sessions of the board."""
