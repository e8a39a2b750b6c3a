"""gunicorn's settings in a container; WEB_WORKERS and WEB_THREADS size it to the machine."""

import os

bind = "0.0.0.0:8000"  # the network of the container alone; nginx stands before it
workers = int(os.environ.get("WEB_WORKERS", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True
timeout = 60
graceful_timeout = 20
keepalive = 15
max_requests = 5000
max_requests_jitter = 500
forwarded_allow_ips = "*"  # only nginx can reach the port
worker_tmp_dir = "/dev/shm"  # noqa: S108 - the heartbeat must not wait for a disk
control_socket_disable = True
accesslog = None  # nginx keeps the access log
