"""Plausible titles and summaries of courses in four languages, for load tests."""

import random

KINDS = {
    "es": ("Curso de", "Diplomado en", "Taller de", "Seminario sobre"),
    "en": ("Course on", "Diploma in", "Workshop on", "Seminar on"),
    "pt": ("Curso de", "Formação em", "Oficina de", "Seminário sobre"),
    "fr": ("Cours de", "Diplôme en", "Atelier de", "Séminaire sur"),
}
SUBJECTS = {
    "es": (
        "análisis de datos",
        "mediación comunitaria",
        "gestión policial",
        "prevención juvenil",
        "peritaje",
    ),
    "en": ("data analysis", "community mediation", "police management", "youth prevention", "forensics"),
    "pt": ("análise de dados", "mediação comunitária", "gestão policial", "prevenção juvenil", "perícia"),
    "fr": (
        "analyse de données",
        "médiation de quartier",
        "gestion policière",
        "prévention juvénile",
        "expertise",
    ),
}
FOR_WHOM = {
    "es": (
        "para municipios",
        "para fiscalías",
        "para escuelas",
        "para observatorios",
        "en zonas de frontera",
    ),
    "en": ("for municipalities", "for prosecutors", "for schools", "for observatories", "in border areas"),
    "pt": (
        "para municípios",
        "para promotorias",
        "para escolas",
        "para observatórios",
        "em áreas de fronteira",
    ),
    "fr": (
        "pour les communes",
        "pour les parquets",
        "pour les écoles",
        "pour observatoires",
        "en zone frontière",
    ),
}
SENTENCES = {
    "es": "Enseña a {0} personas por grupo, con ejercicios sobre casos reales de {1} barrios.",
    "en": "It teaches {0} people in a group, with exercises on real cases of {1} neighbourhoods.",
    "pt": "Ensina {0} pessoas por grupo, com exercícios sobre casos reais de {1} bairros.",
    "fr": "Il forme {0} personnes par groupe, avec des exercices sur des cas réels de {1} quartiers.",
}


def write(dice: random.Random, code: str) -> dict[str, str]:
    """A title and a summary in one language."""
    number, many = dice.randint(2, 99_999), dice.randint(2, 60)
    title = f"{dice.choice(KINDS[code])} {dice.choice(SUBJECTS[code])} {dice.choice(FOR_WHOM[code])} {number}"
    return {"title": title, "summary": SENTENCES[code].format(many, number % 90 + 2)}
