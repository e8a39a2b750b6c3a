"""Everything in four languages: catalogues, translation jobs, glossary and memory."""
