"""Jobs, people, memory and budgets of translation."""
