"""The applications seen from the rest of the house: what is due, the acts that count, figures, the list."""
