"""Tests of the training catalogue."""
