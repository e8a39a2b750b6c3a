"""A word is found in singular and plural, with and without accents, whichever of them was written."""

import pytest

from network.search.folding import plain
from network.search.services.asking import ask
from network.search.services.finding import Wanted, answers
from tests.factories import PublishedPracticeFactory
from tests.factories.practices import copies_of

WORDS = {
    "en": "policy policies, child children, community communities, victim victims, "
    "woman women, crisis crises, process processes, city cities, "
    "analysis analyses, homicide homicides, church churches, school schools",
    "es": "prevención prevenciones, joven jóvenes, interés intereses, país países, "
    "policía policías, acción acciones, víctima víctimas, mujer mujeres, "
    "luz luces, municipio municipios, crimen crímenes, educación educaciones",
    "fr": "intégré intégrée, réseau réseaux, prévention préventions, communauté communautés, "
    "travail travaux, hôpital hôpitaux, école écoles, cœur cœurs, "
    "femme femmes, société sociétés, jeu jeux, régional régionaux",
    "pt": "prevenção prevenções, ação ações, cidadão cidadãos, jovem jovens, "
    "policial policiais, nível níveis, mulher mulheres, órgão órgãos, "
    "homicídio homicídios, civil civis, fácil fáceis, mãe mães",
}
CASES = [(language, *pair.split()) for language, pairs in WORDS.items() for pair in pairs.split(", ")]


def found(text, language, visitor):
    return [row.object_id for row in answers(Wanted("practice", visitor, language, asked=ask(text))).rows]


def test_there_are_twelve_words_per_language():
    assert [len(pairs.split(", ")) for pairs in WORDS.values()] == [12, 12, 12, 12]


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "singular", "plural"), CASES)
def test_all_forms_of_a_word_meet(language, singular, plural, visitor):
    forms = list(dict.fromkeys([singular, plural, plain(singular), plain(plural)]))
    texts = [{f"summary_{language}": f"… {form} …"} for form in forms]
    first = PublishedPracticeFactory(source_language=language, **texts[0])
    written = dict(zip(forms, [first, *copies_of(first, *texts[1:])], strict=True))
    for asked in [*forms, singular.upper()]:
        hits = found(asked, language, visitor)
        for form, practice in written.items():
            assert practice.pk in hits, f"{asked!r} does not find {form!r}"


@pytest.mark.django_db
@pytest.mark.parametrize("reader", ["en", "es", "fr", "pt"])
def test_a_readers_words_meet_originals_in_other_languages(reader, visitor):
    practice = PublishedPracticeFactory(source_language="pt", title_pt="Prevenção nas escolas municipais")
    assert found("prevencoes", reader, visitor) == [practice.pk]
    assert found("prevenção escola", reader, visitor) == [practice.pk]


@pytest.mark.django_db
def test_a_translation_is_met_by_readers_of_its_language_only(visitor):
    practice = PublishedPracticeFactory(title_fr="Observatoire municipal de la violence")
    assert found("observatoires", "fr", visitor) == [practice.pk]
    assert found("observatoires", "pt", visitor) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("prevenson", "prevención"),
        ("juventu", "juventud"),
        ("homisidios", "homicidios"),
        ("obserbatorio", "observatorio"),
        ("comunidat", "comunidad"),
    ],
)
def test_mistyped_words_find_what_was_meant(typed, meant, visitor):
    practice = PublishedPracticeFactory(title_es=f"Programa de {meant} en los barrios")
    results = answers(Wanted("practice", visitor, "es", asked=ask(typed)))
    assert [row.object_id for row in results.rows] == [practice.pk]
    assert results.correction == meant


@pytest.mark.django_db
def test_the_name_of_the_state_and_of_the_file_are_met(visitor):
    practice = PublishedPracticeFactory(country_id="HT", source_language="fr")
    assert found("Haïti", "fr", visitor) == [practice.pk]
    assert found("haiti", "en", visitor) == [practice.pk]
    assert found(practice.identifier, "en", visitor) == [practice.pk]


@pytest.mark.django_db
def test_quotes_ask_for_a_phrase_and_minus_leaves_out(visitor):
    one = PublishedPracticeFactory(title_es="Observatorio de la violencia escolar")
    two = PublishedPracticeFactory(title_es="Violencia de género y escuela")
    assert found('"violencia escolar"', "es", visitor) == [one.pk]
    assert found("violencia -género", "es", visitor) == [one.pk]
    assert sorted(found("violencia", "es", visitor)) == sorted([one.pk, two.pk])


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        '"',
        "-",
        '-"',
        "--",
        "or",
        "a OR b",
        "& | ! ( ) : * <->",
        "'; DROP TABLE search_searchrow; --",
        "%s %(x)s %",
        "\x00\x00prevención",
        "x" * 10_000,
        "-prevención",
        "de la los",
        "\\",
        "<script>alert(1)</script>",
        "😀 \u202e ﷽",
        " ".join(["violencia"] * 500),
    ],
)
def test_hostile_words_are_only_words(text, published_of_guatemala, visitor):
    answers(Wanted("practice", visitor, "es", asked=ask(text)))


@pytest.mark.django_db
def test_titles_rank_above_other_text(visitor):
    body = PublishedPracticeFactory(diagnosis_es="Mediación escolar.")
    summary = PublishedPracticeFactory(summary_es="Mediación escolar.")
    title = PublishedPracticeFactory(title_es="Mediación escolar")
    assert found("mediacion", "es", visitor) == [title.pk, summary.pk, body.pk]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "lexemes"),
    [
        ("escola", ["escol", "escola"]),
        ("data", ["data", "dat"]),
        ('"firearms control"', ["firearm", "control", "firearms"]),
        ("violencia escola", ["violenci", "violencia", "escol", "escola"]),
    ],
)
def test_what_languages_have_in_common_is_asked_for_once(text, lexemes):
    """Each lexeme of a query costs a look-up and a comparison with every hit."""
    asked = ask(text)
    parts = asked.query.split(") | (")
    assert len(parts) == len(set(parts))
    assert set(lexemes) <= asked.lexemes
    for part in parts:
        alternatives = [each.strip(" ()") for side in part.split("&") for each in side.split(" | ")]
        assert len(alternatives) == len(set(alternatives)), part


@pytest.mark.django_db
def test_terms_of_several_words_and_unwanted_ones_are_read_as_typed(visitor):
    kept = PublishedPracticeFactory(title_es="Control de armas de fuego en la escuela").pk
    other = PublishedPracticeFactory(title_es="Armas, control y fuego de los tribunales en la escuela").pk
    assert found('"armas de fuego" escuela', "es", visitor) == [kept]
    assert found('"armas de fuego"', "es", visitor) == [kept]
    assert found("escuela -tribunales", "es", visitor) == [kept]
    assert found('escuela -"armas de fuego"', "es", visitor) == [other]
    assert set(found("armas escuela", "es", visitor)) == {kept, other}
