"""Countries, Canadian provinces and large towns by their plain names in French, English and their own tongue. General knowledge, kept
small: a town is listed only where its name stands for one country."""

from __future__ import annotations

_COUNTRIES = """
CA canada|US united states of america;united states;etats-unis;usa;u.s.a|FR france;republique francaise|BE belgique;belgium;federation wallonie-bruxelles|CH suisse;switzerland;confederation suisse
LU luxembourg|MA maroc;morocco;royaume du maroc|DZ algerie;algeria;republique algerienne democratique et populaire|TN tunisie;tunisia;republique tunisienne|LB liban;lebanon;republique libanaise
EG egypte;egypt|SY syrie;syria|JO jordanie;jordan|IQ irak;iraq|IR iran|TR turquie;turkey|CM cameroun;cameroon;republic of cameroon|CI cote d'ivoire;ivory coast;republique de cote d'ivoire
SN senegal|BJ benin|TG togo;republique togolaise|BF burkina faso|ML mali|NE niger|GN guinee;republique de guinee|GA gabon;republique gabonaise|CG republique du congo;congo-brazzaville
CD republique democratique du congo;rd congo;rdc;democratic republic of the congo;congo-kinshasa|TD tchad;chad|CF republique centrafricaine|BI burundi|RW rwanda;republic of rwanda|MG madagascar;repoblikan'i madagasikara
MU maurice;mauritius|DJ djibouti|MR mauritanie|HT haiti;republique d'haiti|NG nigeria;federal republic of nigeria|GH ghana|KE kenya;republic of kenya|UG uganda;ouganda|TZ tanzania;tanzanie|ET ethiopie;ethiopia
ZA south africa;afrique du sud|ZW zimbabwe|ZM zambia|IN inde;india;government of india|PK pakistan|BD bangladesh|LK sri lanka|NP nepal|PH philippines;republic of the philippines;republika ng pilipinas|CN chine;china;people's republic of china
VN vietnam;viet nam|TH thailande;thailand|MY malaisie;malaysia|ID indonesie;indonesia|KR coree du sud;south korea;republic of korea|JP japon;japan|SG singapour;singapore|TW taiwan
CO colombie;colombia;republica de colombia|MX mexique;mexico;estados unidos mexicanos|BR bresil;brazil;brasil;republica federativa do brasil|PE perou;peru;republica del peru|AR argentine;argentina|CL chili;chile
VE venezuela|EC equateur;ecuador|BO bolivie;bolivia|CU cuba|DO republique dominicaine;dominican republic;republica dominicana|CR costa rica|GT guatemala|HN honduras|SV el salvador|PA panama|UY uruguay|PY paraguay
GB royaume-uni;united kingdom;angleterre;england;scotland;great britain|IE irlande;ireland|ES espagne;spain;espana;reino de espana|PT portugal;republica portuguesa|IT italie;italy;italia|DE allemagne;germany;deutschland
RO roumanie;romania|PL pologne;poland;polska|UA ukraine|RU russie;russia|MD moldavie;moldova|BG bulgarie;bulgaria|GR grece;greece|NL pays-bas;netherlands|AE emirats arabes unis;united arab emirates;uae|SA arabie saoudite;saudi arabia
QA qatar|KW koweit;kuwait|AU australie;australia|NZ nouvelle-zelande;new zealand|JM jamaique;jamaica|IL israel
"""

_PROVINCES = """
CA-QC quebec;province de quebec;qc;gouvernement du quebec|CA-ON ontario;on|CA-NB nouveau-brunswick;new brunswick;nb|CA-NS nouvelle-ecosse;nova scotia;ns|CA-MB manitoba;mb|CA-SK saskatchewan;sk
CA-AB alberta;ab|CA-BC colombie-britannique;british columbia;bc|CA-PE ile-du-prince-edouard;prince edward island;pe|CA-NL terre-neuve-et-labrador;newfoundland and labrador;nl|CA-YT yukon;yt|CA-NT territoires du nord-ouest;northwest territories;nt|CA-NU nunavut;nu
"""

