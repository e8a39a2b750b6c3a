"""What changes translations: jobs follow the text, engines write, people decide."""
