"""Stands in for the module that setuptools 81 took away."""
