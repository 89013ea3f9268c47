"""`scripts/port_is_free.py HOST PORT`: ends with a sentence when another program already answers there."""

import socket
import sys


def main(host: str, port: int) -> None:
    """Try to take the port, as the server will, and let it go."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            sys.exit(f"El puerto {port} ya está en uso. Cierre lo que lo ocupa, o elija otro: make run PORT={port + 1}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
