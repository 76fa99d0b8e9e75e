"""Which network addresses a fetch may talk to."""

from __future__ import annotations

import ipaddress
import socket

from mtaudit.errors import InputError

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
    """Whether an address belongs to the public internet; an IPv4 address inside an IPv6 one is looked at too."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
        if found in _NAT64:
            inner.append(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        if any(v4 is not None and not is_public(str(v4)) for v4 in inner):
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved
