"""The calls as people see them: who may enter, which bases rule, filters, calendar, the line of a closing."""
