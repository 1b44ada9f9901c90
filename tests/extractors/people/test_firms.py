"""Who writes a letter and from where: letterheads of many countries."""

from __future__ import annotations

import pytest

from extractors.fields.finding import Finding
from extractors.fields.text.plain import plain
from extractors.fields.where.places import country_of
from extractors.fields.where.towns import find_place
from extractors.kinds.parts.employer import find_employer
from extractors.kinds.sheet.marks import missing_marks
from extractors.paper import Paper, read_paper
from tests.extractors.paper import pages, read

BODY = "\n\nATTESTATION DE TRAVAIL\nNous attestons que Mme Awa Sy travaille chez nous comme soudeuse depuis le 3 mars 2019.\n"


def paper(text: str) -> Paper:
    return read_paper(pages(text))


def employer(text: str) -> dict[str, Finding]:
    return {finding.name: finding for finding in find_employer(paper(text))}


NAMES = (
    ("RÉPUBLIQUE DU BÉNIN\nFraternité – Justice – Travail\nCLINIQUE SAINTE-RITA\nBP 120 Cotonou", "CLINIQUE SAINTE-RITA"),
    ("Direction des ressources humaines\nHôtel du Vieux-Quai\n12, rue du Port, Rimouski (Québec) G5L 1A1", "Hôtel du Vieux-Quai"),
    ("[En-tête : TEXTILES DEL SUR S.A.S. – NIT 900.111.222-3 – Pasto, Colombie]", "TEXTILES DEL SUR S.A.S."),
    ("Meunerie Labonté ltée — 40, route 132, Matane (Québec)", "Meunerie Labonté ltée"),
    ("Kestrel Bakery Ltd. | 8 Mill Lane, Guelph, ON N1H 1A1", "Kestrel Bakery Ltd."),
)


@pytest.mark.parametrize(("head", "name"), NAMES)
def test_who_writes(head: str, name: str) -> None:
    """The firm's name is neither the state's heading, nor a department's, nor brackets, nor the address on its row."""
    assert employer(head + BODY)["employer.name"].value == name


def test_a_client_is_no_employer() -> None:
    """Where an agency sends somebody to is not who employs them."""
    said = employer("AGENCE MAIN-FORTE\n2, boul. Curé-Labelle, Laval (Québec) H7S 1M9\n\nATTESTATION\n"
                    "Nous attestons que Mme Awa Sy a été employée par notre agence et\n"
                    "affectée chez notre client Entrepôts Glacés inc., à Mirabel, comme magasinière.")
    assert said["employer.name"].value == "AGENCE MAIN-FORTE"


PLACES = (
    ("15, rue du Quai, Caraquet (N.-B.) E1W 1A1", "caraquet (n.-b.)", "CA-NB"),
    ("Box 40, Nisku, AB T9E 7M4", "nisku, ab", "CA-AB"),
    ("88 ch. du Moulin, Alma QC G8B 5V3", "alma", "CA-QC"),
    ("Rue du Lac 4, 2000 Neuchâtel", "neuchatel", "CH"),
    ("6 route des Pins, 56300 Pontivy", "pontivy", "FR"),
    ("14 Canal Street, Gulfport, Mississippi 39501", "gulfport, mississippi", "US"),
    ("22 Lake Road, Ridgefield, WA 98642", "ridgefield", "US"),
    ("TC 12/345, M.G. Road, Kollam, Kerala 691001", "kollam, kerala", "IN"),
    ("Plot 7, Hinjewadi, Nagpur 440001, India", "nagpur", "IN"),
    ("Km 3 Ring Road, Ilorin, Kwara State, Nigeria", "ilorin, kwara state", "NG"),
    ("12 High Street, Ludlow SY8 1AA", "ludlow", "GB"),
    ("Immeuble Horizon, Tripoli – Liban", "tripoli - liban", "LB"),
    ("4, rue de Paris, BP 90 Lomé", "lome", "TG"),
    ("Lagos Road, Ibadan", "ibadan", "NG"),
)


@pytest.mark.parametrize(("address", "town", "country"), PLACES)
def test_where(address: str, town: str, country: str) -> None:
    """The town is that of the address, with its province or country, without postal code; a street's name is no town."""
    text = plain(address)
    found = find_place(text, (0, len(text)))
    assert found is not None
    assert (text[slice(*found.span)], found.country) == (town, country)


@pytest.mark.parametrize("text", ["12, rue de Lyon", "1226 Station Road", "Regina, on March 3 we met", "Bloc B2 3rd floor"])
def test_nowhere(text: str) -> None:
    """Streets, house numbers and little words of sentences are no towns with postal code or province."""
    found = find_place(plain(text), (0, len(text)))
    assert found is None or not found.sure


