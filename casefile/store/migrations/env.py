"""How Alembic reaches the database: by the engine that `Database.migrate` hands it, or by the settings when called by hand."""

from __future__ import annotations

from alembic import context

from casefile.settings import Settings
from casefile.store.database import Database
from casefile.store.tables import Base

engine = context.config.attributes.get("engine") or Database(Settings().database)._writing
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=connection.dialect.name == "sqlite")
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
