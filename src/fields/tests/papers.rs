//! Papers as their issuers lay them out: whose each is.

use super::read;

/// Text of a page, and the whole name of its holder, on a certificate of marriage that of the first of the two; none
/// where the paper does not say it so that it is found yet.
const PAPERS: [(&str, &str, &str); 62] = [
    (
        "W-2, columns",
        "22222 | a Employee's social security number\nb Employer identification number (EIN) | | 1 Wages, tips, other compensation\n12-3456789 | | 31200.55\nc Employer's name, address, and ZIP code | | 3 Social security wages\nHARBOR FOODS LLC\n12 MAIN STREET\nHOLTON, TX 75001\ne Employee's first name and initial | Last name | Suff.\nMARISOL A | QUILLON\n400 ELM STREET APT 3\nHOLTON, TX 75002\nf Employee's address and ZIP code\nForm W-2 Wage and Tax Statement | 2025",
        "MARISOL A QUILLON",
    ),
    (
        "W-2, one line",
        "a Employee's social security number | OMB No. 1545-0008\nb Employer identification number (EIN) | 1 Wages, tips, other compensation\nc Employer's name, address, and ZIP code\nHARBOR FOODS LLC\n12 MAIN STREET\nHOLTON, TX 75001\ne/f Employee's name, address, and ZIP code\nMARISOL A QUILLON\n400 ELM STREET APT 3\nHOLTON, TX 75002\nForm W-2 Wage and Tax Statement",
        "MARISOL A QUILLON",
    ),
    (
        "pay stub, captions over",
        "EARNINGS STATEMENT\nEmployee Name | Employee ID | Pay Date\nMarisol Quillon | 00412 | 10/20/2026\nPay Period | 10/01/2026 - 10/15/2026\nRegular | 80.00 | 1,600.00\nNet Pay | 1,310.22",
        "Marisol Quillon",
    ),
    (
        "pay stub, caption beside",
        "HARBOR FOODS LLC\nPAY STUB\nEmployee: Marisol Quillon\nPay period: 10/01/2026 - 10/15/2026\nPay date: 10/20/2026\nGross pay 1,600.00\nNet pay 1,310.22",
        "Marisol Quillon",
    ),
    (
        "pay stub, address",
        "HARBOR FOODS LLC\n12 MAIN STREET\nHOLTON, TX 75001\nEarnings Statement\nPeriod Ending: 10/15/2026\nPay Date: 10/20/2026\nMARISOL QUILLON\n400 ELM STREET APT 3\nHOLTON, TX 75002\nGross Pay | 1,600.00\nNet Pay | 1,310.22",
        "MARISOL QUILLON",
    ),
    (
        "lease, parties in a sentence",
        "RESIDENTIAL LEASE AGREEMENT\nThis Lease Agreement is made on October 1, 2026 between\nHarbor Homes LLC (\"Landlord\") and Marisol Quillon (\"Tenant\").\nPremises: 400 Elm Street Apt 3, Holton, TX 75002\nRent: $1,200 per month\nSecurity deposit: $1,200",
        "Marisol Quillon",
    ),
    (
        "lease, caption",
        "LEASE AGREEMENT\nLandlord: Harbor Homes LLC\nTenant: Marisol Quillon\nPremises: 400 Elm Street Apt 3, Holton, TX 75002\nTerm: October 1, 2026 to September 30, 2027\nMonthly rent: $1,200",
        "Marisol Quillon",
    ),
    (
        "lease, caption for several",
        "RESIDENTIAL RENTAL AGREEMENT\nLandlord/Owner: Otto Brenner\nTenant(s): Marisol Quillon\nProperty address: 400 Elm Street Apt 3, Holton, TX 75002\nMonthly rent: $1,200\nSecurity deposit: $900",
        "Marisol Quillon",
    ),
    (
        "lease in Spanish",
        "CONTRATO DE ARRENDAMIENTO\nARRENDADOR: OTTO BRENNER\nARRENDATARIO: MARISOL QUILLON TORRES\nINMUEBLE: CALLE OLMO 400, HOLTON\nRENTA MENSUAL: $1,200",
        "MARISOL QUILLON TORRES",
    ),
    (
        "US birth, three heads",
        "STATE OF TEXAS\nCERTIFICATE OF BIRTH\n1. NAME OF CHILD - FIRST | MIDDLE | LAST\nMARISOL | ANN | QUILLON\n2. DATE OF BIRTH | 3. SEX\nMARCH 4, 1991 | FEMALE\n12. FATHER'S NAME - FIRST | MIDDLE | LAST\nOTTO | JAMES | QUILLON\n15. MOTHER'S MAIDEN NAME - FIRST | MIDDLE | LAST\nIRIS | JUNE | BRENNER",
        "MARISOL ANN QUILLON",
    ),
    (
        "US birth, one head",
        "CERTIFICATION OF BIRTH\nCHILD'S NAME (First, Middle, Last, Suffix)\nMARISOL ANN QUILLON\nDATE OF BIRTH | SEX\nMARCH 4, 1991 | FEMALE\nMOTHER'S NAME PRIOR TO FIRST MARRIAGE\nIRIS JUNE BRENNER\nFATHER'S NAME\nOTTO JAMES QUILLON",
        "MARISOL ANN QUILLON",
    ),
    (
        "US birth, beside",
        "CERTIFICATE OF LIVE BIRTH\nFULL NAME OF CHILD: MARISOL ANN QUILLON\nDATE OF BIRTH: MARCH 4, 1991\nPLACE OF BIRTH: HOLTON, TEXAS\nFATHER: OTTO JAMES QUILLON\nMOTHER: IRIS JUNE BRENNER",
        "MARISOL ANN QUILLON",
    ),
    (
        "US birth, short form",
        "CERTIFICATION OF VITAL RECORD\nBIRTH CERTIFICATE\nNAME: | MARISOL ANN QUILLON\nDATE OF BIRTH: | MARCH 4, 1991\nSEX: | FEMALE\nMOTHER'S MAIDEN NAME: | IRIS JUNE BRENNER\nFATHER'S NAME: | OTTO JAMES QUILLON",
        "MARISOL ANN QUILLON",
    ),
    (
        "Mexico, captions under",
        "Estados Unidos Mexicanos\nActa de Nacimiento\nDatos de la Persona Registrada\nMARISOL | QUILLON | TORRES\nNombre(s) | Primer Apellido | Segundo Apellido\nMUJER | 04/03/1991 | HOLTON\nSexo | Fecha de Nacimiento | Lugar de Nacimiento\nDatos de Filiación de la Persona Registrada\nOTTO | QUILLON | VEGA | MEXICANA\nNombre(s) | Primer Apellido | Segundo Apellido | Nacionalidad\nIRIS | TORRES | LUNA | MEXICANA\nNombre(s) | Primer Apellido | Segundo Apellido | Nacionalidad",
        "MARISOL QUILLON TORRES",
    ),
    (
        "Mexico, old",
        "REGISTRO CIVIL\nACTA DE NACIMIENTO\nREGISTRADO\nNOMBRE: MARISOL QUILLON TORRES\nFECHA DE NACIMIENTO: 4 DE MARZO DE 1991\nPADRES\nNOMBRE DEL PADRE: OTTO QUILLON VEGA\nNOMBRE DE LA MADRE: IRIS TORRES LUNA",
        "MARISOL QUILLON TORRES",
    ),
    (
        "Colombia",
        "REGISTRO CIVIL DE NACIMIENTO\nDatos del inscrito\nPrimer Apellido | Segundo Apellido | Nombre(s)\nQUILLON | TORRES | MARISOL\nFecha de nacimiento | Sexo\n1991 MAR 04 | FEMENINO\nDatos de la madre\nApellidos y nombres completos\nTORRES LUNA IRIS\nDatos del padre\nApellidos y nombres completos\nQUILLON VEGA OTTO",
        "MARISOL QUILLON TORRES",
    ),
    (
        "Guatemala",
        "REGISTRO NACIONAL DE LAS PERSONAS\nCERTIFICADO DE NACIMIENTO\nDATOS DEL INSCRITO\nNombres: MARISOL ANA\nApellidos: QUILLON TORRES\nFecha de nacimiento: 04 de marzo de 1991\nDATOS DE LA MADRE\nNombres: IRIS\nApellidos: TORRES LUNA\nDATOS DEL PADRE\nNombres: OTTO\nApellidos: QUILLON VEGA",
        "MARISOL ANA QUILLON TORRES",
    ),
    (
        "El Salvador",
        "CERTIFICACIÓN DE PARTIDA DE NACIMIENTO\nPartida número 12\nMARISOL ANA QUILLON TORRES\nSexo femenino, nació el cuatro de marzo de mil novecientos noventa y uno\nhija de IRIS TORRES LUNA y de OTTO QUILLON VEGA",
        "",
    ),
    (
        "Brazil",
        "REPÚBLICA FEDERATIVA DO BRASIL\nREGISTRO CIVIL DAS PESSOAS NATURAIS\nCERTIDÃO DE NASCIMENTO\nNOME\nMARISOL ANA QUILLON\nDATA DE NASCIMENTO POR EXTENSO | DIA | MÊS | ANO\nQUATRO DE MARÇO | 04 | 03 | 1991\nFILIAÇÃO\nOTTO QUILLON E IRIS TORRES",
        "MARISOL ANA QUILLON",
    ),
    (
        "Philippines",
        "Republic of the Philippines\nCERTIFICATE OF LIVE BIRTH\n1. NAME (First) | (Middle) | (Last)\nMARISOL | TORRES | QUILLON\n2. SEX | 3. DATE OF BIRTH\nFEMALE | 4 MARCH 1991\n7. MAIDEN NAME (First) | (Middle) | (Last)\nIRIS | LUNA | TORRES\n13. NAME (First) | (Middle) | (Last)\nOTTO | VEGA | QUILLON",
        "MARISOL TORRES QUILLON",
    ),
    (
        "India",
        "GOVERNMENT OF KERALA\nBIRTH CERTIFICATE\nName: MARISOL QUILLON\nSex: Female\nDate of Birth: 04/03/1991\nPlace of Birth: HOLTON\nName of Mother: IRIS TORRES\nName of Father: OTTO QUILLON",
        "MARISOL QUILLON",
    ),
    (
        "notarial, English",
        "NOTARIAL CERTIFICATE\nThis is to certify that Quillon Marisol, female, was born on March 4, 1991\nin Holton. Her father is Quillon Otto and her mother is Brenner Iris.",
        "Quillon Marisol",
    ),
    (
        "France",
        "COPIE INTÉGRALE D'ACTE DE NAISSANCE\nNOM : QUILLON\nPRÉNOMS : MARISOL ANNE\nNé(e) le : 4 mars 1991\nPère : OTTO QUILLON\nMère : IRIS BRENNER",
        "MARISOL ANNE QUILLON",
    ),
    (
        "translation of a birth record",
        "TRANSLATION FROM SPANISH\nBIRTH CERTIFICATE\nInformation of the registered person\nGiven name(s): MARISOL\nFirst surname: QUILLON\nSecond surname: TORRES\nDate of birth: 03/04/1991\nInformation of the parents\nGiven name(s): OTTO\nFirst surname: QUILLON\nSecond surname: VEGA",
        "MARISOL QUILLON TORRES",
    ),
    (
        "bank, address",
        "First Holton Bank\nMARISOL QUILLON\n400 ELM STREET APT 3\nHOLTON TX 75002\nStatement Period: 10/01/2026 - 10/31/2026\nAccount Number: 000123456\nBeginning balance | 1,200.00\nEnding balance | 1,310.22\nDeposits and other credits | 2,000.00",
        "MARISOL QUILLON",
    ),
    (
        "bill, account name",
        "HOLTON ELECTRIC\nAccount name: Marisol Quillon\nAccount number: 0045 1223 9\nService address: 400 Elm Street Apt 3, Holton, TX 75002\nBill date: 10/12/2026\nAmount due: $84.20\nkWh used 612",
        "Marisol Quillon",
    ),
    (
        "bill, customer",
        "CITY OF HOLTON WATER DEPARTMENT\nCustomer | Account | Due date\nMARISOL QUILLON | 12-3345 | 11/02/2026\nService Address | 400 ELM STREET\nPrevious reading 1201 | Present reading 1232\nTOTAL DUE $42.10",
        "MARISOL QUILLON",
    ),
    (
        "insurance card",
        "HARBOR HEALTH PLAN\nMember Name: Marisol Quillon\nMember ID: HX 223 91\nGroup: 0012\nPCP: Otto Brenner MD\nRx BIN 012345",
        "Marisol Quillon",
    ),
    (
        "marriage, columns",
        "CERTIFICATE OF MARRIAGE\nGROOM'S NAME | BRIDE'S NAME\nOTTO BRENNER | MARISOL QUILLON\nDATE OF MARRIAGE: JUNE 12, 2015",
        "OTTO BRENNER",
    ),
    (
        "voter card, India",
        "ELECTION COMMISSION OF INDIA\nIDENTITY CARD\nElector's Name | : Marisol Quillon\nFather's Name | : Otto Quillon\nSex | : Female\nDate of Birth | : 04/03/1991",
        "Marisol Quillon",
    ),
    (
        "W-2 of a payroll service",
        "OMB No. 1545-0008 | 2025 W-2 and EARNINGS SUMMARY\nc Employer's name, address, and ZIP code\nHARBOR FOODS LLC\n12 MAIN STREET\nHOLTON TX 75001\nBatch #00213\ne/f Employee's name, address and ZIP code\nMARISOL QUILLON\n400 ELM STREET APT 3\nHOLTON TX 75002",
        "MARISOL QUILLON",
    ),
    (
        "birth, New York",
        "THE CITY OF HOLTON\nCERTIFICATE OF BIRTH\n1. FULL NAME OF CHILD\nFirst Name | Middle Name | Last Name\nMarisol | Ann | Quillon\n2. SEX | 3. DATE OF BIRTH\nFemale | March 4, 1991\n7. MOTHER'S NAME\nIris June Brenner",
        "Marisol Ann Quillon",
    ),
    (
        "birth, Florida",
        "BUREAU OF VITAL STATISTICS\nCERTIFICATION OF BIRTH\nSTATE FILE NUMBER: 109-1991-012345 | DATE FILED: MARCH 11, 1991\nCHILD'S NAME: MARISOL ANN QUILLON\nDATE OF BIRTH: MARCH 4, 1991 | TIME OF BIRTH: 0711\nSEX: FEMALE | COUNTY OF BIRTH: HOLTON\nMOTHER'S MAIDEN NAME: IRIS JUNE BRENNER\nFATHER'S NAME: OTTO JAMES QUILLON",
        "MARISOL ANN QUILLON",
    ),
    (
        "birth, numbered",
        "CERTIFICATE OF LIVE BIRTH\n1A. NAME OF CHILD - FIRST | 1B. MIDDLE | 1C. LAST\nMARISOL | ANN | QUILLON\n6A. NAME OF FATHER - FIRST | 6B. MIDDLE | 6C. LAST\nOTTO | JAMES | QUILLON",
        "MARISOL ANN QUILLON",
    ),
    (
        "Honduras",
        "REGISTRO NACIONAL DE LAS PERSONAS\nCERTIFICACIÓN DE ACTA DE NACIMIENTO\nNombre(s): MARISOL ANA\nPrimer Apellido: QUILLON\nSegundo Apellido: TORRES\nFecha de Nacimiento: 04/03/1991\nNombre de la Madre: IRIS TORRES LUNA",
        "MARISOL ANA QUILLON TORRES",
    ),
    (
        "Dominican Republic",
        "JUNTA CENTRAL ELECTORAL\nEXTRACTO DE ACTA DE NACIMIENTO\nINSCRITO: MARISOL ANA QUILLON TORRES\nSEXO: FEMENINO\nPADRE: OTTO QUILLON VEGA\nMADRE: IRIS TORRES LUNA",
        "MARISOL ANA QUILLON TORRES",
    ),
    (
        "Venezuela, running text",
        "ACTA DE NACIMIENTO\nEl suscrito certifica que MARISOL ANA QUILLON TORRES, nació el día\ncuatro de marzo de mil novecientos noventa y uno\nhija de IRIS TORRES LUNA y de OTTO QUILLON VEGA",
        "MARISOL ANA QUILLON TORRES",
    ),
    (
        "translation in sentences",
        "TRANSLATION\nBIRTH CERTIFICATE\nI hereby certify that Marisol Ana Quillon Torres was born on March 4, 1991\nin Holton, daughter of Otto Quillon Vega and Iris Torres Luna",
        "Marisol Ana Quillon Torres",
    ),
    (
        "Italy",
        "COMUNE DI HOLTON\nCERTIFICATO DI NASCITA\nCognome: QUILLON\nNome: MARISOL ANNA\nNata il: 04/03/1991\nPadre: OTTO QUILLON\nMadre: IRIS BRENNER",
        "MARISOL ANNA QUILLON",
    ),
    (
        "Portugal",
        "ASSENTO DE NASCIMENTO\nREGISTADO\nNome próprio: MARISOL ANA\nApelidos: QUILLON TORRES\nData de nascimento: 4 de março de 1991\nPai: OTTO QUILLON\nMãe: IRIS TORRES",
        "MARISOL ANA QUILLON TORRES",
    ),
    (
        "lease, signature block",
        "APARTMENT LEASE CONTRACT\nDate of Lease Contract: October 1, 2026\nThis Lease Contract is between you, the resident(s): MARISOL QUILLON\nand us, the owner: HARBOR HOMES LLC\nMoving in: you have agreed to rent Apartment No. 3 at 400 Elm Street\nRent $1,200 per month Security deposit $900",
        "MARISOL QUILLON",
    ),
    (
        "lease, lessee",
        "RENTAL AGREEMENT\nLESSOR: OTTO BRENNER\nLESSEE: MARISOL QUILLON\nRENTED PREMISES: 400 ELM STREET APT 3\nRENT: $1,200 PER MONTH\nSECURITY DEPOSIT: $900",
        "MARISOL QUILLON",
    ),
    (
        "payslip, grid",
        "HARBOR FOODS LLC | PAYSLIP\nEMPLOYEE | EMPLOYEE NO | PAY DATE\nQuillon, Marisol | 00412 | 10/20/2026\nEARNINGS | HOURS | AMOUNT\nRegular | 80.00 | 1,600.00\nNET PAY | 1,310.22",
        "Marisol Quillon",
    ),
    (
        "payslip in Spanish",
        "RECIBO DE NÓMINA\nEmpresa: ALIMENTOS PUERTO SA DE CV\nTrabajador: MARISOL QUILLON TORRES\nPeriodo: 01/10/2026 - 15/10/2026\nTotal percepciones 8,200.00\nNeto a pagar 7,410.00",
        "MARISOL QUILLON TORRES",
    ),
    (
        "medical bill",
        "HOLTON GENERAL HOSPITAL\nSTATEMENT OF ACCOUNT\nPatient Name | Account Number | Statement Date\nMARISOL QUILLON | 7712039 | 10/12/2026\nGuarantor: MARISOL QUILLON\nAmount due $240.00",
        "MARISOL QUILLON",
    ),
    (
        "school letter",
        "HOLTON COMMUNITY COLLEGE\nENROLLMENT VERIFICATION\nThis is to certify that Marisol Quillon is enrolled full time\nTerm: Fall 2026\nStudent ID: 0044123",
        "Marisol Quillon",
    ),
    (
        "marriage, the line over each name",
        "Certificate of Marriage\nCounty of Holton\nThis certifies that\nMarisol Quillon\nand\nOtto Brenner\nwere united in marriage on May 4, 2019",
        "Marisol Quillon",
    ),
    (
        "marriage, Brazil, each spouse's caption",
        "REGISTRO CIVIL\nCERTIDÃO DE CASAMENTO\nNOME DO PRIMEIRO CÔNJUGE\nMARISOL ANA QUILLON\nNOME DO SEGUNDO CÔNJUGE\nOTTO BRENNER LUZ\nDATA DO CASAMENTO\n4 de maio de 2019",
        "MARISOL ANA QUILLON",
    ),
    (
        "marriage, France, each spouse's caption",
        "EXTRAIT D'ACTE DE MARIAGE\nPremier époux : nom et prénoms\nMarisol Quillon\nSecond époux : nom et prénoms\nOtto Brenner\nMariés le\n4 mai 2019",
        "Marisol Quillon",
    ),
    (
        "marriage, two parties",
        "LICENSE AND CERTIFICATE OF MARRIAGE\nPARTY A\nCurrent legal name | Age\nMarisol Quillon | 31\nPARTY B\nCurrent legal name | Age\nOtto Brenner | 33",
        "Marisol Quillon",
    ),
    (
        "birth, Central America, running text",
        "CERTIFICACIÓN DE PARTIDA DE NACIMIENTO\nel Registrador Civil hace constar que está inscrita la partida de nacimiento de:\nMARISOL QUILLON TORRES\nquien nació el día 4 de marzo de 1991, hija de Iris Torres",
        "MARISOL QUILLON TORRES",
    ),
    (
        "school record",
        "HOLTON HIGH SCHOOL\nOFFICIAL TRANSCRIPT\nStudent name: Quillon, Marisol\nDate of birth: March 4, 2008\nGPA 3.40",
        "Marisol Quillon",
    ),
    (
        "letter of a school, in a sentence",
        "Harbor High School\nENROLLMENT VERIFICATION\nTo whom it may concern: This letter confirms that Marisol Quillon, born on March\n4, 2009, student number 2826436, is enrolled at this school.\nOtto Brenner, Registrar",
        "Marisol Quillon",
    ),
    (
        "marriage, two in a sentence",
        "Certificate of Marriage\nThis is to certify that Marisol Quillon of Holton and Otto Brenner of Salem were united in\nmarriage by me on the 29 day of May, 2018, at Grace Chapel, under license number 779103\nissued by the Clerk of the Circuit Court.",
        "Marisol Quillon",
    ),
    (
        "French marriage, in a sentence",
        "EXTRAIT D'ACTE DE MARIAGE\nLe 13 septembre 2015 à quinze heures ont comparu publiquement en la maison\ncommune : Marisol Anne Quillon, née à Brest le 23 mars 1973, d'une part, et\nOtto Brenner, né à Lorient le 2 août 1966, d'autre part",
        "Marisol Anne Quillon",
    ),
    (
        "Spanish birth, over two lines",
        "CERTIFICACIÓN DE ACTA DE NACIMIENTO\nEl suscrito Registrador Civil Municipal CERTIFICA: que en el tomo 74, folio 26 del archivo que\nlleva esta oficina se encuentra inscrita el acta de nacimiento de MARISOL ELENA QUILLON\nTORRES, de sexo femenino, quien nació en Lima\nRegistrador Civil Municipal",
        "MARISOL ELENA QUILLON TORRES",
    ),
    (
        "birth, named by nothing but what people are called",
        "BIRTH RECORD\nLet it be known from this register that in our city Jennifer Maria Garcia came into\nthis world on the 4th day of May, 1991\nRegistrar: John Smith",
        "Jennifer Maria Garcia",
    ),
    (
        "German marriage, two blocks",
        "Eheurkunde\nEhemann\nFamilienname|Quillon\nVorname(n)|Otto\nGeburtstag|04.09.1970\nEhefrau\nFamilienname|Brenner\nVorname(n)|Theresa\nGeburtstag|28.05.1981",
        "Otto Quillon",
    ),
    (
        "lease, the tenant behind a comma",
        "APARTMENT LEASE\nThis lease is made on March 23, 2026 between Cedar Flats Apartments LP, the landlord,\nand Marisol Quillon Torres, the tenant. The landlord rents to the tenant the apartment at:\n181 E Magnolia Ave, Manassas, VA 20138\nMonthly rent|$1,200",
        "Marisol Quillon Torres",
    ),
    (
        "German birth, parents in blocks of their own",
        "Geburtsurkunde\nKind\nGeburtsname|Quillon\nVorname(n)|Elisabeth\nGeburtstag|14. Mai 1992\nMutter\nFamilienname|Weihmann\nVorname(n)|Ursel\nVater\nFamilienname|Quillon\nVorname(n)|Pietro",
        "Elisabeth",
    ),
    (
        "card without captions for the name",
        "REPÚBLICA DOMINICANA\nCÉDULA DE IDENTIDAD Y ELECTORAL\n122-3332958-5\nLUGAR DE NACIMIENTO: LA VEGA\nFECHA DE NACIMIENTO: 04 JULIO 1974\nJENNIFER\nGARCÍA LÓPEZ",
        "JENNIFER GARCÍA LÓPEZ",
    ),
    (
        "marriage, two people joined by a small word",
        "MARRIAGE RECORD\nOn this day in our city Jennifer Maria Garcia y John Smith came before us and were\njoined for life",
        "Jennifer Maria Garcia",
    ),
];

#[test]
fn whose_a_paper_is() {
    let key = |name: &str| name.to_uppercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let mut wrong = Vec::new();
    for (what, text, name) in PAPERS {
        let facts = read(text);
        let said = facts.holder.as_ref().map_or(String::new(), |h| h.full_name.clone());
        if key(&said) != key(name) {
            wrong.push(format!(
                "{what}: {said:?} at {:?} ({:?})",
                facts.holder.map(|h| h.confidence),
                facts.document.kind
            ));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}
