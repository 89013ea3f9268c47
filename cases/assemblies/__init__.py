"""The meetings of a cooperative: their life, what the law asks of each, how they are read and printed."""
