"""Nouns that stand in for glossary terms while Apertium works, so that articles and adjectives agree.

"the human trafficking" goes in as "the carrot" and comes out as "la zanahoria", where "trata de personas"
is put: its gender is the carrot's. Each noun below comes out the same, in both numbers, on every route of
TRANSLATION_ROUTES (tests/l10n/engine/test_stand_ins.py proves it). Rare words first: a noun that the text
itself holds is not used.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_ROWS = """
carrot carrots|zanahoria zanahorias f|carotte carottes f|cenoura cenouras f
spider spiders|araña arañas f|araignée araignées f|aranha aranhas f
needle needles|aguja agujas f|aiguille aiguilles f|agulha agulhas f
cow cows|vaca vacas f|vache vaches f|vaca vacas f
moon moons|luna lunas f|lune lunes f|lua luas f
shirt shirts|camisa camisas f|chemise chemises f|camisa camisas f
ant ants|hormiga hormigas f|fourmi fourmis f|formiga formigas f
apple apples|manzana manzanas f|pomme pommes f|maçã maçãs f
wheel wheels|rueda ruedas f|roue roues f|roda rodas f
flower flowers|flor flores f|fleur fleurs f|flor flores f
cathedral cathedrals|catedral catedrales f|cathédrale cathédrales f|catedral catedrais f
ear ears|oreja orejas f|oreille oreilles f|orelha orelhas f
orange oranges|naranja naranjas f|orange oranges f|laranja laranjas f
beach beaches|playa playas f|plage plages f|praia praias f
island islands|isla islas f|île îles f|ilha ilhas f
church churches|iglesia iglesias f|église églises f|igreja igrejas f
window windows|ventana ventanas f|fenêtre fenêtres f|janela janelas f
castle castles|castillo castillos m|château châteaux m|castelo castelos m
piano pianos|piano pianos m|piano pianos m|piano pianos m
tiger tigers|tigre tigres m|tigre tigres m|tigre tigres m
cheese cheeses|queso quesos m|fromage fromages m|queijo queijos m
oven ovens|horno hornos m|four fours m|forno fornos m
hat hats|sombrero sombreros m|chapeau chapeaux m|chapéu chapéus m
cat cats|gato gatos m|chat chats m|gato gatos m
desert deserts|desierto desiertos m|désert déserts m|deserto desertos m
garden gardens|jardín jardines m|jardin jardins m|jardim jardins m
autumn autumns|otoño otoños m|automne automnes m|outono outonos m
hotel hotels|hotel hoteles m|hôtel hôtels m|hotel hotéis m
tree trees|árbol árboles m|arbre arbres m|árvore árvores f
bridge bridges|puente puentes m|pont ponts m|ponte pontes f
tooth teeth|diente dientes m|dent dents f|dente dentes m
butterfly butterflies|mariposa mariposas f|papillon papillons m|borboleta borboletas f
bicycle bicycles|bicicleta bicicletas f|vélo vélos m|bicicleta bicicletas f
salt salts|sal sales f|sel sels m|sal sais m
milk milks|leche leches f|lait laits m|leite leites m
"""
_LANGUAGES = ("en", "es", "fr", "pt")
#: Names that all pairs know and write alike.
CITIES = ("Chicago", "Boston", "Montevideo", "Lima")
VOWELS = tuple("aeiouyhàâéèêëîïôùûœAEIOUYHÀÂÉÈÊËÎÏÔÙÛŒ")


@dataclass(frozen=True)
class Noun:
    """A noun in one language."""

    singular: str
    plural: str
    gender: str


@cache
def nouns() -> tuple[dict[str, Noun], ...]:
    """All stand-ins, by language."""
    rows = []
    for line in _ROWS.strip().splitlines():
        cells = [cell.split() for cell in line.split("|")]
        rows.append(
            {
                language: Noun(cell[0], cell[1], cell[2] if len(cell) > 2 else "")
                for language, cell in zip(_LANGUAGES, cells, strict=True)
            }
        )
    return tuple(rows)


def candidates(
    source: str, target: str, *, source_gender: str, target_gender: str, vowel: bool
) -> Iterator[tuple[Noun, Noun]]:
    """Nouns that behave like the term on both sides; for French also by how they begin."""
    fitting = []
    for row in nouns():
        ours, theirs = row[source], row[target]
        if ours.gender == source_gender and theirs.gender == target_gender:
            alike = target != "fr" or theirs.singular.startswith(VOWELS) == vowel
            fitting.append((not alike, ours, theirs))
    for _unlike, ours, theirs in sorted(fitting, key=lambda each: each[0]):
        yield ours, theirs
