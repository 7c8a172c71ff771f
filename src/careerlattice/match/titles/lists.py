"""Word lists of :mod:`careerlattice.match.titles.words`, written by this project."""

from __future__ import annotations


def _pairs(text: str) -> dict[str, str]:
    """``"key=value; key=value"`` as a dictionary."""
    items = (item.split("=") for item in text.replace("\n", " ").split(";") if "=" in item)
    return {key.strip(): value.strip() for key, value in items}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP_WORDS = _words(
    "a an the of for in on at to and or with by from as de la el y en del los las our your we is"
    " etc needed wanted position job opportunity opening career"
)

GRADES = _words(
    "sr senior jr junior i ii iii iv v vi level entry experienced seasoned mid midlevel grade tier"
    " intermediate sgt ssgt sfc msgt cpl pvt pfc spc retired former"
)
"""Words that grade a job without changing its kind; trainee, lead and chief are kept."""

ABBREVIATIONS = _pairs("""
mgr=manager; mngr=manager; mgmt=management; mgt=management; dir=director; supv=supervisor;
supvr=supervisor; spvsr=supervisor; supe=superintendent; asst=assistant; assist=assistant;
asstnt=assistant; assoc=associate; admin=administrative; adm=administrative; coord=coordinator;
coor=coordinator; spec=specialist; splst=specialist; tech=technician; techn=technician;
techs=technician; tec=technician; eng=engineer; engr=engineer; engg=engineering;
rep=representative; reps=representative; svc=service; svcs=service; serv=service; srvc=service;
acct=account; accts=account; acctg=accounting; acctnt=accountant; exec=executive; op=operator;
opr=operator; oper=operator; ops=operations; mech=mechanic; maint=maintenance; mtnc=maintenance;
mtce=maintenance; mfg=manufacturing; mfr=manufacturer; mach=machine; machs=machine;
elec=electrical; elect=electrical; equip=equipment; const=construction; constr=construction;
whse=warehouse; wrhs=warehouse; whs=warehouse; trk=truck; drvr=driver; dvr=driver;
prod=production; proc=processing; qc=quality control; qa=quality assurance; hr=human resources;
it=information technology; cs=customer service; csr=customer service representative; pos=point of
sale; pr=public relations; ad=advertising; govt=government; gov=government; edu=education;
educ=education; univ=university; prof=professor; instr=instructor; tchr=teacher; teach=teacher;
sci=science; lab=laboratory; med=medical; hosp=hospital; surg=surgical; ped=pediatric;
peds=pediatric; psych=psychiatric; rehab=rehabilitation; therap=therapist; pharm=pharmacy;
rad=radiology; resp=respiratory; rn=registered nurse; rns=registered nurse; lpn=licensed practical
nurse; lpns=licensed practical nurse; lvn=licensed vocational nurse; cna=certified nursing
assistant; cnas=certified nursing assistant; stna=nursing assistant; gna=nursing assistant;
hha=home health aide; pca=personal care aide; pcw=personal care aide; psw=personal care aide;
np=nurse practitioner; crna=nurse anesthetist; emt=emergency medical technician; emts=emergency
medical technician; slp=speech language pathologist; cota=certified occupational therapy
assistant; pta=physical therapist assistant; rrt=registered respiratory therapist; bcba=behavior
analyst; rbt=registered behavior technician; lcsw=licensed clinical social worker; lmsw=licensed
master social worker; lmft=marriage family therapist; cpa=certified public accountant; ceo=chief
executive officer; cfo=chief financial officer; coo=chief operating officer; cio=chief information
officer; cto=chief technology officer; vp=vice president; evp=vice president; svp=vice president;
gm=general manager; pm=project manager; ap=accounts payable; ar=accounts receivable; swe=software
engineer; sde=software engineer; dev=developer; devs=developer; devops=devops; dba=database
administrator; ux=user experience; ui=user interface; sysadmin=system administrator;
info=information; app=application; apps=application; comp=computer; prog=programmer; net=network;
sec=security; secy=secretary; recept=receptionist; clk=clerk; bkpr=bookkeeper; cust=customer;
rel=relations; dept=department; div=division; dist=district; reg=regional; natl=national;
intl=international; gen=general; gnl=general; auto=automotive; hvac=heating air conditioning;
hvacr=heating air conditioning refrigeration; ac=air conditioning; refrig=refrigeration; cdl=truck
driver; otr=over road; ltl=truck; fork=forklift; fab=fabricator; weld=welder; carp=carpenter;
lndscp=landscape; landscp=landscape; hskpr=housekeeper; hskp=housekeeping; hskpg=housekeeping;
fnb=food beverage; fb=food beverage; boh=kitchen; foh=dining room server; sup=supervisor;
super=supervisor; lic=licensed; cert=certified; jrnymn=journeyman; appr=apprentice;
temp=temporary; k12=school; sped=special education; para=paraprofessional; esl=english second
language; sro=school resource officer; po=police officer; ff=firefighter; cop=police officer;
swat=police; doc=doctor; md=physician; dds=dentist; dvm=veterinarian; vet=veterinary; rdh=dental
hygienist; phd=doctorate; atty=attorney; recep=receptionist; fd=front desk;
""")

