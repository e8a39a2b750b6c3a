"""Many people publishing at once: nobody waits for ever, and the counts are those of a recount."""

import random
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from time import sleep

import pytest
from django.db import connection, transaction

from network.models import Topic
from network.search.models import FacetCount, SearchWord
from network.search.services import index_objects
from network.search.services.counts import fold_counts, wrong_counts
from network.search.services.reconcile import reconcile
from network.search.services.vocabulary import learn_words
from practices.choices import PracticeState
from practices.models import Practice
from tests.at_once import at_once
from tests.factories import PublishedPracticeFactory

TOPICS = ("youth", "homicide", "family", "education", "policy")
WRITERS, CHANGES = 6, 12


def change_some(ids, seed):
    """What one person does: reclassify, withdraw or publish again, several practices per transaction."""
    dice = random.Random(seed)
    try:
        for _ in range(CHANGES):
            with transaction.atomic():
                chosen = sorted(dice.sample(ids, 2))
                for practice in Practice.objects.select_for_update().filter(pk__in=chosen).order_by("pk"):
                    practice.topics.set(Topic.objects.filter(slug__in=dice.sample(TOPICS, 2)))
                    practice.state = dice.choice([PracticeState.PUBLISHED, PracticeState.WITHDRAWN])
                    practice.title_es = f"Programa {dice.randrange(1000)} de vecinos{'abcdef'[seed % 6]}"
                    practice.save()
                index_objects("practice", chosen)
            if dice.random() < 0.3:
                fold_counts()
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_counts_stay_right_when_many_write_at_once():
    ids = [practice.pk for practice in PublishedPracticeFactory.create_batch(12)]
    with ThreadPoolExecutor(WRITERS) as people:
        for done in [people.submit(change_some, ids, seed) for seed in range(WRITERS)]:
            done.result(timeout=120)
    assert wrong_counts() == []
    assert reconcile().all_is_well
    fold_counts()
    assert wrong_counts() == []
    pairs = FacetCount.objects.values_list("kind", "visibility", "base", "facet")
    assert len(pairs) == len(set(pairs))


@pytest.mark.django_db(transaction=True)
def test_the_later_of_two_rebuilds_sees_what_the_earlier_one_left():
    practice = PublishedPracticeFactory()

    def retitle(number):
        try:
            with transaction.atomic():
                row = Practice.objects.get(pk=practice.pk)
                Practice.objects.filter(pk=row.pk).update(title_es=f"Programa {number}")
                index_objects("practice", [row.pk])
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as people:
        list(people.map(retitle, range(12)))
    assert reconcile().all_is_well


@pytest.mark.django_db(transaction=True)
def test_two_who_write_each_others_words_do_not_wait_for_each_other():
    """The words of both are learned, whoever had them first."""
    first_done, second_done = Barrier(2), Barrier(2)

    def write(first, second):
        with transaction.atomic():
            learn_words({first: first})
            first_done.wait(20)
            learn_words({second: second})
            second_done.wait(20)

    assert at_once(lambda: write("vecinos", "escuela"), lambda: write("escuela", "vecinos")) == [None, None]
    assert set(SearchWord.objects.values_list("plain", flat=True)) == {"vecinos", "escuela"}


@pytest.mark.django_db(transaction=True)
def test_a_word_is_learned_though_who_wrote_it_first_gave_up():
    """What is learned after the commit waits for the other, who holds the word."""
    written, released = Event(), Event()

    def give_up():
        with transaction.atomic():
            learn_words({"vecinos": "vecinos"})
            written.set()
            assert released.wait(20)
            transaction.set_rollback(True)

    def go_on():
        assert written.wait(20)
        with transaction.atomic():
            learn_words({"vecinos": "vecinos"})

    def let_go():
        assert written.wait(20)
        sleep(0.5)
        released.set()

    assert at_once(give_up, go_on, let_go) == [None, None, None]
    assert SearchWord.objects.get().plain == "vecinos"
