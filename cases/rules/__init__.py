"""The facts that guard the journey, each with its Spanish reason. Pure questions: no rule writes."""
