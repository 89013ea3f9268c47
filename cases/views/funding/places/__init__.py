"""Where the applications are: the list of all of them, and who answers for those that left their case."""