_CITIES = """
CA-QC montreal;laval;gatineau;longueuil;sherbrooke;saguenay;levis;trois-rivieres;terrebonne;saint-jean-sur-richelieu;repentigny;drummondville;saint-jerome;granby;saint-hyacinthe;rimouski;joliette;victoriaville;rouyn-noranda;brossard;boucherville;sept-iles;val-d'or;alma;shawinigan;riviere-du-loup;chicoutimi;sainte-foy;sorel-tracy;thetford mines;baie-comeau
CA-ON toronto;ottawa;mississauga;hamilton;sudbury;brampton;windsor;kitchener|CA-NB moncton;fredericton;caraquet|CA-NS halifax|CA-MB winnipeg|CA-AB calgary;edmonton|CA-BC vancouver;surrey;burnaby|CA-SK regina;saskatoon
FR paris;lyon;marseille;toulouse;nice;nantes;strasbourg;montpellier;bordeaux;lille;rennes;reims;grenoble;dijon;angers;nimes;clermont-ferrand;le havre;saint-etienne;toulon;brest;limoges;tours;amiens;perpignan;metz;besancon;orleans;rouen;mulhouse;caen;nancy;poitiers;creteil;versailles;avignon;pau;chambery;sevres
BE bruxelles;brussels;liege;namur;charleroi;mons;louvain-la-neuve|CH geneve;lausanne;fribourg;neuchatel|MA casablanca;rabat;fes;marrakech;agadir;tanger;meknes;oujda;kenitra;tetouan;settat;mohammedia;el jadida;beni mellal
DZ alger;oran;constantine;annaba;blida;setif;batna;tlemcen;bejaia;tizi ouzou;mostaganem;sidi bel abbes;ouargla;jijel|TN tunis;sfax;sousse;monastir;kairouan;bizerte;gabes;nabeul;ariana;gafsa|LB beyrouth;beirut;saida|EG le caire;cairo;alexandria;giza
CM yaounde;douala;bafoussam;bamenda;garoua;dschang;buea;maroua;ngaoundere|CI abidjan;yamoussoukro;bouake;daloa;korhogo;san-pedro|SN dakar;thies;saint-louis;ziguinchor;kaolack|BJ cotonou;porto-novo;parakou;abomey-calavi|TG lome;kara|BF ouagadougou;bobo-dioulasso
ML bamako|NE niamey|GN conakry|GA libreville|CG brazzaville;pointe-noire|CD kinshasa;lubumbashi;goma;bukavu|TD n'djamena|BI bujumbura|RW kigali;butare|MG antananarivo;toamasina|MU port-louis|HT port-au-prince;cap-haitien;jacmel;gonaives;les cayes
NG lagos;abuja;ibadan;enugu;kano;port harcourt;benin city;kaduna|GH accra;kumasi|KE nairobi;mombasa;kisumu;nakuru;eldoret|UG kampala|TZ dar es salaam|ET addis ababa|ZA johannesburg;cape town;durban;pretoria
IN mumbai;delhi;new delhi;bengaluru;bangalore;hyderabad;chennai;kolkata;pune;ahmedabad;jaipur;lucknow;kochi;ludhiana;chandigarh;surat;indore;coimbatore;nagpur;thiruvananthapuram;noida;gurgaon;gurugram;amritsar;jalandhar;vadodara;bhopal;patna;mysore;visakhapatnam;rajkot;mohali
PK karachi;lahore;islamabad;rawalpindi;faisalabad;peshawar;multan|BD dhaka;chittagong|LK colombo|NP kathmandu|PH manila;cebu city;quezon city;davao city;makati;makati city;iloilo city;baguio;baguio city;taguig;pasig;cagayan de oro;bacolod;zamboanga
CN beijing;shanghai;guangzhou;shenzhen;wuhan;chengdu|VN hanoi;ha noi;ho chi minh;da nang|CO bogota;bogota d.c;medellin;cali;barranquilla;bucaramanga;cartagena;pereira;manizales|MX ciudad de mexico;guadalajara;monterrey;puebla;tijuana;queretaro;toluca;oaxaca
BR sao paulo;rio de janeiro;belo horizonte;recife;curitiba;porto alegre;fortaleza;brasilia;campinas;florianopolis|PE lima;arequipa;trujillo;cusco|AR buenos aires;rosario|CL santiago de chile;valparaiso;concepcion|VE caracas;maracaibo|EC quito;guayaquil|DO santo domingo
GB london uk;manchester;birmingham;leeds;glasgow;edinburgh;liverpool|ES madrid;barcelona;sevilla|PT lisboa;lisbon;coimbra|IT roma;milano;torino;napoli;bologna|DE berlin;munchen;hamburg;frankfurt|RO bucuresti;cluj-napoca;iasi;timisoara|PL warszawa;krakow;wroclaw
UA kyiv;kiev;kharkiv;lviv;odesa;odessa;dnipro|RU moscow;moskva;saint petersburg|MD chisinau|IR tehran;teheran;isfahan;shiraz;mashhad;tabriz|TR istanbul;ankara;izmir|SY damas;damascus;aleppo;alep|JO amman|IQ baghdad|AE dubai;abu dhabi;sharjah|SA riyadh;jeddah|KR seoul|JP tokyo
"""


def _table(lines: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for entry in lines.replace("\n", "|").split("|"):
        code, _, names = entry.strip().partition(" ")
        table.update((name.strip(), code) for name in names.split(";") if name.strip())
    return table


COUNTRIES, PROVINCES, CITIES = _table(_COUNTRIES), _table(_PROVINCES), _table(_CITIES)

POSTAL_PROVINCES = {"G": "CA-QC", "H": "CA-QC", "J": "CA-QC", "K": "CA-ON", "L": "CA-ON", "M": "CA-ON", "N": "CA-ON", "P": "CA-ON", "E": "CA-NB", "B": "CA-NS",
                    "C": "CA-PE", "A": "CA-NL", "R": "CA-MB", "S": "CA-SK", "T": "CA-AB", "V": "CA-BC", "Y": "CA-YT"}
"""First letter of a Canadian postal code (X is shared by two territories)."""

DIALLING = {"33": "FR", "32": "BE", "41": "CH", "212": "MA", "213": "DZ", "216": "TN", "221": "SN", "223": "ML", "224": "GN", "225": "CI", "226": "BF", "227": "NE", "228": "TG", "229": "BJ",
            "230": "MU", "233": "GH", "234": "NG", "235": "TD", "237": "CM", "241": "GA", "242": "CG", "243": "CD", "250": "RW", "254": "KE", "256": "UG", "257": "BI", "261": "MG", "509": "HT",
            "91": "IN", "92": "PK", "880": "BD", "94": "LK", "63": "PH", "86": "CN", "84": "VN", "57": "CO", "52": "MX", "55": "BR", "51": "PE", "44": "GB", "961": "LB", "963": "SY", "98": "IR",
            "20": "EG", "90": "TR", "380": "UA", "40": "RO", "971": "AE", "966": "SA", "974": "QA"}
"""Country codes of telephone numbers written with a plus."""
