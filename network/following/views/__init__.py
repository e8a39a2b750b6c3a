"""Pages of what a person follows, and the button that pages of subjects show."""
