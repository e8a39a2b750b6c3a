"""Measurements: our pages beside a floor, in one interleaved run (`make bench`)."""
