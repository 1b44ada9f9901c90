"""Verdicts in words: for the client plain and without promise or reproach, for the consultant exact. Colour and icon only repeat them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from web.language import Language
from web.language import gettext as _
from web.shown import values
from web.shown.progress import Status

Audience = Literal["client", "consultant"]
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ConditionShown:
    """`facts`: (name, required, found) in words."""

    key: str
    title: str
    reason: str
    outcome: Status
    causes: tuple[str, ...]
    measures: tuple[tuple[str, str, str], ...]
    asks: tuple[str, ...]
    law: str
    url: str
    sure: bool
    borderline: bool


@dataclass(frozen=True, slots=True)
class StreamShown:
    key: str
    name: str
    outcome: Status
    intake: str
    conditions: tuple[ConditionShown, ...]
    tally: str
    asks: tuple[str, ...]
    becomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgramShown:
    """`open`: whether applications are taken on the day judged."""

    key: str
    name: str
    outcome: Status
    intake: str
    open: bool
    streams: tuple[StreamShown, ...]


def programs(verdicts: Json, language: Language, audience: Audience) -> tuple[ProgramShown, ...]:
    """All programs; for a client those that take applications first."""
    shown = [_program(program, language, audience) for program in verdicts["programs"]]
    return tuple(sorted(shown, key=lambda one: not one.open)) if audience == "client" else tuple(shown)


def _program(program: Json, language: Language, audience: Audience) -> ProgramShown:
    return ProgramShown(
        key=program["id"], name=program["name"][language], outcome=outcome(program, audience), intake=intake(program["intake"], language),
        open=program["intake"]["status"] == "open",
        streams=tuple(_stream(program, stream, language, audience) for stream in program["streams"]))


def _stream(program: Json, stream: Json, language: Language, audience: Audience) -> StreamShown:
    key = f"{program['id']}-{stream['id']}"
    asked = tuple(_condition(key, one, language, audience) for one in stream["conditions"])
    titles = {one["id"]: one["title"][language] for one in stream["conditions"]}
    own_intake = intake(stream["intake"], language) if stream.get("intake") else ""
    return StreamShown(
        key=key, name=stream["name"][language], outcome=outcome(stream, audience), intake=own_intake, conditions=asked,
        tally=_tally(stream["conditions"]), asks=_asks(stream.get("needs", ()), language),
        becomes=tuple(_change(change, titles, language) for change in stream.get("becomes", ())))


def _condition(stream: str, condition: Json, language: Language, audience: Audience) -> ConditionShown:
    citation = condition["citation"]
    return ConditionShown(
        key=f"{stream}-{condition['id']}", title=condition["title"][language], reason=condition["reason"][language],
        outcome=outcome(condition, audience), causes=tuple(_cause(cause) for cause in condition.get("causes", ())),
        measures=_measures(condition, language), asks=_asks(condition.get("needs", ()), language), law=citation["text"],
        url=citation["url"], sure=citation["sure"], borderline=bool(condition.get("borderline")))


def outcome(judged: Json, audience: Audience) -> Status:
    """The verdict in words, from what is settled and what the unreviewed facts indicate."""
    settled = judged["verdict"]
    seen = settled if settled != "unknown" else {"met": "likely", "not_met": "unlikely"}.get(judged.get("indicated", ""), "unknown")
    client, consultant, icon = {
        "met": (_("Rempli"), _("Établi"), "check"),
        "likely": (_("Semble rempli, à vérifier par la personne qui vous conseille"), _("À confirmer"), "half"),
        "unknown": (_("On ne peut pas encore le dire"), _("Indéterminé"), "question"),
        "unlikely": (_("Un point à vérifier avec la personne qui vous conseille"), _("Semble non établi"), "alert"),
        "not_met": (_("Pas rempli selon les documents confirmés"), _("Non établi"), "cross"),
        "not_applicable": (_("Sans objet"), _("Sans objet"), "dash"),
    }[seen]
    return Status(seen, client if audience == "client" else consultant, icon)


def intake(taken: Json, language: Language) -> str:
    """Whether applications are taken, as a line of its own: it never changes a verdict."""
    start, last = (values.date(taken[key], language) if taken.get(key) else "" for key in ("from", "to"))
    match taken["status"]:
        case "open":
            return _("Dépôt : ouvert jusqu’au %(last)s", last=last) if last else _("Dépôt : ouvert")
        case "closed":
            return _("Dépôt : fermé depuis le %(start)s", start=start) if start else _("Dépôt : fermé")
        case "not_yet":
            return _("Dépôt : pas encore ouvert")
        case "suspended":
            return _("Dépôt : suspendu depuis le %(start)s", start=start) if start else _("Dépôt : suspendu")
    return _("Dépôt : complet, le nombre de demandes est atteint")


def _tally(conditions: Sequence[Json]) -> str:
    counted = [one["verdict"] for one in conditions if one["verdict"] != "not_applicable"]
    return _("Conditions : %(met)d remplies, %(unknown)d à préciser, %(not_met)d non remplies",
             met=counted.count("met"), unknown=counted.count("unknown"), not_met=counted.count("not_met"))


def _cause(cause: str) -> str:
    return {"evidence": _("aucun document ne le montre"), "review": _("à vérifier par une personne"),
            "law": _("la règle n’est pas connue ou se lit de deux façons")}.get(cause, cause)


def _measures(condition: Json, language: Language) -> tuple[tuple[str, str, str], ...]:
    required, found = condition.get("required") or {}, condition.get("found") or {}
    return tuple((values.measure(key, language), values.measured(key, required[key], language) if key in required else "–",
                  values.measured(key, found[key], language) if key in found else "–") for key in dict.fromkeys([*required, *found]))


def _asks(needs: Iterable[Json], language: Language) -> tuple[str, ...]:
    return tuple(dict.fromkeys(need["ask"][language] for need in needs))


def _change(change: Json, titles: Mapping[str, str], language: Language) -> str:
    day = values.date(change["on"], language)
    if change["condition"] == "intake":
        return _("À partir du %(day)s, %(intake)s", day=day, intake=intake({"status": change["verdict"]}, language))
    word = outcome({"verdict": change["verdict"]}, "consultant").text
    return _("À partir du %(day)s, %(title)s : %(word)s", day=day, title=titles.get(change["condition"], change["condition"]), word=word)


def changes(before: Json, after: Json, language: Language) -> tuple[str, ...]:
    """What a person's word changed, condition by condition, in a consultant's words."""
    old, new = _by_place(before, language), _by_place(after, language)
    return tuple(_("%(place)s : %(old)s → %(new)s", place=place, old=old[place].text, new=word.text)
                 for place, word in new.items() if place in old and old[place].code != word.code)


def _by_place(verdicts: Json, language: Language) -> dict[str, Status]:
    return {" · ".join(one["name"][language] for one in (program, stream)) + " · " + condition["title"][language]: outcome(
                condition, "consultant")
            for program in verdicts["programs"] for stream in program["streams"] for condition in stream["conditions"]}
