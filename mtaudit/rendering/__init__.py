"""Reports in every format: one finding object feeds them all."""

from mtaudit.rendering.interface import GateView, Renderer
from mtaudit.rendering.registry import by_name, for_path, names, parse_target, write, write_file

__all__ = ["GateView", "Renderer", "by_name", "for_path", "names", "parse_target", "write", "write_file"]
