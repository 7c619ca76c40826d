//! `precheck batch` and what it keeps.

use super::*;

/// A list and folders of three clients, of whom one has no files, and a folder of nobody.
struct Office {
    folder: Folder,
    list: String,
    clients: String,
    cache: String,
}

impl Office {
    fn new(name: &str) -> Self {
        let folder = Folder::new(name);
        let list = "Client ID,Name,ITIN\n1042,\"Reyes, Ada\",911-80-4003\n1043,Bo Ito,911-80-40\n1044,Cy Tran,\n";
        let list = folder.text("list.csv", list);
        for own in ["1042 Reyes", "1043", "left over"] {
            std::fs::create_dir_all(folder.0.join("clients").join(own)).unwrap();
        }
        folder.picture("clients/1042 Reyes/a.png", 40);
        folder.picture("clients/1042 Reyes/b.png", 44);
        folder.picture("clients/1043/c.png", 48);
        folder.picture("clients/left over/d.png", 52);
        folder.text("clients/1043/record.json", "{}");
        let (clients, cache) = (folder.0.join("clients"), folder.0.join("cache"));
        Self { list, clients: clients.display().to_string(), cache: cache.display().to_string(), folder }
    }

    fn run(&self, more: &[&str]) -> Said {
        let fixed = ["batch", &self.list, &self.clients, "--quick", "--lang", "en", "--today", "2026-11-29"];
        typed("", &[&fixed, more].concat())
    }

    fn cached(&self, more: &[&str]) -> Said {
        self.run(&[&["--cache", &self.cache], more].concat())
    }
}

#[test]
fn each_client_has_its_pages_and_then_its_set() {
    let office = Office::new("batch-lines");
    let said = office.cached(&["--format", "jsonl"]);
    assert_eq!(said.code, 1, "{}", said.err);
    let what = |line: &Value| match line["type"].as_str().unwrap() {
        "set" => line["client"].as_str().unwrap().to_owned(),
        _ => Path::new(line["file"].as_str().unwrap()).file_name().unwrap().display().to_string(),
    };
    let lines: Vec<String> = said.lines().iter().map(what).collect();
    assert_eq!(lines, ["a.png", "b.png", "1042", "c.png", "1043"]);
    for told in ["2 clients: 0 ready, 2 to fix", "Line 3", "left over", "Cy Tran (Line 4)"] {
        assert!(said.err.contains(told), "{told}: {}", said.err);
    }
    assert!(!said.err.contains("911-80-40") && !said.out.contains("911-80-40"));

    let again = office.cached(&["--format", "jsonl", "--jobs", "1"]);
    assert_eq!((again.out, again.code), (said.out.clone(), 1), "what was kept says the same");
    let array: Value = serde_json::from_str(&office.cached(&["--format", "json"]).out).unwrap();
    assert_eq!(array.as_array().unwrap(), &said.lines());
}

#[test]
fn the_report_for_people_ends_with_what_is_to_be_looked_at() {
    let office = Office::new("batch-text");
    let report = office.folder.0.join("report.txt").display().to_string();
    let into_file = office.run(&["--no-cache", "--output", &report]);
    assert_eq!((into_file.out.as_str(), into_file.code), ("", 1), "{}", into_file.err);
    let text = std::fs::read_to_string(&report).unwrap();
    let order = ["1042  Ada Reyes (Line 2)", "1043  Bo Ito (Line 3)", "2 clients:", "left over", "Cy Tran (Line 4)"];
    let places: Vec<usize> =
        order.iter().map(|part| text.find(part).unwrap_or_else(|| panic!("{part}: {text}"))).collect();
    assert!(places.is_sorted(), "{text}");
    assert!(!Path::new(&office.cache).exists(), "nothing is kept");
}

#[test]
fn the_report_for_the_browser_links_to_a_file_with_pictures_for_each_client() {
    let office = Office::new("batch-html");
    let (report, own) = (office.folder.0.join("season.html"), office.folder.0.join("season-clients"));
    let path = report.display().to_string();
    for again in [false, true] {
        let more = if again { vec!["--overwrite"] } else { Vec::new() };
        let said = office.cached(&[&["--format", "html", "--output", &path], more.as_slice()].concat());
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{}", said.err);
        let list = std::fs::read_to_string(&report).unwrap();
        assert!(list.contains("href=\"season-clients&#x2f;client-00001.html\"") && list.contains("1042"), "{list}");
        let files: Vec<String> = ["client-00001.html", "client-00002.html"]
            .map(|file| std::fs::read_to_string(own.join(file)).unwrap())
            .into();
        let pictures: Vec<usize> = files.iter().map(|file| file.matches("data:image/jpeg;base64,").count()).collect();
        assert_eq!(pictures, [2, 1], "also where nothing is examined anew: {again}");
        assert_eq!(std::fs::read_dir(&own).unwrap().count(), 2);
    }
    let refused = office.cached(&["--format", "html", "--output", &path]);
    assert!(refused.code == 2 && refused.err.contains("--overwrite"), "{}", refused.err);
    let alone = office.cached(&["--format", "html"]).out;
    assert!(alone.contains("href=\"#client-1\"") && !alone.contains("data:image"), "{alone}");
}

#[test]
fn requirements_are_judged_anew_from_what_was_kept() {
    let office = Office::new("batch-rules");
    let sets = |said: &Said| {
        let sets = said.lines().into_iter().filter(|line| line["type"] == "set");
        sets.map(|set| set["requirements"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(sets(&office.cached(&["--format", "jsonl"])), ["idme-itin-us"; 2]);
    let outside = ["--format", "jsonl", "--requirements", "idme-itin-outside-us"];
    assert_eq!(sets(&office.cached(&outside)), ["idme-itin-outside-us"; 2]);
    assert_eq!(office.cached(&["--requirements", "no-such"]).code, USAGE);
}

#[test]
fn what_is_kept_of_a_client_is_forgotten() {
    let office = Office::new("batch-forget");
    office.cached(&[]);
    let kept = || std::fs::read_dir(Path::new(&office.cache).join("pages")).map_or(0, Iterator::count);
    assert_eq!(kept(), 3);
    let forget = |more: &[&str]| typed("", &[&["forget", "--cache", &office.cache, "--lang", "en"], more].concat());
    assert_eq!(forget(&["1044"]).out.lines().count(), 1, "one sentence");
    assert_eq!(kept(), 3);
    let said = forget(&["bo ito"]);
    assert_eq!((said.code, said.out.matches("removed: ").count(), kept()), (0, 2, 2), "{}", said.out);
    office.cached(&[]);
    assert_eq!(kept(), 3);
}

#[test]
fn a_file_that_cannot_be_examined_ends_the_batch_with_3_and_stops_nothing() {
    let office = Office::new("batch-broken");
    office.folder.text("clients/1042 Reyes/a.png", "no picture");
    let said = office.cached(&["--format", "jsonl"]);
    assert_eq!(said.code, 3);
    assert_eq!(said.files(), ["a.png", "b.png", "c.png"]);
}
