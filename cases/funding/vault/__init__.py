"""The documents a group keeps once for all its applications: who opens them, which are there, which run out."""
