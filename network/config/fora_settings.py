"""How much anybody may write in the fora, read from the environment."""

import environ

env = environ.Env()

#: Posts and edits of one person within so many seconds; 0 is no limit. Who moderates or leads is not counted.
FORA_MOST_POSTS = env.int("FORA_MOST_POSTS", 10)
FORA_MOST_POSTS_SECONDS = env.int("FORA_MOST_POSTS_SECONDS", 300)
