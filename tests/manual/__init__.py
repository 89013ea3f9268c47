"""The pictures of the manual and of the README: taken by the tests while they walk an officer's work.

A normal run takes nothing: it looks whether every screen still shows the words that the manual says of it. `make pictures`
takes them again, of the whole demonstration.
"""
