"""What the bases of a call say: its shape, its checks, how two versions differ, and the hour at which it closes."""
