"""Quality of the engines that are set up: chrF per direction, glossary terms in their places, things lost.

    python -m tests.bench.translation [--engine NAME] [--terms]

The sentences are tests/data/mt_eval.json (its "about" says where they come from): a frozen set, never to be
tuned on. The terms are measured on carriers below, in which every term of the glossary stands in turn.
"""

import argparse
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "network.config.settings")
os.environ.setdefault("DEBUG", "1")

LANGUAGES = ("en", "es", "fr", "pt")
DIRECTIONS = [(a, b) for a in LANGUAGES for b in LANGUAGES if a != b]
SET = Path(__file__).resolve().parents[1] / "data" / "mt_eval.json"
#: {term} with its article where the language has one; the first also begins the sentence.
CARRIERS = {
    "en": ("{The} was discussed at the meeting.", "We need a report on {the} and a budget of US$ 1,250.50.",
           "See https://example.org/a?b=1 about {the} before 15 March 2026."),
    "es": ("{The} se discutió en la reunión.", "Hay un informe sobre {the} y un presupuesto de US$ 1.250,50.",
           "Vea https://example.org/a?b=1 sobre {the} antes del 15 de marzo de 2026."),
    "fr": ("{The} a été examiné pendant la réunion.", "Il faut un rapport sur {the} et 1 250,50 euros.",
           "Voir https://example.org/a?b=1 sur {the} avant le 15 mars 2026."),
    "pt": ("{The} foi discutido na reunião.", "Há um relatório sobre {the} e um orçamento de R$ 1.250,50.",
           "Veja https://example.org/a?b=1 sobre {the} antes de 15 de março de 2026."),
}  # fmt: skip
#: What must come out as it went in.
KEPT = ("https://example.org/a?b=1", "1,250.50", "1.250,50", "1 250,50", "2026")


def main() -> None:
    """Measure and print."""
    import django

    django.setup()
    from network.l10n import providers

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--engine", default="")
    parser.add_argument("--terms", action="store_true", help="the glossary's terms as well")
    options = parser.parse_args()
    print("| direction | engine | chrF plain | chrF | lost | terms right | seconds |\n" + "|---" * 7 + "|")
    for source, target in DIRECTIONS:
        engines = (
            [providers.get(options.engine)]
            if options.engine
            else [each for each in providers.order(source, target) if each.name != "manual"]
        )
        for provider in engines:
            print(row(provider, source, target, with_terms=options.terms), flush=True)
            provider.close()


def row(provider, source: str, target: str, *, with_terms: bool) -> str:
    """One line of the table."""
    import sacrebleu

    from network.l10n.services.glossary import terms_of_file
    from network.l10n.services.translating import translate

    sentences = json.loads(SET.read_text())["sentences"]
    glossary, start = terms_of_file(), time.monotonic()

    def score(terms) -> tuple[float, int]:
        made = [
            translate(each[source], source=source, target=target, provider=provider, glossary=terms)
            for each in sentences
        ]
        lost = sum("lost_token" in each.flags for each in made)
        references = [[each[target] for each in sentences]]
        return sacrebleu.corpus_chrf([each.text for each in made], references).score, lost

    plain, _lost = score([])
    full, lost = score(glossary)
    seconds = time.monotonic() - start
    right = terms_right(provider, glossary, source, target) if with_terms else "–"
    cells = [
        f"{source} → {target}",
        provider.name,
        f"{plain:.1f}",
        f"{full:.1f}",
        lost,
        right,
        f"{seconds:.1f}",
    ]
    return f"| {' | '.join(map(str, cells))} |"


def terms_right(provider, glossary, source: str, target: str) -> str:
    """How many terms stand in the translation in a form of theirs, of how many; and pieces that got lost."""
    from network.l10n.engine import nouns
    from network.l10n.services.translating import translate

    right, lost, wrong = 0, 0, []
    cases = list(_cases(glossary, source, target))
    for text, expected in cases:
        made = translate(text, source=source, target=target, provider=provider, glossary=glossary)
        said = made.text.replace("\u202f", " ").replace("\u00a0", " ").casefold()
        forms = {expected.casefold(), nouns.plural(expected, target).casefold()}
        if any(form in said for form in forms):
            right += 1
        else:
            wrong.append((text, made.text))
        lost += sum(piece in text and piece not in made.text for piece in KEPT)
    if os.environ.get("SHOW"):
        for text, made in wrong:
            print(f"   {text} → {made}")
    return f"{right} of {len(cases)} ({100 * right / max(len(cases), 1):.1f} %), {lost} lost"


def _cases(glossary, source: str, target: str) -> Iterator[tuple[str, str]]:
    """Carriers with each term, singular and plural, and the target's form."""
    from network.l10n.engine import nouns
    from network.l10n.engine.terms import finder

    for number, term in enumerate(glossary):
        ours, theirs = term.forms[source], term.forms[target]
        if "(" in ours or ", " in ours:
            continue
        found = finder([term], source, target).find(ours)
        if not found:
            continue
        forms = [ours] if term.keep or nouns.is_plural(ours, source) else [ours, nouns.plural(ours, source)]
        for form in forms:
            said = _article(form, source, plural=form != ours or nouns.is_plural(ours, source)) + form
            carrier = CARRIERS[source][(number + len(form)) % 3]
            yield carrier.format(The=said[:1].upper() + said[1:], the=said), theirs


def _article(form: str, language: str, *, plural: bool) -> str:
    from network.l10n.engine import nouns

    if language == "en":
        return "the "
    feminine = nouns.gender(form, language) == "f"
    if language == "fr" and not plural and form[:1].lower() in "aeiouéèêhâîô":
        return "l'"
    articles = {"es": "el los la las", "fr": "le les la les", "pt": "o os a as"}[language].split()
    return articles[2 * feminine + plural] + " "


if __name__ == "__main__":
    main()
