"""All settings, typed, from the environment: read once, frozen. The table in docs/settings.md is made from this."""

from __future__ import annotations

import contextlib
import secrets
from functools import cached_property
from pathlib import Path
from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import AliasChoices, Field
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import URL, make_url


def _also(name: str) -> AliasChoices:
    """A setting that is also known by the name that operators use everywhere."""
    return AliasChoices(f"ATTESTA_{name}", name)


class Settings(BaseSettings):
    """`ATTESTA_…` in the environment. Seconds, bytes and ports are plain numbers."""

    model_config = SettingsConfigDict(env_prefix="ATTESTA_", frozen=True, extra="ignore")

    data_dir: Annotated[Path, Field(description="Folder of the database, the files, the queue's log and generated keys.")] = Path("var")
    database_url: Annotated[str | None, Field(
        validation_alias=_also("DATABASE_URL"),
        description="PostgreSQL (`postgresql+psycopg://…`); by default SQLite in the data folder.")] = None
    database_password_file: Annotated[Path | None, Field(description="File with the database password, so that no URL bears it.")] = None
    redis_url: Annotated[str | None, Field(
        validation_alias=_also("REDIS_URL"),
        description="Redis or Valkey; by default `attesta run` starts its own server.")] = None
    redis_password_file: Annotated[Path | None, Field(description="File with the Redis password.")] = None
    redis_port: Annotated[int, Field(description="Port of the embedded queue server, on the loopback.")] = 6390
    host: Annotated[str, Field(description="Address that the portal listens on.")] = "127.0.0.1"
    port: Annotated[int, Field(description="Port of the portal.")] = 8080
    web_threads: Annotated[int, Field(description="Threads of the portal.")] = 8
    https: Annotated[bool, Field(description="Whether people reach the portal over HTTPS: cookies are then sent over HTTPS only.")] = False
    trusted_hosts: Annotated[str, Field(description="Host names that the portal answers to, parted by commas; empty: any.")] = ""
    proxies: Annotated[int, Field(description="Reverse proxies in front of the portal whose headers are believed.")] = 0
    secret_key_file: Annotated[Path | None, Field(
        description="File with the key that signs sessions; made in the data folder if absent.")] = None
    storage_key_file: Annotated[Path | None, Field(
        description="File with the key that encrypts stored files; made in the data folder if absent. Without it they are lost.")] = None
    worker_processes: Annotated[int, Field(description="Documents read at a time; 0: one a core.")] = 0
    lease_s: Annotated[float, Field(description="How long a worker holds a document without a sign of life.")] = 60.0
    heartbeat_s: Annotated[float, Field(description="How often it gives one.")] = 15.0
    sweep_s: Annotated[float, Field(description="How often lost work is looked for.")] = 30.0
    unpublished_s: Annotated[float, Field(description="Age from which waiting work is sent to the queue again.")] = 60.0
    attempts: Annotated[int, Field(description="Tries before a document is set aside for a person.")] = 3
    retry_s: Annotated[float, Field(description="Wait before the next try; doubled each time.")] = 5.0
    visibility_s: Annotated[int, Field(description="When the queue itself hands an unanswered message out again; a long backstop.")] = 1200
    upload_bytes: Annotated[int, Field(description="Most bytes of one upload request.")] = 60 * 1024 * 1024
    attempts_per_minute: Annotated[int, Field(description="Sign-in attempts allowed a minute from one address.")] = 10
    log_level: Annotated[str, Field(description="DEBUG, INFO, WARNING or ERROR.")] = "INFO"
    log_json: Annotated[bool, Field(description="Whether log lines are JSON, for machines.")] = False

    @cached_property
    def database(self) -> URL:
        """Where the tables are."""
        if self.database_url is None:
            return URL.create("sqlite", database=str(self.data_dir.resolve() / "attesta.sqlite3"))
        url = make_url(self.database_url)
        return url if self.database_password_file is None else url.set(password=_secret(self.database_password_file))

    @property
    def occupations_dir(self) -> Path:
        """Where imported tables of occupations are."""
        return self.data_dir / "noc"

    @cached_property
    def broker(self) -> str:
        """The queue's address."""
        if self.redis_url is None:
            return f"redis://:{self.embedded_queue_password}@127.0.0.1:{self.redis_port}/0"
        if self.redis_password_file is None:
            return self.redis_url
        url = urlsplit(self.redis_url)
        place = url.netloc.rpartition("@")[2]
        return url._replace(netloc=f"{quote(url.username or '')}:{quote(_secret(self.redis_password_file), safe='')}@{place}").geturl()

    @cached_property
    def embedded_queue_password(self) -> str:
        return _kept_secret(self.data_dir / "keys" / "queue")

    @cached_property
    def secret_key(self) -> str:
        return _kept_secret(self.secret_key_file or self.data_dir / "keys" / "sessions")

    @cached_property
    def storage_key(self) -> bytes:
        """256 bits."""
        return bytes.fromhex(_kept_secret(self.storage_key_file or self.data_dir / "keys" / "files"))


def _secret(path: Path) -> str:
    return path.read_text("utf-8").strip()


def _kept_secret(path: Path) -> str:
    """The secret in a file, made on first use, readable by this user only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        new.touch(mode=0o600)
        new.write_text(secrets.token_hex(32), "utf-8")
        with contextlib.suppress(FileExistsError):  # the first process wins; the others read what it wrote
            path.hardlink_to(new)
        new.unlink()
    return _secret(path)
