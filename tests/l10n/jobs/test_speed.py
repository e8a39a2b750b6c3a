"""With the real engine: whoever publishes is read in four languages within a minute."""

import time

import pytest

from network.l10n.models import Translation
from network.l10n.services import asking
from network.l10n.services.running import run_translations
from practices.choices import Depth
from practices.models import Practice
from tests.factories import BuildingBlockFactory, PublishedPracticeFactory
from tests.factories.practices import TEXTS

from .conftest import make_due

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MINUTE = 60.0
PROSE = (
    "El programa reúne cada semana a la policía, a los servicios de salud y a las escuelas del barrio. "
    "Analizan juntos los datos de homicidios y lesiones de jóvenes entre 15 y 24 años. "
    "Después acuerdan qué hará cada institución y lo publican en el sitio web del municipio."
)


def test_a_practice_of_forty_texts_is_readable_in_three_more_languages_within_a_minute():
    if not all(asking.can_translate("es", code) for code in ("en", "fr", "pt")):
        pytest.skip("no engine is installed here")
    texts = {f"{name}_es": f"{text}\n\n{PROSE}" for name, text in TEXTS.items() if len(text) > 40}
    practice = PublishedPracticeFactory(depth=Depth.FULL, **texts)
    for number in range(6):
        BuildingBlockFactory(practice=practice, name_es=f"Mesa {number} de análisis", description_es=PROSE)
    jobs = Translation.objects.of_root(f"practices.practice:{practice.pk}")
    assert jobs.filter(target_language="fr").count() >= 40
    make_due()
    begun = time.monotonic()
    for code in ("en", "fr", "pt"):
        run_translations(kind="practices.practice", key=str(practice.pk), language=code, seconds=MINUTE)
    took = time.monotonic() - begun
    states = list(jobs.values_list("state", flat=True))
    shown = states.count("machine_draft")
    print(f"\n{len(states)} texts in {took:.1f} s, {shown} shown, the others wait for a person")
    assert took < MINUTE
    assert jobs.filter(due_at__isnull=False).count() == 0
    assert Practice.objects.get(pk=practice.pk).passage("summary", "fr").engine in ("apertium", "")
