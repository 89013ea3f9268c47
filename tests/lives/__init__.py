"""Random lives: groups, people and posts that live at random over every operation, and what must hold after each step."""
