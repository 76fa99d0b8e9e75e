"""Which network addresses a fetch may talk to."""

from __future__ import annotations

import ipaddress
import socket

from mtaudit.errors import InputError

# IANA's special-purpose address registries for IPv4 and IPv6 (RFC 6890), all entries within what is routed as unicast,
# those that are "globally reachable" too (AS112, AMT, anycast): no news stands there. Multicast is RFC 5771's.
_SPECIAL_4 = [
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
]  # fmt: skip
_GLOBAL_UNICAST = ipaddress.IPv6Network(
    "2000::/3"
)  # all else is special or not allotted: ::/8, fc00::/7, fec0::/10 ...
_SPECIAL_6 = [
    ipaddress.IPv6Network(network)
    for network in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3ffe::/16", "3fff::/20")
]
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


def public_addresses(input: str, host: str, port: int, allow_private: bool) -> list[str]:
    """The addresses of `host`, as its resolver orders them.

    Raises InputError where it has none, or where any of them is not public and `allow_private` is False.
    """
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "no valid name"
        raise InputError(input, f"host {host} cannot be found ({reason}): check address and network") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    private = next((address for address in addresses if not is_public(address)), None)
    if private is not None and not allow_private:
        shown = host if host == private else f"{host} ({private})"
        raise InputError(input, f"{shown} is no public address: set allow-private in [feeds] if it is yours to read")
    if not addresses:
        raise InputError(input, f"host {host} has no address: check it")
    return addresses


def is_public(address: str) -> bool:
    """Whether an address is an ordinary one of the public internet: in no special range, an IPv4 address inside an
    IPv6 one (mapped, NAT64) included."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        if found in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
        if found not in _GLOBAL_UNICAST:
            return False
    special = _SPECIAL_4 if found.version == 4 else _SPECIAL_6
    return found.is_global and not any(found in network for network in special)
