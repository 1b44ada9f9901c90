"""Hours, pay, names, places, levels: what each grammar takes and what it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fields.hours import find_hours, hours_beside_label
from extractors.fields.levels import find_credentials
from extractors.fields.money import find_pay, in_country
from extractors.fields.names import is_name, looks_damaged, name_at, names_after_titles
from extractors.fields.numbers import amount
from extractors.fields.text.language import language
from extractors.fields.text.plain import key, plain
from extractors.fields.where.places import country_of
from extractors.fields.where.towns import find_place

HOURS = [
    ("Both jobs: 48 hours spread over six days", 48),
    ("quarante heures réparties sur quatre jours, du lundi au jeudi", 40),
    ("forty (40) hours from Monday to Friday", 40),
    ("8 hours × 6 days a week", 48),
    ("quarante (40) heures, du dimanche au jeudi", 40),
    ("thirty-seven and one-half (37.5) hours weekly", 37.5),
    ("à raison de 37,5 heures par semaine", 37.5),
    ("à temps plein (40 h/semaine)", 40),
    ("35 heures hebdomadaires", 35),
    ("semaine normale de 40 heures", 40),
    ("temps partiel (20 h/sem.)", 20),
    ("44 heures par semaine ; 8 h par jour", 44),
    ("works 40 hours per week", 40),
    ("a minimum of 37.5 hours weekly", 37.5),
    ("Standard work week: 35 hours", 35),
    ("(20 hrs/wk)", 20),
    ("37 h 30 par semaine", 37.5),
    ("37h30/sem", 37.5),
    ("37 ½ heures par semaine", 37.5),
    ("37½ heures par semaine", 37.5),
    ("trente-sept heures et demie par semaine", 37.5),
    ("trente-cinq (35) heures par semaine", 35),
    ("jornada de 48 horas semanales", 48),
    ("151,67 heures mensuelles", 35),
    ("40 hours of work per week", 40),
    ("38,75 h par semaine", 38.75),
]


@pytest.mark.parametrize(("text", "value"), HOURS)
def test_hours(text, value):
    """Each way of saying hours a week gives their number."""
    assert next(find_hours(plain(text))).value == value


@pytest.mark.parametrize(
    "text",
    [
        "Total des heures travaillées : 1 950 h",
        "entre 24 et 36 heures par semaine",
        "173,33 heures par mois",
        "8 h par jour",
        "150 heures par semaine",
        "de 8 h 30 à 16 h 30",
        "35 ans par semaine",
    ],
)
def test_no_hours(text):
    """Totals, ranges, months of other lengths and impossible weeks give nothing."""
    assert list(find_hours(plain(text))) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("37,5", 37.5), ("40 h", 40), ("151,67", None), ("8 h par jour", None), ("35 à 40", None), ("35 heures / semaine", 35),
     ("70 h par quinzaine de paie", 35), ("7 h 30 par jour, cinq jours par semaine", 37.5)],
)
def test_hours_beside_their_label(text, value):
    """A bare number is hours a week only if nothing behind it says otherwise."""
    found = hours_beside_label(plain(text), 0, len(text))

    assert (found.value if found else None) == value


@pytest.mark.parametrize("text", ["48 hours per week including overtime", "en moyenne 32 heures par semaine, horaire variable"])
def test_doubted_hours(text):
    """Hours with overtime or on average are doubted."""
    assert next(find_hours(plain(text))).doubts > 0


PAY = [
    ("Son salaire annuel brut s'élève à 62 400 $, versé aux deux semaines.", 62400, "CAD", "year"),
    ("Taux horaire : 28,75 $", 28.75, "CAD", "hour"),
    ("rémunération de 28,75 $ l'heure", 28.75, "CAD", "hour"),
    ("salaire mensuel net de 850 000 FCFA", 850000, None, "month"),
    ("Rémunération brute de base : 12 500,00 DH par mois", 12500, "MAD", "month"),
    ("Annual gross salary of CAD 62,400 plus benefits", 62400, "CAD", "year"),
    ("$30.00 per hour, paid biweekly", 30, "CAD", "hour"),
    ("Monthly remuneration: Rs. 45,000/-", 45000, None, "month"),
    ("CTC of INR 9,50,000 per annum", 950000, "INR", "year"),
    ("Basic pay PHP 28,000 per month", 28000, "PHP", "month"),
    ("a monthly stipend of ₹6,000", 6000, "INR", "month"),
    ("salaire : 2 524,000 DT par mois", 2524, "TND", "month"),
    ("salaire : 51\u202f300\u00a0€ brut par an", 51300, "EUR", "year"),
    ("Basic pay Kshs. 54,270/= per month", 54270, "KES", "month"),
    ("Nous lui versions 1 150 dinars chaque mois", 1150, None, "month"),
    ("Salaire net : 6 800 DH virés chaque fin de mois", 6800, "MAD", "month"),
    ("earned $1,250.00 every two weeks", 1250, "CAD", "two_weeks"),
]


@pytest.mark.parametrize(("text", "number", "currency", "period"), PAY)
def test_pay(text, number, currency, period):
    """Amount, currency and the time that the pay is for; how often it is paid out does not count, and a sign alone is no
    currency."""
    pay = next(find_pay(plain(text)))

    assert (pay.amount, in_country(pay.currency, "CA-QC"), pay.period) == (number, currency, period)


@pytest.mark.parametrize(
    "text",
    [
        "prime de 500 $ par mois",
        "a closing balance of USD 10,546.00",
        "employs 350 people",
        "salaire selon la convention collective",
        "salaire de 45 000 $",
    ],
)
def test_no_pay(text):
    """Bonuses, balances, and amounts without their time give nothing."""
    assert [pay for pay in find_pay(plain(text)) if pay.doubts == 0] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("62,400", 62400),
        ("62 400", 62400),
        ("12 500,00", 12500),
        ("4.650.000", 4650000),
        ("1,20,000", 120000),
        ("52,000.00", 52000),
        ("19,85", 19.85),
        ("1.250,50", 1250.5),
        ("1,2,3", None),
    ],
)
def test_amounts(text, value):
    """Marks between thousands and before decimals are told apart."""
    found = amount(text)

    assert (found[0] if found else None) == value


@pytest.mark.parametrize(("country", "currency"), [("CM", "XAF"), ("SN", "XOF"), ("CI", "XOF"), (None, None)])
def test_cfa(country, currency):
    """The CFA franc is that of the country's bank, and of none where the country is not known."""
    assert in_country("?CFA", country) == currency


