"""What happens to a text before and after an engine: shields, glossary, checks. Knows no database."""
