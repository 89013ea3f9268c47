"""How a call is decided: its rubric, who evaluates, their sheets, the order, what is told and what is appealed."""
