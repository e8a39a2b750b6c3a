"""PostgreSQL and Valkey from their wheels, for trying, developing and small sites.

Used when DATABASE_URL, BROKER_URL or CACHE_URL is not given. Importing this package
starts nothing and imports no client library: settings may ask it for addresses.
`network.config.embedded.servers` starts and stops.
"""

from .places import Places, urls
from .secret import secret_key

__all__ = ["Places", "secret_key", "urls"]
