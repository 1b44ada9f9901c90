"""The table of settings is made from the settings themselves."""

from __future__ import annotations

from pathlib import Path

from casefile.settings import Settings

TABLE = Path(__file__).resolve().parents[1] / "docs" / "settings.md"


def table() -> str:
    """Every setting as a row: name in the environment, default, meaning."""
    rows = ["| setting | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        alias = field.validation_alias
        names = " or ".join(f"`{each}`" for each in alias.choices) if hasattr(alias, "choices") else f"`ATTESTA_{name.upper()}`"
        rows.append(f"| {names} | {'' if field.default in (None, '') else f'`{field.default}`'} | {field.description} |")
    return "\n".join(rows) + "\n"


def test_every_setting_is_in_the_table() -> None:
    """docs/settings.md holds exactly the settings there are, with their defaults and meanings."""
    assert table() in TABLE.read_text("utf-8")


def test_secrets_do_not_show() -> None:
    """Settings printed or logged show no secret: passwords and keys are read from files only when used."""
    settings = Settings(redis_password_file=Path("/nowhere/redis"), storage_key_file=Path("/nowhere/key"))

    shown = repr(settings)

    assert "/nowhere/redis" in shown
    assert "secret_key=" not in shown