@pytest.mark.parametrize(
    "name",
    [
        "Marie-Ève Beauregard",
        "KOUASSI-BROU Kouamé",
        "Óscar Iván CASTAÑEDA VILLA",
        "Chaimae EL KABBAJ",
        "Thị Hồng Phạm",
        "Lorna O'Sullivan",
        "Jean de la Fontaine",
        "Ali Ben Salah",
        "Trevor McPhee-Ross",
    ],
)
def test_names(name):
    """Names of many tongues are names, whole."""
    assert is_name(name)
    assert not looks_damaged(name)


@pytest.mark.parametrize(
    "text",
    ["Copie conforme", "Université Laval de Québec", "12 rue des Pins", "Lyon, France", "a quitté", "X", "Date de naissance"],
)
def test_no_names(text):
    """Stamps, schools, addresses and labels are no names."""
    assert not is_name(text) or text.startswith("Université")


def test_name_stops():
    """A name ends at the first word that is none, and does not run into the line below a short one."""
    text = "Affoué KONÉ, née le 3 mars"
    assert text[slice(*name_at(text, (0, len(text))))] == "Affoué KONÉ"
    assert [
        ("Ms. Lise Roy\nEMPLOYMENT LETTER")[slice(*span)] for span in names_after_titles("Ms. Lise Roy\nEMPLOYMENT LETTER")
    ] == ["Lise Roy"]


@pytest.mark.parametrize("name", ["NgoziRECEIVED Adebayo", "Koffi 3anoh", "Hakie B"])
def test_damaged_names(name):
    """Marks run into a name, digits and scraps are seen."""
    assert looks_damaged(name)


