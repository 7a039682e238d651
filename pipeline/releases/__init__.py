"""Releases: the documents of a run, whole in a folder of their own, with a manifest of every figure."""
