"""`python -m tests.bench.fora`: pages of the fora beside the floor, with one very long thread."""

from network.config.embedded.servers import Servers

from .data import connect, told_by
from .pages import Page
from .programme import Programme, run
from .workers import Worker

PER_PAGE = 50
LISTS = (("Misago 0.39", 20.0), ("django-machina 1.3", 14.0))
THREADS = (("Misago 0.39", 34.0), ("django-machina 1.3", 12.0))
"""Their pages, × floor, for a visitor: 20,000 threads and 200,000 posts, threads of 51 posts on a page."""
FLOOR_ROWS = """
INSERT INTO bench_floor_row (title, summary, identifier, state, published_at)
SELECT author_name, left(body_es || body_en || body_fr || body_pt, 280), id, state, published_at
  FROM fora_post ORDER BY id DESC LIMIT 100000
"""
LONGEST = """
SELECT space.slug, thread.id, thread.last_seq FROM fora_thread thread JOIN fora_space space
    ON space.id = thread.space_id ORDER BY thread.last_seq DESC LIMIT 1
"""
MIDDLE = """
SELECT 'after-' || (extract(epoch from last_visible_at) * 1000000)::bigint || '-' || thread.id
  FROM fora_thread thread JOIN fora_space space ON space.id = thread.space_id
 WHERE space.slug = %s AND visible_count > 0 AND NOT is_hidden AND NOT is_pinned
 ORDER BY last_visible_at DESC, thread.id DESC
OFFSET (SELECT count(*) / 2 FROM fora_thread WHERE space_id =
    (SELECT id FROM fora_space WHERE slug = %s)) LIMIT 1
"""


def fora_pages(slug: str, thread: int, last: int, middle: str) -> list[Page]:
    """The measured pages: the space and the thread that hold most."""
    space, page = f"/es/fora/{slug}/", (last - 1) // PER_PAGE + 1
    long = f"{space}{thread}/"
    return [
        Page("fora", "/es/fora/", 4, 6),
        Page("thread list", space, 3, 6, peers=LISTS),
        Page("thread list, middle", f"{space}?page={middle}", 3, 6, peers=LISTS),
        Page("thread, first page", long, 3.5, 6, peers=THREADS),
        Page("thread, middle", f"{long}?page={page // 2}", 3.5, 6, peers=THREADS),
        Page("thread, last page", f"{long}?page={page}", 3.5, 6, peers=THREADS),
        Page("thread, new posts (304)", f"{long}news/?after={last}", 0.5, 6, again=True),
        Page("API: 50 posts", f"/api/v1/threads/{thread}/posts/?cursor={last // 2}", 4, 5),
        Page("feed of a thread", f"/feeds/fora/{slug}/{thread}/?lang=es", 4, 6),
        Page("signed in: thread list", space, 5, 10, signed_in=True),
        Page("signed in: thread, first page", long, 6, 10, signed_in=True),
        Page("signed in: thread, middle", f"{long}?page={page // 2}", 6, 10, signed_in=True),
        Page("signed in: thread, last page", f"{long}?page={page}", 6, 10, signed_in=True),
        Page("signed in: what is not read", "/es/fora/unread/", 5, 10, signed_in=True),
    ]


def writing(servers: Servers, database: str) -> str:
    """What an answer costs, and the number beside "not read", as Markdown."""
    cost = told_by(servers, database, "tests.bench.fora_posting")
    unread = told_by(servers, database, "tests.bench.fora_unread")
    return "\n".join(
        [
            "| what | web ms | db ms | in all (budget) | statements |",
            "|---|---|---|---|---|",
            f"| an answer in a thread, through the service, with all that follows | {cost['web']:.1f} "
            f"| {cost['database']:.1f} | {cost['whole']:.1f} (50) | {cost['statements']} |",
            "",
            "The number of threads with something unread, of a reader of all spaces who has read nearly all:"
            f" one query of {unread['milliseconds']:.2f} ms in the database, by {', '.join(unread['by'])}.",
        ]
    )


def found(servers: Servers, worker: Worker) -> list[Page]:
    """Pages with the addresses that they have in this database."""
    with connect(servers, worker.database) as database:
        longest = database.execute(LONGEST).fetchone()
        assert longest is not None
        slug, thread, last = longest
        middle = database.execute(MIDDLE, [slug, slug]).fetchone()
    assert middle is not None
    return fora_pages(slug, thread, last, middle[0])


FORA = Programme(
    name="fora",
    unit="posts",
    usual=100_000,
    fill=lambda size, _seed: ("make_fora", str(size), "--long-thread", str(size // 10)),
    said=lambda size: f"{size:,} posts, {size // 10:,} of them in one thread, growth from a tenth",
    pages=found,
    role="member",
    rows=FLOOR_ROWS,
    prefix="fora",
    besides=writing,
)

if __name__ == "__main__":
    run(FORA, __doc__)
