# syntax=docker/dockerfile:1
# Three stages: the first has a compiler, what the second builds is owned by root, what runs in the third cannot change it.
FROM python:3.11-slim-bookworm AS wheel
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 ATTESTA_COMPILE_RULES=1
RUN apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends gcc libc6-dev
WORKDIR /house
COPY requirements-compile.lock ./
RUN pip install --quiet --require-hashes --requirement requirements-compile.lock
COPY pyproject.toml README.md setup.py ./
COPY attesta attesta
COPY casefile casefile
COPY extractors extractors
COPY rules rules
COPY web web
COPY worker worker
RUN pip wheel --quiet --no-deps --no-build-isolation --wheel-dir /wheels .

FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /house
RUN python -m venv /house/.venv
COPY requirements.lock ./
RUN .venv/bin/pip install --quiet --require-hashes --requirement requirements.lock
COPY --from=wheel /wheels /wheels
RUN .venv/bin/pip install --quiet --no-deps /wheels/*.whl && .venv/bin/python -m compileall -q .venv/lib

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
