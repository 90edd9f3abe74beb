"""Free ports on loopback."""

from __future__ import annotations

import random
import socket

# Below the ports that the kernel gives to outgoing connections: a client that keeps retrying a
# stopped server on a port of that range is one day given the very same port, and talks to itself.
_PORTS = range(20_000, 32_000)


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on right now."""
    for port in random.sample(_PORTS, 100):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
    raise RuntimeError(f"no free port among 100 tried of {_PORTS}")
