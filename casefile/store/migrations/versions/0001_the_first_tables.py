"""the first tables"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("account",
    sa.Column("id", sa.String(length=32), nullable=False),
    sa.Column("email", sa.String(length=254), nullable=False),
    sa.Column("name", sa.String(length=200), nullable=False),
    sa.Column("role", sa.String(length=20), nullable=False),
    sa.Column("password_hash", sa.String(length=255), nullable=False),
    sa.Column("language", sa.String(length=2), nullable=False),
    sa.Column("active", sa.Boolean(), nullable=False),
    sa.Column("epoch", sa.Integer(), nullable=False),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("email")
    )
    op.create_table("event",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("actor_id", sa.String(length=32), nullable=True),
    sa.Column("action", sa.String(length=40), nullable=False),
    sa.Column("case_id", sa.String(length=32), nullable=True),
    sa.Column("subject_id", sa.String(length=32), nullable=True),
    sa.Column("detail", sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint("id")
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_subject_id"), ["subject_id"], unique=False)

    op.create_table("heartbeat",
    sa.Column("worker", sa.String(length=120), nullable=False),
    sa.Column("seen_at", sa.Float(precision=53), nullable=False),
    sa.Column("consumed_at", sa.Float(precision=53), nullable=True),
    sa.PrimaryKeyConstraint("worker")
    )
    op.create_table("lock",
    sa.Column("name", sa.String(length=40), nullable=False),
    sa.Column("owner", sa.String(length=64), nullable=False),
    sa.Column("until", sa.Float(precision=53), nullable=False),
    sa.PrimaryKeyConstraint("name")
    )
    op.create_table("case_file",
    sa.Column("id", sa.String(length=32), nullable=False),
    sa.Column("reference", sa.String(length=20), nullable=False),
    sa.Column("client_id", sa.String(length=32), nullable=False),
    sa.Column("consultant_id", sa.String(length=32), nullable=False),
    sa.Column("as_of", sa.Date(), nullable=True),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(["client_id"], ["account.id"], ),
    sa.ForeignKeyConstraint(["consultant_id"], ["account.id"], ),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("reference")
    )
    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_file_client_id"), ["client_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_file_consultant_id"), ["consultant_id"], unique=False)

    op.create_table("assessment",
    sa.Column("id", sa.String(length=32), nullable=False),
    sa.Column("case_id", sa.String(length=32), nullable=False),
    sa.Column("fingerprint", sa.String(length=64), nullable=False),
    sa.Column("as_of", sa.Date(), nullable=False),
    sa.Column("rules_version", sa.String(length=80), nullable=False),
    sa.Column("facts", sa.JSON(), nullable=False),
    sa.Column("verdicts", sa.JSON(), nullable=False),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], ),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("case_id", "fingerprint")
    )
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assessment_case_id"), ["case_id"], unique=False)

    op.create_table("document",
    sa.Column("id", sa.String(length=32), nullable=False),
    sa.Column("case_id", sa.String(length=32), nullable=False),
    sa.Column("receipt", sa.String(length=20), nullable=False),
    sa.Column("sha256", sa.String(length=64), nullable=False),
    sa.Column("name", sa.String(length=200), nullable=False),
    sa.Column("media_type", sa.String(length=60), nullable=False),
    sa.Column("size", sa.Integer(), nullable=False),
    sa.Column("received_by", sa.String(length=32), nullable=False),
    sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], ),
    sa.ForeignKeyConstraint(["received_by"], ["account.id"], ),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("case_id", "sha256"),
    sa.UniqueConstraint("receipt")
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_case_id"), ["case_id"], unique=False)

    op.create_table("job",
    sa.Column("id", sa.String(length=32), nullable=False),
    sa.Column("document_id", sa.String(length=32), nullable=False),
    sa.Column("stage", sa.String(length=20), nullable=False),
    sa.Column("version", sa.String(length=20), nullable=False),
    sa.Column("state", sa.String(length=20), nullable=False),
    sa.Column("attempt", sa.Integer(), nullable=False),
    sa.Column("lease_owner", sa.String(length=64), nullable=True),
    sa.Column("lease_until", sa.Float(precision=53), nullable=True),
    sa.Column("queued_at", sa.Float(precision=53), nullable=False),
    sa.Column("published_at", sa.Float(precision=53), nullable=True),
    sa.Column("next_attempt_at", sa.Float(precision=53), nullable=True),
    sa.Column("reason", sa.String(length=60), nullable=True),
    sa.Column("pages_total", sa.Integer(), nullable=True),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(["document_id"], ["document.id"], ),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("document_id", "stage", "version")
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_document_id"), ["document_id"], unique=False)
        batch_op.create_index("job_by_state", ["state", "lease_until"], unique=False)

    op.create_table("page_read",
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("job_id", sa.String(length=32), nullable=False),
    sa.Column("attempt", sa.Integer(), nullable=False),
    sa.Column("number", sa.Integer(), nullable=False),
    sa.Column("width", sa.Double(), nullable=False),
    sa.Column("height", sa.Double(), nullable=False),
    sa.Column("rotation", sa.Integer(), nullable=False),
    sa.Column("source", sa.String(length=10), nullable=False),
    sa.Column("issues", sa.JSON(), nullable=False),
    sa.Column("image_sha256", sa.String(length=64), nullable=True),
    sa.ForeignKeyConstraint(["job_id"], ["job.id"], ),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("job_id", "attempt", "number")
    )
    op.create_table("reading",
    sa.Column("id", sa.String(length=32), nullable=False),
    sa.Column("job_id", sa.String(length=32), nullable=False),
    sa.Column("document_id", sa.String(length=32), nullable=False),
    sa.Column("attempt", sa.Integer(), nullable=False),
    sa.Column("version", sa.String(length=20), nullable=False),
    sa.Column("issues", sa.JSON(), nullable=False),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(["document_id"], ["document.id"], ),
    sa.ForeignKeyConstraint(["job_id"], ["job.id"], ),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("job_id")
    )
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reading_document_id"), ["document_id"], unique=False)

    op.create_table("paper",
    sa.Column("id", sa.String(length=32), nullable=False),
    sa.Column("reading_id", sa.String(length=32), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("kind", sa.String(length=30), nullable=False),
    sa.Column("kind_confidence", sa.Double(), nullable=False),
    sa.Column("language", sa.String(length=8), nullable=True),
    sa.Column("pages", sa.JSON(), nullable=False),
    sa.Column("issues", sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(["reading_id"], ["reading.id"], ),
    sa.PrimaryKeyConstraint("id")
    )
    with op.batch_alter_table("paper", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paper_reading_id"), ["reading_id"], unique=False)

    op.create_table("evidence",
    sa.Column("id", sa.String(length=32), nullable=False),
    sa.Column("paper_id", sa.String(length=32), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("name", sa.String(length=60), nullable=False),
    sa.Column("group_number", sa.Integer(), nullable=False),
    sa.Column("value", sa.JSON(), nullable=False),
    sa.Column("text", sa.String(), nullable=False),
    sa.Column("page", sa.Integer(), nullable=True),
    sa.Column("boxes", sa.JSON(), nullable=False),
    sa.Column("confidence", sa.Double(), nullable=False),
    sa.Column("alternatives", sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(["paper_id"], ["paper.id"], ),
    sa.PrimaryKeyConstraint("id")
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_paper_id"), ["paper_id"], unique=False)

    op.create_table("review",
    sa.Column("id", sa.String(length=32), nullable=False),
    sa.Column("evidence_id", sa.String(length=32), nullable=False),
    sa.Column("number", sa.Integer(), nullable=False),
    sa.Column("action", sa.String(length=10), nullable=False),
    sa.Column("value", sa.JSON(), nullable=False),
    sa.Column("reason", sa.String(length=300), nullable=True),
    sa.Column("seen", sa.JSON(), nullable=False),
    sa.Column("reviewer_id", sa.String(length=32), nullable=False),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], ),
    sa.ForeignKeyConstraint(["reviewer_id"], ["account.id"], ),
    sa.PrimaryKeyConstraint("id"),
    sa.UniqueConstraint("evidence_id", "number")
    )
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_review_evidence_id"), ["evidence_id"], unique=False)
    _never_changed("reading", "paper", "evidence", "review", "assessment", "event")


def _never_changed(*tables: str) -> None:
    """The database itself refuses to change what was said. (Destroying it, when the law asks, is another matter.)"""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("""
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'append-only table'; END $$""")
    for table in tables:
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()")
        else:
            op.execute(f"CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} "
                       "BEGIN SELECT RAISE(ABORT, 'append-only table'); END")


def downgrade() -> None:
    raise NotImplementedError("the first tables are the ground: restore a backup instead")
