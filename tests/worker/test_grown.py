"""The grown house: PostgreSQL and Redis from Debian's packages, the same processes, started by the one script."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
import yaml

from casefile import jobs
from tests.running_house import RunningHouse, free_port, until

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
_SERVERS = shutil.which("redis-server") and any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


@pytest.mark.skipif(not _SERVERS, reason="PostgreSQL and Redis are not installed")
def test_the_same_house_on_postgresql_and_redis(tmp_path: Path) -> None:
    """A document received into PostgreSQL is read by the same worker over Redis, once, and everything stops on one Ctrl-C."""
    os.chmod(tmp_path.parent, 0o755)  # noqa: PTH101  PostgreSQL runs as its own user
    os.chmod(tmp_path, 0o755)  # noqa: PTH101  as above
    for parent in tmp_path.parents:
        if parent.owner() == tmp_path.owner() and parent != Path("/tmp") and str(parent).startswith("/tmp"):
            parent.chmod(0o755)
    queue, database, portal = free_port(), free_port(), free_port()
    folder = tmp_path / "grown"
    log = tmp_path / "log"
    environment = {**os.environ, "ATTESTA_GROWN_REDIS_PORT": str(queue), "ATTESTA_GROWN_DATABASE_PORT": str(database),
                   "ATTESTA_PORT": str(portal), "ATTESTA_WORKER_PROCESSES": "1"}
    environment.pop("ATTESTA_DATA_DIR")
    with log.open("wb") as output:
        script = subprocess.Popen(["deploy/without-docker", str(folder)], cwd=ROOT, env=environment, stdout=output,
                                  stderr=subprocess.STDOUT, start_new_session=True)
    try:
        until(lambda: "Ctrl-C" in log.read_text() or script.poll() is not None, within_s=120, what="the house stands")
        assert script.poll() is None, log.read_text()
        house = RunningHouse(folder / "data", more={
            "database_url": f"postgresql+psycopg://attesta@127.0.0.1:{database}/attesta",
            "database_password_file": folder / "secrets/database_password", "redis_url": f"redis://127.0.0.1:{queue}/0",
            "redis_password_file": folder / "secrets/redis_password", "storage_key_file": folder / "secrets/storage_key"})
        receipt = house.upload("letter.pdf")
        until(lambda: house.ended(receipt), within_s=60, what="the document is read")
        assert (house.job(receipt).state, house.readings(receipt)) == (jobs.DONE, 1)
        assert house.evidence() > 0
        os.killpg(script.pid, signal.SIGINT)
        script.wait(timeout=90)
    finally:
        if script.poll() is None:
            os.killpg(script.pid, signal.SIGKILL)


def _compose() -> list[str] | None:
    if shutil.which("docker") and subprocess.run(["docker", "compose", "version"], capture_output=True).returncode == 0:
        return ["docker", "compose"]
    return ["docker-compose"] if shutil.which("docker-compose") else None


@pytest.mark.skipif(_compose() is None, reason="no docker compose to check with")
def test_the_compose_file_is_valid() -> None:
    """`docker compose config` accepts the file, and each of its services runs a process that there is."""
    done = subprocess.run([*(_compose() or []), "config"], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    services = yaml.safe_load(done.stdout)["services"]
    assert set(services) == {"migrate", "web", "worker", "keeper", "beat", "redis", "postgres"}
    for name in ("web", "worker", "keeper", "beat"):
        assert services[name]["command"] == [name]
    published = [port for service in services.values() for port in service.get("ports", [])]
    assert len(published) == 1 and "127.0.0.1" in str(published)