IRREGULAR = _pairs("""
men=man; women=woman; people=person; persons=person; waitress=waiter; waitresse=waiter;
hostess=host; stewardess=steward; actress=actor; sales=sale; bus=bus; buses=bus;
lens=lens; glasses=glass; analyses=analysis; children=child; teeth=tooth; feet=foot; wives=wife;
midwives=midwife; knives=knife; shelves=shelf; aircraft=aircraft; news=news; physics=physics;
 forewoman=foreman; foremen=foreman; forelady=foreman; foreperson=foreman;
labourer=laborer; counsellor=counselor; programme=program; centre=center; theatre=theater;
adviser=advisor; moulder=molder; jeweller=jeweler; groundsman=groundskeeper;
groundskeeping=groundskeeper; grounds=ground; nursing=nursing; fisher=fisher; fisherman=fisher;
fishermen=fisher; techician=technician; technican=technician; waitstaff=waiter;
cashiering=cashier; aide=aide; aid=aide; childcare=childcare; human=human; german=german;
woman=woman; shaman=shaman; roman=roman; layout=layout; helpers=helper;
""")

SPANISH_PHRASES = _pairs("""
auxiliar de enfermeria=nursing assistant; asistente de enfermeria=nursing assistant; ayudante de
cocina=kitchen helper; ayudante de construccion=construction laborer; trabajador de
construccion=construction laborer; obrero de construccion=construction laborer; trabajador
agricola=farm worker; trabajadora agricola=farm worker; trabajador del campo=farm worker; chofer
de camion=truck driver; conductor de camion=truck driver; conductor de autobus=bus driver; guardia
de seguridad=security guard; agente de seguridad=security guard; maestro de escuela=school
teacher; maestra de escuela=school teacher; cuidador de ninos=childcare worker; cuidadora de
ninos=childcare worker; cuidador de ancianos=personal care aide; cuidadora de ancianos=personal
care aide; ama de llaves=housekeeper; servicio al cliente=customer service representative; jefe de
cocina=head chef; aire acondicionado=air conditioning; tecnico dental=dental technician; asistente
dental=dental assistant; asistente medico=medical assistant; asistente medica=medical assistant;
ayudante de maestro=teacher assistant; personal de limpieza=janitor cleaner; trabajador
social=social worker; trabajadora social=social worker; operador de maquina=machine operator;
operador de montacargas=forklift operator; auxiliar administrativo=administrative assistant;
asistente administrativo=administrative assistant; asistente administrativa=administrative
assistant; senora de limpieza=house cleaner; limpieza de casas=house cleaner; cortador de
carne=meat cutter; cortador de cesped=lawn mower landscaper; peon de jardin=landscape laborer;
camarera de piso=hotel housekeeper; bienes raices=real estate agent; mecanico
automotriz=automotive mechanic; mecanico de autos=automotive mechanic;
""")

