"""Who may enter the desk; what one may not know of answers 404."""

from network.views.guarding import only

desk_only = only("practices.desk")
"""For screeners and staff managers."""
