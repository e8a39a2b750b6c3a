"""Number and gender of glossary terms, from their forms: rules of four languages, no dictionary.

Good for noun phrases whose head stands first (es, fr, pt) or before the first preposition (en).
"""

import re

_CONNECTORS = {
    "en": {"of", "in", "for", "on", "against", "to", "with", "deprived", "learned", "from", "by"},
    "es": {"de", "del", "en", "para", "por", "contra", "y", "con", "sobre", "al", "a"},
    "fr": {"de", "des", "du", "d'", "en", "pour", "contre", "et", "à", "aux", "au", "sur"},
    "pt": {"de", "do", "da", "dos", "das", "em", "para", "contra", "e", "com", "a", "à", "on-line"},
}  # fmt: skip
_LEADING = {
    "es": {"buena", "buenas", "mejor", "mejores", "gran", "nueva", "nuevo"},
    "fr": {"bon", "bonne", "bonnes", "bons", "meilleur", "meilleures", "grand", "grande", "nouvelle"},
    "pt": {"boa", "boas", "bom", "bons", "melhor", "melhores", "grande", "nova", "novo"},
}
_ARTICLES = {"el", "la", "los", "las", "le", "les", "o", "os", "as", "the"}

_FEMININE = {
    "es": r"(?:ión|dad|tad|tud|a|ez|ie|umbre|red|mujer|ley|clase|base|parte|calle|muerte|mente|vez)",
    "fr": r"(?:ion|ource|té|tié|ance|anse|ence|ense|ure|ie|ise|ée|tude|aille|esse|ette|elle|onne|ine|ite|ive"
    r"|ode|ique|oche|orce|orme|arme|arte|erre|ère|ière|euse|trice|ille|aite|raide|serve|stice|thèque|quête"
    r"|vue|loi|paix|main|fin|part|voix|mort|nuit|prison|façon|maison|rançon|langue|ligne|ville|base|charte"
    r"|peine|grève|école|étude|drogue|arme|règle|cible|cause|classe|santé|police|chaîne|plainte|victime)",
    "pt": r"(?:[çsi]ão|stão|triz|dade|gem|tude|a|ice|ie|rede|mulher|lei|classe|base|parte"
    r"|vez|luz|cruz|morte|fase|gangue)",
}
_MASCULINE = {
    "es": r"(?:problema|programa|sistema|tema|mapa|día|idioma|diploma|drama|clima|pandillero|guardia"
    r"|policía nacional|dilema|esquema|lema)",
    "fr": r"(?:âge|(?<!im)age(?<!image)|isme|programme|système|problème|musée|lycée|comité|côté|comté|arrêté"
    r"|traité|^été"
    r"|service|commerce|divorce|silence|génie|incendie|crime|site|guide|registre|fleuve|code|épisode|mode"
    r"|gouvernement|groupe|personnel|mandat|domaine|mérite|délit|conflit|terme|uniforme|vacarme|dispositif"
    r"|observatoire|répertoire|territoire|interrogatoire|caractère|ministère|critère|procède|magazine)",
    "pt": r"(?:problema|programa|sistema|tema|mapa|dia|idioma|diploma|drama|clima|guarda|dilema|esquema|lema"
    r"|coração|cidadão|órgão|irmão|pão)",
}


def head(form: str, language: str) -> str:
    """The word that rules the agreement: "buena práctica" → "práctica"."""
    words = _head_words(form, language)
    if language == "en":
        return words[-1] if words else ""
    wanted = [word for word in words if word.casefold() not in _LEADING[language]]
    return (wanted or words or [""])[0]


def is_plural(form: str, language: str) -> bool:
    """Whether the term itself is a plural: "human rights", "milieux universitaires"."""
    word = head(form, language).casefold()
    if language == "fr":
        first = _head_words(form, language)[:2]
        if word.endswith(("eux", "aux")) and word != "taux":
            return True
        if len(first) == 1 and word.endswith("s"):
            return word in {"directives", "droits", "personnes", "milieux", "acteurs", "ressources", "jeunes"}
        return word.endswith("s") and (len(first) < 2 or first[1].endswith(("s", "x")))
    if language == "en":
        return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word in {"people", "youth"}
    return word.endswith("s") and word not in {"crisis", "análisis", "virus", "lápis", "país"}


def gender(form: str, language: str) -> str:
    """m or f; "" in English."""
    if language == "en":
        return ""
    word = _singular(head(form, language).casefold(), language)
    if re.search(_MASCULINE[language] + "$", word):
        return "m"
    return "f" if re.search(_FEMININE[language] + "$", word) else "m"


def plural(form: str, language: str) -> str:
    """The plural of a singular term; only the words of its head take it."""
    if is_plural(form, language):
        return form
    count = len(_head_words(form, language, with_articles=True))
    parts = re.split(r"(\s+)", form)
    if language == "en":
        place = 2 * (count - 1)
        parts[place] = _plural_word(parts[place], language)
        return "".join(parts)
    for place in range(0, 2 * count, 2):
        if parts[place].casefold() not in {"o", "ou"}:
            parts[place] = _plural_word(parts[place], language)
    return "".join(parts)


def _head_words(form: str, language: str, *, with_articles: bool = False) -> list[str]:
    words = []
    for word in form.split():
        if word.casefold() in _CONNECTORS[language] or word.casefold().startswith(("d'", "d’")):
            break
        words.append(word)
    if not with_articles and words and words[0].casefold() in _ARTICLES:
        words = words[1:]
    return words or form.split()[:1]


def _plural_word(word: str, language: str) -> str:
    rules = _PLURALS[language]
    for ending, replacement in rules:
        if re.search(ending, word, re.IGNORECASE):
            return re.sub(ending, replacement, word, count=1, flags=re.IGNORECASE)
    return word + "s"


def _singular(word: str, language: str) -> str:
    for ending, replacement in _SINGULARS[language]:
        if re.search(ending, word):
            return re.sub(ending, replacement, word, count=1)
    return word


_PLURALS: dict[str, list[tuple[str, str]]] = {
    "en": [
        (r"([^aeiou])y$", r"\1ies"), (r"(s|x|z|ch|sh)$", r"\1es"),
        (r"person$", "people"), (r"youth$", "youth"),
    ],
    "es": [
        (r"ión$", "iones"), (r"ón$", "ones"), (r"án$", "anes"), (r"én$", "enes"), (r"és$", "eses"),
        (r"z$", "ces"), (r"([aeiouáéó])$", r"\1s"), (r"s$", "s"), (r"([a-zñ])$", r"\1es"),
    ],
    "fr": [(r"(s|x|z)$", r"\1"), (r"(eau|au|eu)$", r"\1x"), (r"al$", "aux")],
    "pt": [
        (r"([aeo])-geral$", r"\1s-Gerais"), (r"ão$", "ões"), (r"m$", "ns"),
        (r"([rz])$", r"\1es"), (r"([aou])l$", r"\1is"), (r"el$", "éis"),
        (r"il$", "is"), (r"s$", "s"),
    ],
}  # fmt: skip
_SINGULARS: dict[str, list[tuple[str, str]]] = {
    "es": [(r"iones$", "ión"), (r"dades$", "dad"), (r"ores$", "or"), (r"([aeo])s$", r"\1")],
    "fr": [(r"aux$", "al"), (r"eux$", "eu"), (r"s$", "")],
    "pt": [(r"ões$", "ão"), (r"ores$", "or"), (r"zes$", "z"), (r"([aeo])s$", r"\1")],
}
