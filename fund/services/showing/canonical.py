"""The canonical text of an entry, field by field, as sql/entry_text.sql and sql/leg_text.sql write it.

A JSON array without spaces, letters as they are (UTF-8). Names of the fields stay the same in all languages:
they are what a program reads.
"""

ENTRY_FIELDS = (
    "format",
    "hash_before",
    "number",
    "fund",
    "kind",
    "event_on",
    "booked_on",
    "posted_at",
    "period",
    "period_starts_on",
    "period_ends_on",
    "description",
    "language",
    "party",
    "donor",
    "agreement",
    "project",
    "valuation",
    "rate",
    "rate_source",
    "rate_on",
    "is_memorandum",
    "is_demonstration",
    "reverses",
    "draft",
    "draft_hash",
    "prepared_by",
    "approved_by",
    "idempotency_key",
    "request_hash",
    "leg_count",
    "legs",
)
LEG_FIELDS = (
    "n",
    "leg_count",
    "booked_on",
    "amount",
    "currency",
    "decimals",
    "account",
    "account_code",
    "account_role",
    "account_kind",
    "account_fund",
    "account_donor",
    "account_agreement",
    "account_project",
    "account_earmark",
    "contribution_kind",
    "floor",
    "ceiling",
    "account_currency",
)
#: Runs as it is with any Python 3; the arguments are the files in their order.
SCRIPT = """\
import hashlib, json, sys

previous, number = "0" * 64, 0
for name in sys.argv[1:]:
    for entry in json.load(open(name, encoding="utf-8"))["entries"]:
        text, number = entry["canonical"], number + 1
        said = json.loads(text)
        assert (said[1], said[2]) == (previous, number), f"not linked: {number}"
        previous = hashlib.sha256(text.encode("utf-8")).hexdigest()
        assert previous == entry["hash"], f"does not hold: {number}"
        sums = {}
        for leg in said[-1]:
            sums[leg[4]] = sums.get(leg[4], 0) + leg[3]
        assert not any(sums.values()), f"does not balance: {number}"
print(number, "entries hold. Head:", previous)
"""
