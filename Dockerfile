# syntax=docker/dockerfile:1
# Two stages: what is built is owned by root, what runs cannot change it.
FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /house
RUN python -m venv /house/.venv
COPY requirements.lock ./
RUN .venv/bin/pip install --quiet --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md ./
COPY attesta attesta
COPY casefile casefile
COPY extractors extractors
COPY rules rules
COPY web web
COPY worker worker
RUN .venv/bin/pip install --quiet --no-deps --no-build-isolation . && .venv/bin/python -m compileall -q .venv/lib

FROM python:3.11-slim-bookworm
RUN apt-get update -q \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends tesseract-ocr tesseract-ocr-fra \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /var/lib/attesta --create-home attesta
COPY --from=build /house/.venv /house/.venv
ENV PATH=/house/.venv/bin:$PATH ATTESTA_DATA_DIR=/var/lib/attesta PYTHONUNBUFFERED=1
USER attesta
WORKDIR /var/lib/attesta
VOLUME /var/lib/attesta
# No shell in front: signals reach the process itself.
ENTRYPOINT ["attesta", "process"]
CMD ["web"]
