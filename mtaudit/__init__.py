"""mtaudit says what a machine did to an article on its way from English into Indonesian."""

from __future__ import annotations

__version__ = "0.1.0"
