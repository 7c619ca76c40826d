//! A civil certificate in one of eight languages, and its English translation, typed and certified or plain.
//!
//! Arabic letters are drawn in their isolated forms from right to left, and Devanagari is not shaped. This is enough
//! for the look of a script that no reader here knows, but not for reading. The wording is our own.

use super::bill::{LETTER, PAPER};
use super::{Sheet, long_date};
use crate::canvas::{Ink, Style};
use crate::fonts::{Face, Fonts};
use crate::people::Person;
use crate::rng::Rng;
use jiff::ToSpan;
use jiff::civil::Date;
use precheck::geometry::Region;

/// A language with the words of the certificate.
pub struct Tongue {
    /// Two-letter code.
    pub code: &'static str,
    /// Its English name.
    pub name: &'static str,
    /// Country, office, title of the certificate.
    head: [&'static str; 3],
    /// Captions of the ten rows.
    captions: [&'static str; 10],
    /// Female, male, place of birth.
    values: [&'static str; 3],
    /// Text below the rows.
    prose: [&'static str; 4],
    /// Names of the months; `None` if dates are written in digits.
    months: Option<[&'static str; 12]>,
    /// Whether names are written in Latin letters.
    latin: bool,
}

/// All of them.
pub static TONGUES: [Tongue; 8] = [
    Tongue {
        code: "es",
        name: "Spanish",
        head: ["REPÚBLICA DE UTOPÍA", "REGISTRO CIVIL", "ACTA DE NACIMIENTO"],
        captions: [
            "Acta número",
            "Libro",
            "Nombre(s)",
            "Apellidos",
            "Fecha de nacimiento",
            "Lugar de nacimiento",
            "Sexo",
            "Nombre de la madre",
            "Nombre del padre",
            "Fecha de registro",
        ],
        values: ["Femenino", "Masculino", "Villa Nueva, Utopía"],
        prose: [
            "Se extiende la presente certificación a petición de la parte interesada,",
            "en cumplimiento de los artículos aplicables del Código Civil.",
            "Los datos que anteceden concuerdan con el libro original que obra",
            "en el archivo de esta oficina.",
        ],
        months: Some(super::MESES),
        latin: true,
    },
    Tongue {
        code: "pt",
        name: "Portuguese",
        head: ["REPÚBLICA DA UTOPIA", "REGISTRO CIVIL DAS PESSOAS NATURAIS", "CERTIDÃO DE NASCIMENTO"],
        captions: [
            "Matrícula",
            "Livro",
            "Nome",
            "Sobrenome",
            "Data de nascimento",
            "Local de nascimento",
            "Sexo",
            "Nome da mãe",
            "Nome do pai",
            "Data do registro",
        ],
        values: ["Feminino", "Masculino", "Vila Nova, Utopia"],
        prose: [
            "O conteúdo desta certidão é verdadeiro. Dou fé.",
            "Certifico que o assento foi lavrado neste ofício na data acima",
            "e que não há averbações até a presente data.",
            "O oficial do registro civil",
        ],
        months: Some([
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ]),
        latin: true,
    },
    Tongue {
        code: "fr",
        name: "French",
        head: ["RÉPUBLIQUE D'UTOPIE", "SERVICE DE L'ÉTAT CIVIL", "EXTRAIT D'ACTE DE NAISSANCE"],
        captions: [
            "Acte numéro",
            "Registre",
            "Prénom(s)",
            "Nom de famille",
            "Date de naissance",
            "Lieu de naissance",
            "Sexe",
            "Nom de la mère",
            "Nom du père",
            "Date de déclaration",
        ],
        values: ["Féminin", "Masculin", "Villeneuve, Utopie"],
        prose: [
            "Certifié conforme aux registres de l'état civil de cette commune.",
            "Le présent extrait est délivré à la demande de l'intéressé",
            "pour servir et valoir ce que de droit.",
            "L'officier de l'état civil",
        ],
        months: Some([
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ]),
        latin: true,
    },
    Tongue {
        code: "de",
        name: "German",
        head: ["REPUBLIK UTOPIA", "STANDESAMT NEUDORF", "GEBURTSURKUNDE"],
        captions: [
            "Registernummer",
            "Band",
            "Vorname(n)",
            "Familienname",
            "Geburtsdatum",
            "Geburtsort",
            "Geschlecht",
            "Name der Mutter",
            "Name des Vaters",
            "Tag der Eintragung",
        ],
        values: ["weiblich", "männlich", "Neudorf, Utopia"],
        prose: [
            "Die Richtigkeit dieser Urkunde wird hiermit beglaubigt.",
            "Die Angaben stimmen mit dem Eintrag im Geburtenregister überein,",
            "das bei diesem Standesamt geführt wird.",
            "Der Standesbeamte",
        ],
        months: Some([
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ]),
        latin: true,
    },
    Tongue {
        code: "zh",
        name: "Chinese",
        head: ["乌托邦共和国", "民政局户籍登记处", "出生医学证明"],
        captions: [
            "证明编号",
            "登记册",
            "名",
            "姓",
            "出生日期",
            "出生地点",
            "性别",
            "母亲姓名",
            "父亲姓名",
            "登记日期",
        ],
        values: ["女", "男", "乌托邦新村"],
        prose: [
            "兹证明以上内容与本局保存的登记册记录相符。",
            "本证明根据申请人的请求签发，盖章后生效。",
            "登记机关负责人签字盖章",
            "请妥善保管，遗失不补。",
        ],
        months: None,
        latin: false,
    },
    Tongue {
        code: "ru",
        name: "Russian",
        head: ["РЕСПУБЛИКА УТОПИЯ", "ОТДЕЛ ЗАПИСИ АКТОВ ГРАЖДАНСКОГО СОСТОЯНИЯ", "СВИДЕТЕЛЬСТВО О РОЖДЕНИИ"],
        captions: [
            "Запись акта номер",
            "Книга",
            "Имя",
            "Фамилия",
            "Дата рождения",
            "Место рождения",
            "Пол",
            "Мать",
            "Отец",
            "Дата регистрации",
        ],
        values: ["женский", "мужской", "Новая Деревня, Утопия"],
        prose: [
            "Настоящее свидетельство выдано на основании записи акта о рождении,",
            "составленной в установленном законом порядке.",
            "Сведения соответствуют книге регистрации, которая хранится в отделе.",
            "Руководитель органа записи актов",
        ],
        months: Some([
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ]),
        latin: false,
    },
    Tongue {
        code: "ar",
        name: "Arabic",
        head: ["جمهورية يوتوبيا", "مصلحة الأحوال المدنية", "شهادة ميلاد"],
        captions: [
            "رقم القيد",
            "السجل",
            "الاسم",
            "اللقب",
            "تاريخ الميلاد",
            "مكان الميلاد",
            "الجنس",
            "اسم الأم",
            "اسم الأب",
            "تاريخ التسجيل",
        ],
        values: ["أنثى", "ذكر", "القرية الجديدة يوتوبيا"],
        prose: [
            "نشهد بأن البيانات المذكورة أعلاه مطابقة لما هو مقيد في السجلات",
            "وقد أعطيت هذه الشهادة بناء على طلب صاحب الشأن",
            "أمين السجل المدني",
            "تعتمد هذه الشهادة بعد ختمها",
        ],
        months: None,
        latin: false,
    },
    Tongue {
        code: "hi",
        name: "Hindi",
        head: ["यूटोपिया गणराज्य", "जन्म मृत्यु पंजीकरण विभाग", "जन्म प्रमाण पत्र"],
        captions: [
            "पंजीकरण संख्या",
            "पुस्तक",
            "नाम",
            "उपनाम",
            "जन्म तिथि",
            "जन्म स्थान",
            "लिंग",
            "माता का नाम",
            "पिता का नाम",
            "पंजीकरण तिथि",
        ],
        values: ["महिला", "पुरुष", "नया गाँव, यूटोपिया"],
        prose: [
            "यह प्रमाणित किया जाता है कि उपरोक्त विवरण मूल अभिलेख से लिया गया है",
            "जो इस कार्यालय के पंजीकरण रजिस्टर में दर्ज है",
            "रजिस्ट्रार के हस्ताक्षर",
            "कृपया इसे सुरक्षित रखें",
        ],
        months: None,
        latin: false,
    },
];

const TEXT: Style = Style::new(Face::Serif, 11.0);
const CAPTION: Style = Style::new(Face::Sans, 9.0).ink([70, 60, 58]);
const VALUE: Style = Style::new(Face::SerifBold, 12.0);

/// What the certificate and its translation both say.
struct Entry {
    number: String,
    book: String,
    mother: &'static str,
    father: &'static str,
    registered: Date,
}

fn entry(p: &Person) -> Entry {
    let mut rng = Rng::new(p.seed ^ 0xF0);
    Entry {
        number: rng.digits(6),
        book: rng.digits(2),
        mother: rng.pick::<&str>(&["Rosalba Ortega Tlapa", "Anneliese Brandt", "Odile Garnier", "Marta Wójcik Lis"]),
        father: rng.pick::<&str>(&["Fermín Núñez Alcocer", "Konrad Brandt", "Baltazar Montaño Vera", "Ilya Sorokin"]),
        registered: p.birth + (3 + rng.below(40) as i64).days(),
    }
}

fn date(t: &Tongue, d: Date) -> String {
    let month = t.months.map(|m| m[d.month() as usize - 1]);
    match (t.code, month) {
        ("es" | "pt", Some(m)) => format!("{} de {m} de {}", d.day(), d.year()),
        ("de", Some(m)) => format!("{}. {m} {}", d.day(), d.year()),
        ("zh", _) => format!("{}年{}月{}日", d.year(), d.month(), d.day()),
        (_, Some(m)) => format!("{} {m} {}", d.day(), d.year()),
        _ => format!("{:02}/{:02}/{}", d.day(), d.month(), d.year()),
    }
}

/// Letters of a name in another script, one for each Latin letter: not a transliteration, only a look.
fn in_script(t: &Tongue, name: &str) -> String {
    let letters: &[char] = match t.code {
        "zh" => &['王', '李', '明', '华', '玉', '英', '建', '国', '文', '秀'],
        "ru" => &['а', 'н', 'е', 'р', 'о', 'и', 'в', 'с', 'л', 'к'],
        "ar" => &['ا', 'ل', 'م', 'ن', 'ر', 'ي', 'و', 'ب', 'د', 'س'],
        "hi" => &['र', 'म', 'न', 'क', 'स', 'ल', 'त', 'प', 'व', 'ज'],
        _ => return name.to_owned(),
    };
    let word = |w: &str| -> String {
        let take = if t.code == "zh" { 2 } else { 9 };
        w.chars().take(take).map(|c| letters[c as usize % letters.len()]).collect()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(if t.code == "zh" { "" } else { " " })
}

/// The certificate in its language.
pub fn original<'a>(fonts: &'a Fonts, p: &Person, t: &Tongue) -> Sheet<'a> {
    let mut rng = Rng::new(p.seed ^ 0xF1);
    let ground: Ink = *rng.pick(&[[242, 238, 224], [232, 240, 236], [246, 244, 240], [236, 236, 246]]);
    let size = *rng.pick(&[LETTER, (210.0, 297.0)]);
    let mut sheet = Sheet::new(fonts, "birth_certificate", size, 220.0, ground);
    let (e, hue) = (entry(p), *rng.pick(&[[122, 84, 56], [50, 84, 120], [60, 110, 70]]));
    if rng.below(2) == 0 {
        sheet.canvas.guilloche(Region::new(6.0, 6.0, size.0 - 12.0, size.1 - 12.0), hue, 0.18, 0.8);
    }
    if rng.below(3) > 0 {
        sheet.canvas.frame(Region::new(8.0, 8.0, size.0 - 16.0, size.1 - 16.0), 0.9, hue);
    }
    let middle = size.0 / 2.0;
    sheet.canvas.text_centered(Style::new(Face::SerifBold, 14.0), middle, 28.0, &run(t, t.head[0]));
    sheet.canvas.text_centered(Style::new(Face::Serif, 11.0), middle, 36.0, &run(t, t.head[1]));
    sheet.canvas.text_centered(Style::new(Face::SerifBold, 19.0).ink(hue), middle, 50.0, &run(t, t.head[2]));
    let name = |n: &str| if t.latin { n.to_owned() } else { in_script(t, n) };
    let values = [
        e.number.clone(),
        e.book.clone(),
        name(&p.given_names()),
        name(&p.surname),
        date(t, p.birth),
        t.values[2].to_owned(),
        t.values[usize::from(p.sex != 'F')].to_owned(),
        name(e.mother),
        name(e.father),
        date(t, e.registered),
    ];
    rows(&mut sheet, t, &values);
    for (i, line) in t.prose.iter().enumerate() {
        sheet.canvas.text(TEXT, 24.0, 212.0 + 6.2 * i as f32, &run(t, line));
    }
    sheet.canvas.rosette(56.0, 252.0, 14.0, [60, 80, 150], 0.5);
    tell(&mut sheet, p, &e);
    sheet.canvas.grain(p.seed, 6.0);
    sheet
}

/// Captions on the left, values on the right; reversed for a script that runs from right to left.
fn rows(sheet: &mut Sheet<'_>, t: &Tongue, values: &[String; 10]) {
    let width = sheet.canvas.width;
    for (i, (caption, value)) in t.captions.iter().zip(values).enumerate() {
        let y = 68.0 + 13.6 * i as f32;
        if t.code == "ar" {
            sheet.canvas.text_right(CAPTION, width - 24.0, y, &run(t, caption));
            sheet.canvas.text_right(VALUE, width - 80.0, y, &run(t, value));
        } else {
            sheet.canvas.text(CAPTION, 24.0, y, caption);
            sheet.canvas.text(VALUE, 76.0, y, value);
        }
        sheet.canvas.fill(Region::new(24.0, y + 1.9, width - 48.0, 0.15), [170, 160, 150]);
    }
}

/// Text in the order in which it is drawn: Arabic from the right, its numbers from the left.
fn run(t: &Tongue, text: &str) -> String {
    if t.code != "ar" {
        return text.to_owned();
    }
    let mut out = String::new();
    for word in text.split(' ').rev() {
        if !out.is_empty() {
            out.push(' ');
        }
        if word.chars().any(|c| c.is_ascii_digit()) { out.push_str(word) } else { out.extend(word.chars().rev()) }
    }
    out
}

/// The translation into English. Names in another script are written in Latin letters here.
pub fn translation<'a>(fonts: &'a Fonts, p: &Person, t: &Tongue) -> Sheet<'a> {
    let mut rng = Rng::new(p.seed ^ 0xF2);
    let mut sheet = Sheet::new(fonts, "translation", LETTER, 220.0, PAPER);
    let (e, certified) = (entry(p), rng.below(10) < 8);
    let middle = LETTER.0 / 2.0;
    let heading = match (certified, rng.below(3)) {
        (true, 0) => format!("CERTIFIED TRANSLATION FROM {} INTO ENGLISH", t.name.to_uppercase()),
        (true, 1) => "ENGLISH TRANSLATION".to_owned(),
        (_, 2) => format!("Translated from {}", t.name),
        _ => "[Coat of arms]".to_owned(),
    };
    sheet.canvas.text_centered(Style::new(Face::SerifBold, 12.0), middle, 26.0, &heading);
    sheet.canvas.text_centered(TEXT, middle, 36.0, "REPUBLIC OF UTOPIA   -   CIVIL REGISTRY");
    sheet.canvas.text_centered(Style::new(Face::SerifBold, 16.0), middle, 48.0, "BIRTH CERTIFICATE");
    let rows = [
        ("Record number", e.number.clone()),
        ("Book", e.book.clone()),
        ("Given name(s)", p.given_names()),
        ("Family name", p.surname.clone()),
        ("Date of birth", long_date(p.birth)),
        ("Place of birth", "New Village, Utopia".to_owned()),
        ("Sex", if p.sex == 'F' { "Female" } else { "Male" }.to_owned()),
        ("Mother's name", e.mother.to_owned()),
        ("Father's name", e.father.to_owned()),
        ("Date of registration", long_date(e.registered)),
    ];
    for (i, (caption, value)) in rows.iter().enumerate() {
        let y = 64.0 + 12.4 * i as f32;
        sheet.canvas.text(TEXT, 24.0, y, &format!("{caption}:"));
        sheet.canvas.text(TEXT, 76.0, y, value);
    }
    let prose = [
        "The information above agrees with the original book that is kept in the files of this office.",
        "This certificate is issued at the request of the person concerned.",
    ];
    for (i, line) in prose.iter().enumerate() {
        sheet.canvas.text(Style::new(Face::Serif, 10.0), 24.0, 196.0 + 6.0 * i as f32, line);
    }
    if certified {
        certification(&mut sheet, t, &mut rng);
    }
    tell(&mut sheet, p, &e);
    sheet.canvas.grain(p.seed ^ 3, 6.0);
    sheet
}

/// What a translator signs.
fn certification(sheet: &mut Sheet<'_>, t: &Tongue, rng: &mut Rng) {
    let name = t.name;
    let words = match rng.below(3) {
        0 => [
            format!("I certify that I am competent to translate from {name} into English and that the"),
            "above is a true and complete translation of the document that was shown to me.".to_owned(),
        ],
        1 => [
            format!("I, the undersigned, fluent in English and {name}, hereby certify that this"),
            "is an accurate translation of the attached document.".to_owned(),
        ],
        _ => [
            "Translator's certificate: this translation is complete and correct to the best".to_owned(),
            "of my knowledge and ability.".to_owned(),
        ],
    };
    for (i, line) in words.iter().enumerate() {
        sheet.canvas.text(Style::new(Face::Serif, 10.5), 24.0, 220.0 + 5.6 * i as f32, line);
    }
    sheet.canvas.text(TEXT, 24.0, 244.0, &format!("Signed: ____________________   Translator no. {}", rng.digits(5)));
    sheet.canvas.curve(42.0, 78.0, 0.4, [34, 40, 96], 0.9, |x| 241.0 + 2.2 * (x * 0.9).sin() * (x * 0.23).cos());
}

fn tell(sheet: &mut Sheet<'_>, p: &Person, e: &Entry) {
    let f = &mut sheet.facts;
    f.culture = p.culture;
    (f.surname, f.given_names) = (p.surname.clone(), p.given_names());
    f.full_name = Some(p.full_name());
    f.dates = [("birth_date", p.birth), ("issue_date", e.registered)].into();
    f.number = Some(e.number.clone());
}
