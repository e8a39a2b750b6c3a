"""Tests of offers, requests, matches, cooperations and the needs survey."""
