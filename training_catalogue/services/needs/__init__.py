"""What states need: rounds of a survey, answers, and what is missing on each topic."""
