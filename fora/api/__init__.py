"""The fora for programs: spaces, threads and posts, by the same doors as the pages."""
