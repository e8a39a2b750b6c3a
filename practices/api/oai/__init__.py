"""OAI-PMH 2.0 for practices: libraries and portals harvest them as Dublin Core."""