SPANISH_WORDS = _pairs("""
enfermera=registered nurse; enfermero=registered nurse; medico=physician; medica=physician;
cocinero=cook; cocinera=cook; mesero=waiter; mesera=waiter; camarero=waiter; camarera=hotel
housekeeper; lavaplatos=dishwasher; panadero=baker; panadera=baker; carnicero=butcher;
cajero=cashier; cajera=cashier; vendedor=salesperson; vendedora=salesperson; limpiador=cleaner;
limpiadora=cleaner; limpieza=cleaner; conserje=janitor; jardinero=landscaper gardener;
jardinera=landscaper gardener; jardineria=landscape laborer; paisajista=landscape laborer;
albanil=bricklayer mason; carpintero=carpenter; plomero=plumber; fontanero=plumber;
electricista=electrician; pintor=painter; soldador=welder; mecanico=mechanic; techador=roofer;
techero=roofer; yesero=plasterer; obrero=laborer; obrera=laborer; jornalero=day laborer;
peon=laborer; trabajador=worker; trabajadora=worker; campesino=farm worker; agricultor=farmer;
cosechador=crop harvester; pescador=fisher; ganadero=livestock rancher; vaquero=livestock ranch
hand; chofer=driver; conductor=driver; camionero=truck driver; taxista=taxi driver;
repartidor=delivery driver; empacador=packer; empacadora=packer; bodeguero=warehouse worker;
almacenista=warehouse worker; montacarguista=forklift operator; costurera=sewing machine operator;
sastre=tailor; ninera=nanny; cuidadora=caregiver; cuidador=caregiver; maestra=teacher;
maestro=teacher; profesor=professor; profesora=professor; secretaria=secretary;
secretario=secretary; recepcionista=receptionist; contador=accountant; contadora=accountant;
abogado=lawyer; abogada=lawyer; ingeniero=engineer; ingeniera=engineer; programador=programmer;
traductor=translator; interprete=interpreter; peluquero=barber; peluquera=hairdresser;
estilista=hairdresser; barbero=barber; bombero=firefighter; policia=police officer;
guardia=security guard; vigilante=security guard; tecnico=technician; tecnica=technician;
gerente=manager; supervisora=supervisor; encargado=supervisor; ayudante=helper;
asistente=assistant; auxiliar=assistant; operador=operator; operadora=operator; dentista=dentist;
farmaceutico=pharmacist; psicologo=psychologist; psicologa=psychologist; veterinario=veterinarian;
cantinero=bartender; lavandera=laundry worker; planchador=presser; planchadora=presser;
construccion=construction; cocina=kitchen; cirujano=surgeon; dental=dental; ventas=sales;
mantenimiento=maintenance; maquina=machine; seguridad=security; escuela=school; hotel=hotel;
""")

SPANISH_HEADS = frozenset(
    set(SPANISH_WORDS) - {"conductor", "dental", "hotel", "vigilante"}
) | _words("cortador senora ama camion agente chofer bienes")
"""Words that show a title is written in Spanish (none of them a common English job word)."""

STATES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii"
    "|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan"
    "|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico"
    "|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|puerto rico"
    "|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington"
    "|west virginia|wisconsin|wyoming"
    "|al|ak|az|ar|ca|co|ct|de|dc|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj"
    "|nm|ny|nc|nd|oh|ok|or|pa|pr|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy"
)
"""Names and postal codes of states as one regular expression alternative."""

MILITARY_CODES = _pairs("""
11b=infantryman infantry; 11bravo=infantryman infantry; 0311=rifleman infantry; 13b=cannon
artillery crewmember; 12b=combat engineer construction; 12n=heavy equipment operator;
12w=carpentry masonry construction; 15t=aircraft mechanic helicopter; 15b=aircraft powerplant
mechanic; 15q=air traffic controller; 19d=cavalry scout; 19k=armor tank crewmember;
25b=information technology computer support specialist; 25u=radio telecommunications equipment
installer; 27d=paralegal; 31b=military police officer; 35f=intelligence analyst; 35n=intelligence
analyst; 36b=financial clerk payroll; 42a=human resources specialist; 68w=emergency medical
technician; 68c=licensed practical nurse; 68q=pharmacy technician; 68e=dental assistant;
68k=medical laboratory technician; 68p=radiologic technologist; 68d=surgical technologist;
88m=heavy truck driver; 88n=transportation logistics cargo agent; 89b=ammunition specialist;
91b=diesel mechanic; 91d=generator power equipment repairer; 92a=logistics stock clerk; 92f=fuel
petroleum pump system operator; 92g=cook institution cafeteria; 92y=supply stock clerk;
2a3x3=aircraft mechanic; 3d0x2=computer network systems administrator; 3p0x1=police officer;
4n0x1=medical assistant; 2t1x1=truck driver; 3531=truck driver; 3521=automotive mechanic;
3043=supply stock clerk; 3381=cook institution cafeteria; 0651=computer network support;
5811=military police officer; corpsman=hospital corpsman medical assistant; seabee=construction
equipment operator;
""")

NAICS_SECTORS = _pairs("""
11=farm crop; 111=crop farm; 112=livestock farm animal; 113=logging forest tree; 114=fishing;
21=mining oil gas; 22=utility power water; 23=construction; 31=food textile manufacturing;
32=chemical paper plastic manufacturing; 33=metal machine manufacturing; 42=wholesale sales;
44=retail store; 45=retail store; 48=transportation truck; 49=mail warehouse; 491=postal mail;
492=courier delivery; 493=warehouse; 51=information software media; 52=bank insurance financial;
53=real estate rental; 54=professional engineering computer; 55=corporate management; 56=building
office security services; 61=school education; 62=health medical; 622=hospital; 621=clinic
medical; 623=nursing home; 624=social childcare; 71=recreation amusement entertainment;
72=restaurant hotel food; 721=hotel; 81=repair personal services; 811=repair; 92=public government
""")
"""Telling words of a NAICS sector or subsector."""
