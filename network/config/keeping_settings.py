"""How long things are kept, when people are reminded, how often they may write. `settings.py` takes it in."""

import environ

env = environ.Env()

# In a minute, of one person, or of one address that is not signed in; 0: no limit.
WRITES_PER_MINUTE = env.int("WRITES_PER_MINUTE", 120)
SEARCHES_PER_MINUTE = env.int("SEARCHES_PER_MINUTE", 240)
API_READS_PER_MINUTE = env.int("API_READS_PER_MINUTE", 600)  # without words; of a token, too
# Days before the yearly confirmation of an office, on which its holder is reminded.
ATTESTATION_REMINDER_DAYS = env.list("ATTESTATION_REMINDER_DAYS", cast=int, default=[30, 7])
# Days that are kept: letters about accounts, requests and invitations that came to nothing, letters of
# designation after a hand-over, notices in the inbox, finished work, records of signing in, drafts that
# nobody touches, drafts of posts, flags that moderators have answered, which requests of programs were
# answered, which records were found for a saved search, questions about practices. 0: for ever.
RETENTION_DAYS = {
    "account_mails": env.int("KEEP_ACCOUNT_MAILS_DAYS", 90),
    "requests": env.int("KEEP_REQUESTS_DAYS", 180),
    "designation_letters": env.int("KEEP_DESIGNATION_LETTERS_DAYS", 3 * 365),
    "notices": env.int("KEEP_NOTICES_DAYS", 2 * 365),
    "outbox": env.int("KEEP_OUTBOX_DAYS", 30),
    "sign_ins": env.int("KEEP_SIGN_INS_DAYS", 90),
    "api_requests": env.int("KEEP_API_REQUESTS_DAYS", 1),
    "drafts": env.int("KEEP_DRAFTS_DAYS", 2 * 365),
    "post_drafts": env.int("KEEP_POST_DRAFTS_DAYS", 365),
    "applications": env.int("KEEP_APPLICATIONS_DAYS", 365),
    "flags": env.int("KEEP_FLAGS_DAYS", 2 * 365),
    "questions": env.int("KEEP_QUESTIONS_DAYS", 2 * 365),
    "found_records": env.int("KEEP_FOUND_RECORDS_DAYS", 2 * 365),
    "imports": env.int("KEEP_IMPORTS_DAYS", 90),
}
# How many questions about practices one person may ask in a day.
PRACTICE_QUESTIONS_A_DAY = env.int("PRACTICE_QUESTIONS_A_DAY", 10)
# How many searches and subjects one person may follow.
INTERESTS_PER_PERSON = env.int("INTERESTS_PER_PERSON", 100)
# Whether the check of links may ask this machine itself: only where tests serve pages on it.
LINK_CHECK_ALLOWS_LOOPBACK = False
# Days in a state, after which and at each multiple of which people are reminded; 0: never.
PRACTICE_REMINDER_DAYS = {
    "awaiting_clearance": env.int("REMIND_OF_CLEARANCE_DAYS", 14),
    "submitted": env.int("REMIND_OF_SCREENING_DAYS", 14),
    "screening": env.int("REMIND_OF_SCREENING_DAYS", 14),
    "returned": env.int("REMIND_OF_COMMENTS_DAYS", 30),
    "under_appeal": env.int("REMIND_OF_APPEAL_DAYS", 14),
}
PRACTICE_REVIEW_DAYS = env.int("PRACTICE_REVIEW_DAYS", 30)  # that reviewers are given, unless a day is named
PRACTICE_APPEAL_DAYS = env.int("PRACTICE_APPEAL_DAYS", 30)  # after a refusal
# Days before a review is due on which its reviewer is reminded, and between reminders when late; 0: never.
PRACTICE_REVIEW_REMINDER_DAYS = {
    "before": env.int("REMIND_BEFORE_REVIEW_DAYS", 7),
    "late": env.int("REMIND_OF_LATE_REVIEW_DAYS", 7),
}
