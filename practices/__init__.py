"""The database of good practices: submission, review, evidence, adaptation."""
