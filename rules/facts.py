"""Facts: what is claimed about one applicant (contract/facts.md), typed, frozen, and refused whole when anything is wrong.

Absent and null are the same and mean *unknown*; nothing is filled in. ``evidence`` and ``status`` may stand beside every entry of
a list, and beside any single fact of ``applicant`` and ``spouse`` when it is written ``{value: …, evidence: […], status: …}``
(there ``status`` alone already names the immigration status).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationInfo,
    field_validator,
    model_validator,
)

from rules.core.days import Day, add_months
from rules.core.outcome import Status
from rules.scalars import (
    Amount,
    Boolean,
    Cefr,
    Currency,
    DayField,
    DayOrBoolean,
    EndField,
    Hours,
    Naics,
    Nclc,
    Noc2016,
    Noc2021,
    NocEither,
    Place,
    QuebecLevel,
    Score,
    Share,
    StudyMonths,
    Text,
    WholeDay,
    Years,
    choice,
)

T = TypeVar("T")
OLDEST_MONTHS = 120 * 12
ListName = Literal["work", "education", "french", "job_offers"]
LISTS: tuple[ListName, ...] = ("work", "education", "french", "job_offers")
LEVELS = (
    "primary",
    "secondary",
    "vocational",
    "vocational_specialised",
    "college_attestation",
    "college_preuniversity",
    "college_technical",
    "university_certificate",
    "bachelor",
    "graduate_diploma",
    "master",
    "doctorate",
)
TESTS = ("TCF", "TCF_CANADA", "TCF_QUEBEC", "TEF", "TEF_CANADA", "TEFAQ", "DELF", "DALF")
PROOFS = ("schooling_in_french", "professional_order_permit", "french_baccalaureat", "belgian_cess", "swiss_maturite")
STATUSES = ("temporary_worker", "youth_exchange", "student", "spouse_open_permit", "other", "none")
Ids = Annotated[tuple[Text, ...], Field(max_length=200)]
Standing = Annotated[Status, PlainValidator(choice("confirmed", "unreviewed", "disputed"))]


class Model(BaseModel):
    """A mapping of the facts: frozen, and no key beside those named."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Model):
    """A fact, or an entry of a list of them, with what stands beside it."""

    evidence: Ids = ()
    status: Standing = "confirmed"


class Stated(Entry, Generic[T]):
    """One single fact: a bare value, or ``{value, evidence, status}``."""

    value: T

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, given: object) -> object:
        return given if isinstance(given, dict | cls) else {"value": given}


class MainOccupation(Entry):
    """The occupation that an application to the PSTQ rests on."""

    title: Text | None = None
    noc_2021: Noc2021 | None = None
    noc_2016: Noc2016 | None = None
    regulated: Boolean | None = None


class Applicant(Model):
    """The person; every key is one fact."""

    evidence: Ids = ()
    birth_date: Stated[DayField] | None = None
    intends_to_settle_and_work: Stated[Boolean] | None = None
    self_sufficiency_undertaking: Stated[Boolean] | None = None
    values_attestation: Stated[DayOrBoolean] | None = None
    complied_with_stay: Stated[Boolean] | None = None
    in_quebec: Stated[Boolean] | None = None
    status: Stated[Annotated[str, PlainValidator(choice(*STATUSES))]] | None = None
    scholarship_return_duty: Stated[Boolean] | None = None
    expert_committee_opinion: Stated[Boolean] | None = None
    exceptional_talent_recognised: Stated[Boolean] | None = None
    regulator_authorisation: Stated[Annotated[str, PlainValidator(choice("full", "partial", "none"))]] | None = None
    francization_commitment: Stated[Boolean] | None = None
    worker_in_quebec_2020_07_21: Stated[Boolean] | None = None
    main_occupation: MainOccupation | None = None

    @field_validator("birth_date")
    @classmethod
    def _born(cls, birth: Stated[Day] | None, info: ValidationInfo) -> Stated[Day] | None:
        as_of = (info.context or {}).get("as_of")
        fault = birth_fault(birth.value, as_of) if birth and as_of else None
        if fault:
            raise ValueError(fault)
        return birth


class Skill(Entry):
    """One skill of a test: any of the four ways a level is written."""

    score: Score | None = None
    cefr: Cefr | None = None
    nclc: Nclc | None = None
    quebec_level: QuebecLevel | None = None


