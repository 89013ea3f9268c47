"""The books of a cooperative: shares, seats, their rows on screen and their exports."""
