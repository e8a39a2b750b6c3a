"""Documents, tools and observatories that the Network keeps."""
