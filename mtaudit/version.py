"""The version, in a module of its own: reports carry it, and what makes them does not import the package's face."""

__version__ = "0.1.0"
