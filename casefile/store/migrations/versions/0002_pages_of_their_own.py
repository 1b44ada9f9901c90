"""pages of their own: a job a page, and a row a page of a document"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OLD_KEY = "uq_job_document_id_stage_version"


def upgrade() -> None:
    named = {"uq": "uq_%(table_name)s_%(column_0_N_name)s"}
    with op.batch_alter_table("job", naming_convention=named) as job:
        job.add_column(sa.Column("page", sa.Integer(), nullable=False, server_default="0"))
        job.add_column(sa.Column("settled", sa.Integer(), nullable=False, server_default="0"))
        job.drop_constraint(_OLD_KEY if op.get_bind().dialect.name == "sqlite" else "job_document_id_stage_version_key", type_="unique")
        job.create_unique_constraint("job_once", ["document_id", "stage", "version", "page"])
    op.rename_table("page_read", "page_read_before")
    op.create_table(
        "page_read",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=20), nullable=False),
        sa.Column("width", sa.Double(), nullable=False),
        sa.Column("height", sa.Double(), nullable=False),
        sa.Column("rotation", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=10), nullable=True),
        sa.Column("quality", sa.JSON(), nullable=False),
        sa.Column("issues", sa.JSON(), nullable=False),
        sa.Column("image_sha256", sa.String(length=64), nullable=True),
        sa.Column("words_sha256", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"]),
        sa.PrimaryKeyConstraint("id", name="page_read_key"),
        sa.UniqueConstraint("document_id", "number", name="page_read_once"),
    )
    op.execute("""
        INSERT INTO page_read (document_id, number, version, width, height, rotation, source, quality, issues, image_sha256)
        SELECT job.document_id, b.number, job.version, b.width, b.height, b.rotation, b.source, '{}', b.issues, b.image_sha256
        FROM page_read_before AS b JOIN job ON job.id = b.job_id AND job.attempt = b.attempt""")
    op.drop_table("page_read_before")
