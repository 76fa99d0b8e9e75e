"""Stands in for PyTorch on a machine without accelerators."""

from types import SimpleNamespace

cuda = SimpleNamespace(is_available=lambda: False)
backends = SimpleNamespace(mps=SimpleNamespace(is_available=lambda: False))
