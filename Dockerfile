# The web process: gunicorn, with everything that prints a report. docker-compose.yml runs it on PostgreSQL;
# docs/operations.md says how. Written on a machine without a container engine: built nowhere yet.

# --- the fonts of the official look, taken out of Debian's package as scripts/bootstrap does ----------------
FROM debian:bookworm-slim AS fonts
WORKDIR /fonts
RUN apt-get update \
    && apt-get download -q -o APT::Sandbox::User=root texlive-lang-chinese \
    && dpkg-deb -x texlive-lang-chinese_*.deb unpacked \
    && mkdir fandol \
    && find unpacked -name 'Fandol*.otf' -exec cp {} fandol/ \; \
    && chmod 644 fandol/Fandol*.otf \
    && test -s fandol/FandolFang-Regular.otf -a -s fandol/FandolKai-Regular.otf -a -s fandol/FandolHei-Regular.otf \
    && rm -rf unpacked texlive-lang-chinese_*.deb /var/lib/apt/lists/*

# --- the web process ----------------------------------------------------------------------------------------
FROM python:3.11-slim-bookworm

# The same as the run list of scripts/bootstrap; a test compares them.
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/*
COPY --from=fonts /fonts/fandol /usr/local/share/fonts/fandol
RUN fc-cache -f && test "$(fc-list : family | grep -c '^Fandol')" -ge 3

WORKDIR /srv/govreport
ENV PYTHONUNBUFFERED=1
COPY requirements/base.txt requirements/base.txt
RUN python -m pip install --no-cache-dir --disable-pip-version-check --no-input --root-user-action=ignore \
        --no-deps --require-hashes -r requirements/base.txt \
    && python -m pip check

COPY manage.py ./
COPY govreport govreport
COPY templates templates
COPY static static
# The code and the collected files belong to root: the process can read them, and write artifacts only.
RUN python manage.py collectstatic --no-input \
    && chmod -R a+rX . \
    && useradd --uid 10001 --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin govreport \
    && install -d -o govreport -g govreport /var/lib/govreport/artifacts
ENV ARTIFACTS_DIR=/var/lib/govreport/artifacts
VOLUME /var/lib/govreport/artifacts

USER govreport
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
    CMD ["python", "-c", "import http.client, sys; c = http.client.HTTPConnection('127.0.0.1', 8000, timeout=4); c.request('GET', '/healthz'); sys.exit(c.getresponse().status != 200)"]

# `exec`: gunicorn becomes process 1 and hears the signal to stop. Other arguments of its: `command:` in compose.
ENTRYPOINT ["sh", "-euc", "python manage.py migrate --no-input; exec gunicorn govreport.wsgi:application \"$@\"", "govreport"]
CMD ["--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--worker-tmp-dir", "/dev/shm", "--no-control-socket"]