COUNTRIES = (
    ("rue capois · (509) 3755-0218", "HT"), ("01 bp 12 - tel. (225) 27 20 55 01 88", "CI"), ("ph. 780.555.0133", "CA-AB"),
    ("6 route x, 29000 quimper tel 02 99 55 01 20 gratification 2 230 €", "FR"), ("nisku, alberta", "CA-AB"),
    ("yakima, washington", "US"), ("rcs lyon 555 210 884", "FR"), ("salaire 5 000 chf", "CH"),
)


@pytest.mark.parametrize(("text", "country"), COUNTRIES)
def test_country(text: str, country: str) -> None:
    """Telephones, postal codes with the money, states and registers tell the country."""
    told = country_of(text)
    assert told is not None and told[0] == country


@pytest.mark.parametrize("text", ["n° 0055/abc/drh", "cel. 07 00 55 01 18", "sarl au capital de 100", "(604) 555 01 13",
                                  "paris - montreal"])
def test_no_country(text: str) -> None:
    """Letter numbers, a legal form that many countries share, a town's own telephone code and two towns tell none."""
    assert country_of(text) is None


def test_money_alone_is_weak() -> None:
    """Money or a town alone tells a country in doubt only; both together bear each other out."""
    assert country_of("salaire 5 000 chf") == ("CH", 0)
    assert country_of("nous payons a lausanne 5 000 chf") == ("CH", 1)


def test_where_it_is_signed_is_second_best() -> None:
    """Without an address, the place of signing stands in, doubted and without « Fait à »."""
    said = employer("Atelier Ruelle" + BODY + "\nFait à Valbrune, le 3 mai 2024")["employer.place"]
    assert said.value == "Valbrune" and said.doubts > 0


def test_the_readers_address_is_not_the_firms() -> None:
    """The address under the reader's name says where the reader lives."""
    said = employer("Atelier Ruelle inc.\n4, rue des Érables, Magog (Québec) J1X 1A1"
                    "\n\nMonsieur Yves Roy\n9, rue Sud, Laval (Québec) H7S 1M9"
                    + BODY)
    assert said["employer.place"].value == "Magog (Québec)"


SIGNED = BODY + "\nCordialement,\nYves Roy\nDirecteur"
MARKS = (
    ("Atelier Ruelle inc.\n4, rue des Érables, Magog (Québec) J1X 1A1" + SIGNED, set()),
    ("ATTESTATION DE TRAVAIL\nNous attestons que Mme Awa Sy travaille chez nous depuis 2019.\nCordialement,\nYves Roy\nDirecteur",
     {"no_letterhead"}),
    ("Atelier Ruelle inc.\n4, rue des Érables, Magog (Québec) J1X 1A1" + BODY + "Fait le 3 mai 2024.", {"unsigned"}),
    ("Atelier Ruelle inc.\n4, rue des Érables, Magog (Québec) J1X 1A1" + BODY + "Signature :", set()),
    (" \n" * 9 + "ATTESTATION\nNous attestons que Mme Awa Sy travaille chez nous depuis 2019.\nYves Roy", set()),
)


@pytest.mark.parametrize(("text", "codes"), MARKS)
def test_what_a_letter_should_show(text: str, codes: set[str]) -> None:
    """Missing letterhead and signature are told, unless a logo has room or the letter speaks of its signature."""
    from extractors.kinds.people.signature import find_signatory
    read = paper(text)
    assert {issue.code for issue in missing_marks(read, [*find_employer(read), *find_signatory(read)])} == codes


def test_scans_are_never_accused() -> None:
    """A reader of pictures gives words only: ink and logos are not missed there."""
    scan = read_paper(pages("ATTESTATION DE TRAVAIL\nNous attestons que Mme Awa Sy travaille ici.", source="ocr"))
    assert list(missing_marks(scan, [])) == []


def test_who_writes_for_another_is_not_surely_the_employer() -> None:
    """A payroll firm prints its own head; the employer's label is believed."""
    head = "SocioPaie Meuse asbl\nSecrétariat social agréé d'employeurs\nQuai du Halage 55, 4000 Liège\nAttestation d'occupation\n"
    said = "Nous attestons que M. Blaise Roy travaille comme boulanger depuis le 1er février 2018.\n"
    plain, labelled = read(head + said), read(head + "Employeur      Boulangerie Henrotay SRL\n" + said)

    names = [next(field for field in one.fields if field.name == "employer.name") for one in (plain, labelled)]
    assert names[0].confidence < 0.95
    assert names[1].value == "Boulangerie Henrotay SRL"
