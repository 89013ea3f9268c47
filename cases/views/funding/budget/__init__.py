"""The budget of an application: its room, writing it, presenting and approving it, its quotations, its papers."""
