"""Imports: tables that people hand in, and lists that providers keep at an address, become records."""
