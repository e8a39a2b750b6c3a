"""Changes to translations, glossary and memory."""
