"""Titles whose singular no rule gives, and the nouns of people that rules do not tell."""

from __future__ import annotations

from collections.abc import Mapping

SINGULARS: Mapping[str, str] = {
    "Bus Drivers, School": "school bus driver",
    "Bus Drivers, Transit and Intercity": "transit or intercity bus driver",
    "Adult Basic Education, Adult Secondary Education, and English as a Second Language Instructors": "instructor of adult basic education or English as a second language",
    "Appraisers and Assessors of Real Estate": "real estate appraiser or assessor",
    "Appraisers of Personal and Business Property": "appraiser of personal or business property",
    "Buyers and Purchasing Agents, Farm Products": "farm product buyer or purchasing agent",
    "Camera Operators, Television, Video, and Film": "television, video, or film camera operator",
    "Captains, Mates, and Pilots of Water Vessels": "captain, mate, or pilot of a water vessel",
    "Computer Occupations, All Other": "computer specialist of another kind",
    "Computer Systems Engineers/Architects": "computer systems engineer or architect",
    "Cooks, Fast Food": "fast food cook",
    "Cooks, Institution and Cafeteria": "institution or cafeteria cook",
    "Cooks, Private Household": "private household cook",
    "Cooks, Restaurant": "restaurant cook",
    "Cooks, Short Order": "short order cook",
    "Dentists, All Other Specialists": "dentist of another specialty",
    "Door-to-Door Sales Workers, News and Street Vendors, and Related Workers": "door-to-door sales worker, or news or street vendor",
    "Education Administrators, Kindergarten through Secondary": "school principal or administrator",
    "Education and Childcare Administrators, Preschool and Daycare": "preschool or daycare administrator",
    "Eligibility Interviewers, Government Programs": "government eligibility interviewer",
    "Entertainers and Performers, Sports and Related Workers, All Other": "entertainer, performer, or sports worker of another kind",
    "Explosives Workers, Ordnance Handling Experts, and Blasters": "explosives worker, ordnance handling expert, or blaster",
    "Extruding and Forming Machine Setters, Operators, and Tenders, Synthetic and Glass Fibers": "extruding and forming machine setter, operator, or tender (synthetic and glass fibers)",
    "First-Line Supervisors of All Other Tactical Operations Specialists": "first-line supervisor of other tactical operations specialists",
    "First-Line Supervisors of Helpers, Laborers, and Material Movers, Hand": "first-line supervisor of helpers, laborers, and material movers",
    "First-Line Supervisors of Protective Service Workers, All Other": "first-line supervisor of other protective service workers",
    "First-Line Supervisors of Transportation Workers, All Other": "first-line supervisor of other transportation workers",
    "Food Servers, Nonrestaurant": "nonrestaurant food server",
    "Graders and Sorters, Agricultural Products": "agricultural product grader or sorter",
    "Healthcare Diagnosing or Treating Practitioners, All Other": "healthcare practitioner of another kind",
    "Helpers, Construction Trades, All Other": "construction helper of another kind",
    "Helpers--Extraction Workers": "extraction helper",
    "Helpers--Installation, Maintenance, and Repair Workers": "helper of installation, maintenance, and repair workers",
    "Helpers--Production Workers": "production helper",
    "Insulation Workers, Mechanical": "mechanical insulation worker",
    "Insurance Appraisers, Auto Damage": "auto damage insurance appraiser",
    "Jewelers and Precious Stone and Metal Workers": "jeweler or precious stone and metal worker",
    "Laborers and Freight, Stock, and Material Movers, Hand": "laborer or hand freight, stock, or material mover",
    "Library Assistants, Clerical": "clerical library assistant",
    "Low Vision Therapists, Orientation and Mobility Specialists, and Vision Rehabilitation Therapists": "low vision therapist, orientation and mobility specialist, or vision rehabilitation therapist",
    "Maintenance Workers, Machinery": "machinery maintenance worker",
    "Makeup Artists, Theatrical and Performance": "theatrical or performance makeup artist",
    "Mathematical Science Occupations, All Other": "mathematical scientist of another kind",
    "Media Technical Directors/Managers": "media technical director or manager",
    "Meter Readers, Utilities": "utility meter reader",
    "Military Enlisted Tactical Operations and Air/Weapons Specialists and Crew Members, All Other": "enlisted tactical operations specialist or crew member of another kind",
    "Military Officer Special and Tactical Operations Leaders, All Other": "special and tactical operations officer of another kind",
    "Model Makers, Wood": "wood model maker",
    "Opticians, Dispensing": "dispensing optician",
    "Painters, Construction and Maintenance": "construction or maintenance painter",
    "Patternmakers, Wood": "wood patternmaker",
    "Physicians, Pathologists": "pathologist",
    "Poets, Lyricists and Creative Writers": "poet, lyricist, or creative writer",
    "Rock Splitters, Quarry": "quarry rock splitter",
    "Roof Bolters, Mining": "mine roof bolter",
    "Sales Representatives of Services, Except Advertising, Insurance, Financial Services, and Travel": "services sales representative",
    "Sales Representatives, Wholesale and Manufacturing, Except Technical and Scientific Products": "wholesale and manufacturing sales representative",
    "Sales Representatives, Wholesale and Manufacturing, Technical and Scientific Products": "technical and scientific sales representative",
    "Special Education Teachers, All Other": "special education teacher of another kind",
    "Substitute Teachers, Short-Term": "short-term substitute teacher",
    "Tax Examiners and Collectors, and Revenue Agents": "tax examiner or collector, or revenue agent",
    "Teaching Assistants, Preschool, Elementary, Middle, and Secondary School, Except Special Education": "school teaching assistant",
    "Transit and Railroad Police": "transit or railroad police officer",
    "Weighers, Measurers, Checkers, and Samplers, Recordkeeping": "recordkeeping weigher, measurer, checker, or sampler",
    "Wholesale and Retail Buyers, Except Farm Products": "wholesale or retail buyer",
    "Clergy": "member of the clergy",
    "Directors, Religious Activities and Education": "director of religious activities",
    "Infantry": "infantry member",
    "Special Forces": "special forces member",
    "Police and Sheriff's Patrol Officers": "police or sheriff's patrol officer",
}
"""Running-text singulars by title."""

