"""Pages of applicants, of focal points who clear, and of providers who decide."""
