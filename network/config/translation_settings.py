"""Engines of translation, their order, and Apertium's routes; `settings.py` takes these names in."""

import environ

_env = environ.Env()

#: Engines in the order of trying; those that are not set up are passed over. `manual` leaves it to people.
TRANSLATION_PROVIDERS = _env.list(
    "TRANSLATION_PROVIDERS", default=["deepl", "libretranslate", "apertium", "manual"]
)
#: Another order for a direction: {"en-fr": ["deepl", "manual"]}.
TRANSLATION_PROVIDERS_BY_DIRECTION: dict[str, list[str]] = _env.json(
    "TRANSLATION_PROVIDERS_BY_DIRECTION", default={}
)

#: Routes of Apertium for each direction: chains of installed modes. A word that
#: the first one does not know is asked of the others. Through Catalan where that pair is the better one.
TRANSLATION_ROUTES: dict[str, list[list[str]]] = {
    "en-es": [["eng-spa"], ["eng-cat", "cat-spa"]],
    "es-en": [["spa-eng"], ["spa-cat", "cat-eng"]],
    "en-fr": [["eng-spa", "spa-cat", "cat-fra"], ["eng-cat", "cat-fra"]],
    "fr-en": [["fra-cat", "cat-spa", "spa-eng"], ["fra-cat", "cat-eng"]],
    "en-pt": [["eng-spa", "es-pt_BR"], ["eng-cat", "cat-por_BR"]],
    "pt-en": [["pt-es", "spa-eng"], ["por-cat", "cat-eng"]],
    "es-fr": [["spa-cat", "cat-fra"], ["es-fr"]],
    "fr-es": [["fra-cat", "cat-spa"], ["fr-es"]],
    "es-pt": [["es-pt_BR"], ["spa-cat", "cat-por_BR"]],
    "pt-es": [["pt-es"], ["por-cat", "cat-spa"]],
    "fr-pt": [["fra-cat", "cat-por_BR"], ["fr-es", "es-pt_BR"]],
    "pt-fr": [["por-cat", "cat-fra"], ["pt-es", "spa-cat", "cat-fra"]],
}
APERTIUM_MODES = _env("APERTIUM_MODES", default="/usr/share/apertium/modes")
APERTIUM_TIMEOUT = _env.float("APERTIUM_TIMEOUT", 20.0)  # seconds of silence, after which it is started again
APERTIUM_RESIDENT = _env.int(
    "APERTIUM_RESIDENT", 6
)  # pipelines that stay started; the longest unused one ends

DEEPL_KEY = _env("DEEPL_KEY", default="")
DEEPL_URL = _env("DEEPL_URL", default="")  # empty: the address that belongs to the key
LIBRETRANSLATE_URL = _env("LIBRETRANSLATE_URL", default="")
LIBRETRANSLATE_KEY = _env("LIBRETRANSLATE_KEY", default="")
LIBRETRANSLATE_IS_LOCAL = _env.bool("LIBRETRANSLATE_IS_LOCAL", False)  # True: private text may go there
TRANSLATION_TIMEOUT = _env.float("TRANSLATION_TIMEOUT", 20.0)  # seconds for an answer over the network
TRANSLATION_MAX_CHARACTERS = _env.int("TRANSLATION_MAX_CHARACTERS", 60_000)  # longer texts wait for people
#: Characters that an engine may be sent in a calendar month (UTC): {"deepl": 500000}; others without limit.
TRANSLATION_BUDGETS: dict[str, int] = _env.json("TRANSLATION_BUDGETS", default={})