PEOPLE = frozenset(
    """
    actuaries aides architects artists athletes attendants captains chefs chiefs clerks coaches
    cooks copilots critics detectives dietitians elevators executives firefighters guards hosts
    hostesses judges jockeys keepers legislators maids magistrates mates mechanics medics merchants
    midwives millwrights models nurses officials pilots police postmasters representatives scouts
    secretaries specialists technologists telemarketers therapists tutors umpires valets
    wrights referees salespersons analysts assistants agents educators clergy boilermakers
    orthotists prosthetists podiatrists phlebotomists paramedics optometrists machinists
    superintendents instructors conciliators blockmasons brickmasons stonemasons masons
    waitresses concierges interns bailiffs dispensing naturalists
    """.split()
)
"""Plural nouns for people; words that end like `TELLING_ENDS` need not stand here."""

TELLING_ENDS = ("ers", "ors", "ists", "ians", "ants", "eers", "persons", "men", "yers")
"""Ends of plural nouns for people."""

NOT_PEOPLE = frozenset(
    "computers motors elevators others reactors plants sweaters numbers letters orders trailers"
    " conveyors tractors boilers dryers waters powers products".split()
)
"""Words that end like people and are none."""

PROPER = frozenset({"English", "American", "Internet"})
"""Words that keep their capital."""

BEFORE = frozenset(
    {
        "Postsecondary", "Preschool", "Kindergarten", "Elementary School", "Middle School",
        "Secondary School", "Hand", "General", "Special Education",
    }
)  # fmt: skip
"""Parts after a comma that stand before the noun in running text."""