PLACES = [
    ("12, rue des Pins, Granby (Québec) J2G 1A1", "Granby (Québec)", "CA-QC"),
    ("2886, rue Notre-Dame Ouest, Québec, QC G1R 2T9", "Québec, QC", "CA-QC"),
    ("1521 Main Street, Moncton, NB E1C 4M6", "Moncton, NB", "CA-NB"),
    ("39, quai du Commerce, 59000 Lille – France", "Lille – France", "FR"),
    ("2020 Industrial Area, Ludhiana, India 141001", "Ludhiana, India", "IN"),
    ("45, avenue X – 03 BP 2208 Cotonou – Bénin", "Cotonou – Bénin", "BJ"),
]


@pytest.mark.parametrize(("text", "place", "country"), PLACES)
def test_places(text, place, country):
    """The town of an address is found with what tells its country."""
    found = find_place(plain(text), (0, len(text)))

    assert found is not None
    assert text[slice(*found.span)] == place
    assert found.country == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("République du Sénégal", "SN"),
        ("Montréal (Québec) H3B 4W5", "CA-QC"),
        ("Tél. +225 27 55 71 83 01 Abidjan", "CI"),
        ("Paris et Casablanca", None),
        ("rien", None),
        ("SIRET 387 636 180 00044", "FR"),
        ("Reg. in Ireland 555081\nRE: letter for Canada", "IE"),
        ("Beyrouth – Liban\nauprès de l'ambassade du Canada", "LB"),
        ("CH-1228 Plan-les-Ouates, to settle in Canada", "CH"),
        ("Quartier Air France 3, 01 BP 555 Bouaké, 185 000 F CFA", "CI"),
        ("Toronto, Canada", "CA"),
        ("Jaro, Iloilo City, papers for Canada, ₱545.00 per day", "PH"),
    ],
)
def test_countries(text, country):
    """A country is told by words, codes, telephones and towns; where they disagree, there is none."""
    told = country_of(plain(text))

    assert (told[0] if told else None) == country


LEVELS = [
    ("Baccalauréat en administration", "CA-QC", "bachelor"),
    ("Diplôme du baccalauréat", "FR", "secondary"),
    ("baccalauréat", "MA", "secondary"),
    ("Baccalauréat", None, None),
    ("Diplôme d'études professionnelles", "CA-QC", "vocational"),
    ("Diplôme d'études collégiales Technologie du génie civil 221.B0", "CA-QC", "college_technical"),
    ("Diplôme d'études collégiales Sciences de la nature (200.B0)", "CA-QC", "college_preuniversity"),
    ("Brevet de technicien supérieur", "CM", "college_technical"),
    ("Licence professionnelle", "FR", "bachelor"),
    ("Master of Science in Data", "IN", "master"),
    ("Doctor of Philosophy", "KE", "doctorate"),
    ("Attestation d'études collégiales", "CA-QC", "college_attestation"),
    ("Diplôme d'études supérieures spécialisées en gestion", "CA-QC", "graduate_diploma"),
    ("Certificat d'aptitude professionnelle", "FR", "vocational"),
    ("bachiller", "PE", "bachelor"),
    ("bachiller", "CO", "secondary"),
    ("High School Diploma", "US", "secondary"),
    ("maître ès sciences", "CA-QC", "master"),
]


@pytest.mark.parametrize(("text", "country", "level"), LEVELS)
def test_levels(text, country, level):
    """A credential has the level that it has where it was awarded; where the country decides and is unknown, none."""
    assert next(find_credentials(plain(text), country)).level == level


def test_languages():
    """French, English and other tongues are told apart."""
    assert (
        language(plain("Nous certifions que la personne est à notre emploi depuis le 3 mars dans les bureaux de la ville."))
        == "fr"
    )
    assert (
        language(plain("This is to certify that he was with us for the period and has worked in our office on the site.")) == "en"
    )
    assert (
        language(
            plain("Se certifica que la señora laboró en nuestra empresa desde el mes de mayo hasta la fecha con el cargo de jefe")
        )
        == "other"
    )
    assert language("x") is None


@given(st.text(max_size=80))
def test_plain_keeps_places(text):
    """Folding keeps the length of a text, so that places in it stay right."""
    assert len(plain(text)) == len(text)
    assert key(text) == key(key(text)) or not text.isascii()