class French(Entry):
    """One proof of French: the results of a test, or another document."""

    test: Annotated[str, PlainValidator(choice(*TESTS))] | None = None
    date: DayField | None = None
    cefr: Cefr | None = None
    listening: Skill | None = None
    speaking: Skill | None = None
    reading: Skill | None = None
    writing: Skill | None = None
    proof: Annotated[str, PlainValidator(choice(*PROOFS))] | None = None
    years_full_time: Years | None = None
    level: Annotated[str, PlainValidator(choice(*LEVELS, "post_secondary", "college", "university"))] | None = None
    expires_on: DayField | None = None

    @field_validator("listening", "speaking", "reading", "writing")
    @classmethod
    def _on_the_scale(cls, skill: Skill | None, info: ValidationInfo) -> Skill | None:
        test, score = str(info.data.get("test") or ""), skill.score if skill else None
        spoken = info.field_name in ("speaking", "writing")
        top = 50 if test in ("DELF", "DALF") else 20 if test.startswith("TCF") and spoken else 699
        if score is not None and score > top:
            raise ValueError(f"score {score} is more than {test} gives for {info.field_name} ({top})")
        return skill


class Spouse(Entry):
    """Who comes along; absent is unknown, ``accompanying: false`` is nobody."""

    accompanying: Stated[Boolean] | None = None
    birth_date: Stated[DayField] | None = None
    french: Annotated[tuple[French, ...], Field(max_length=200)] | None = None


class Dated(Entry):
    """Something with a beginning and an end."""

    start_date: DayField | None = None
    end_date: EndField | None = None

    @field_validator("end_date")
    @classmethod
    def _in_order(cls, end: Day | Literal["present"] | None, info: ValidationInfo) -> Day | Literal["present"] | None:
        start = info.data.get("start_date")
        if isinstance(end, Day) and isinstance(start, Day) and end.last < start.first:
            raise ValueError(f"{end} is before the start, {start}")
        return end


class Study(Dated):
    """A credential."""

    level: Annotated[str, PlainValidator(choice(*LEVELS))] | None = None
    country: Place | None = None
    field: Text | None = None
    conferred_on: DayField | None = None
    hours: Amount | None = None
    credits: Amount | None = None
    months: StudyMonths | None = None
    full_time: Boolean | None = None
    in_french: Boolean | None = None
    stayed_mainly_to_study_share: Share | None = None
    leads_to: Annotated[tuple[NocEither, ...], Field(max_length=200)] | None = None

    @property
    def placed(self) -> bool:
        """Whether the place tells Québec from elsewhere: "CA" alone does not."""
        return self.country not in (None, "CA")


class Salary(Entry):
    """Gross pay."""

    amount: Amount | None = None
    currency: Currency | None = None
    period: Annotated[str, PlainValidator(choice("hour", "day", "week", "two_weeks", "month", "year"))] | None = None


class Job(Entry):
    """What jobs held and jobs offered have in common."""

    title: Text | None = None
    noc_2021: Noc2021 | None = None
    noc_2016: Noc2016 | None = None
    hours_per_week: Hours | None = None
    full_time: Boolean | None = None
    paid: Boolean | None = None
    self_employed: Boolean | None = None
    employer_controlled: Boolean | None = None
    place: Place | None = None
    in_cmm: Boolean | None = None
    naics: Naics | None = None
    internship: Annotated[str, PlainValidator(choice("none", "mandatory", "optional"))] | None = None
    legal: Boolean | None = None
    ai_sector: Boolean | None = None
    salary: Salary | None = None


class Work(Dated, Job):
    """A job held. ``stated_on``: the date of the paper that says so."""

    stated_on: DayField | None = None


class Offer(Job):
    """A job offered."""

    accepted: Boolean | None = None


class Facts(Model):
    """All that is claimed; see contract/facts.md for each key."""

    as_of: WholeDay | None = None
    applicant: Applicant = Applicant()
    spouse: Spouse | None = None
    education: Annotated[tuple[Study, ...], Field(max_length=200)] | None = None
    work: Annotated[tuple[Work, ...], Field(max_length=200)] | None = None
    job_offers: Annotated[tuple[Offer, ...], Field(max_length=200)] | None = None
    french: Annotated[tuple[French, ...], Field(max_length=200)] | None = None
    complete: tuple[Annotated[ListName, PlainValidator(choice(*LISTS))], ...] | None = None
    declared: Mapping[str, object] | None = None

    def holds_all(self, name: ListName) -> bool:
        """Whether the list holds all there is: said so, or given with nothing said (a person wrote the file)."""
        if self.complete is not None:
            return name in self.complete
        return getattr(self, name) is not None


def birth_fault(birth: Day, as_of: dt.date) -> str | None:
    """Why nobody judged on ``as_of`` was born then; None if it can be."""
    if birth.first > as_of:
        return f"{birth} is after the day judged, {as_of}"
    if birth.last < add_months(as_of, -OLDEST_MONTHS):
        return f"{birth} is more than 120 years before {as_of}"
    return None
