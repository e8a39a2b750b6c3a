"""The fields of each section, in the order in which a record shows them; comments name these."""

RECORD_FIELDS: dict[str, tuple[str, ...]] = {
    "identity": (
        "title",
        "summary",
        "organization",
        "topics",
        "prevention_level",
        "population_reach",
        "approaches",
        "iccs_sections",
        "scale",
        "places",
        "started_on",
    ),
    "problem": (
        "diagnosis",
        "risk_factors",
        "protective_factors",
        "population_description",
        "age_from",
        "gender_focus",
        "reached_from",
    ),
    "action": ("objectives", "activities", "building_blocks", "participation", "rights_and_gender"),
    "means": ("implementing_bodies", "partners", "cost_amount", "funding_sources", "staff"),
    "results": ("outcomes", "evaluations"),
    "lessons": (
        "not_worked",
        "transfer_conditions",
        "adoption_effort",
        "adoption_notes",
        "offers_assistance",
    ),
    "materials": ("materials",),
    "consent": (
        "contact_unit",
        "contact_email",
        "licence",
        "consents_to_publish",
        "consents_to_list_if_declined",
        "asks_for_rating",
    ),
}
"""By section's slug: a field of the practice, the first of those read together, or a set of parts."""
