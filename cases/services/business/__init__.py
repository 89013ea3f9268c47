"""What the group will live from: canvas, plan, indicators, what it sold, and what it confirms."""
