//! A person before a display: presses keys, drags files, and looks at the title and the picture of the window.

use std::fmt::Write as _;
use std::io::IoSlice;
use std::path::Path;
use std::time::{Duration, Instant};

use x11rb::COPY_DEPTH_FROM_PARENT;
use x11rb::connection::{Connection as _, RequestConnection as _};
use x11rb::protocol::Event;
use x11rb::protocol::xproto::*;
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// How long a window stands still before it counts as finished with something.
const STILL: Duration = Duration::from_millis(700);

/// A person before the display.
pub struct Person {
    x: RustConnection,
    root: Window,
    /// Where dragged files come from.
    hand: Window,
    /// The window of the program.
    window: Window,
}

impl Person {
    /// Sits down, and waits for the window of the program.
    pub fn new(display: &str) -> Self {
        let (x, screen) = RustConnection::connect(Some(display)).unwrap();
        let root = x.setup().roots[screen].root;
        let hand = x.generate_id().unwrap();
        let of = CreateWindowAux::new();
        let class = WindowClass::INPUT_OUTPUT;
        x.create_window(COPY_DEPTH_FROM_PARENT, hand, root, 0, 0, 1, 1, 0, class, 0, &of).unwrap();
        let mut person = Self { x, root, hand, window: 0 };
        person.window = person.until("the window", |person| {
            let windows = person.x.query_tree(person.root).unwrap().reply().unwrap().children;
            windows.into_iter().find(|window| person.title_of(*window).contains("precheck"))
        });
        person
    }

    fn until<T>(&self, what: &str, mut look: impl FnMut(&Self) -> Option<T>) -> T {
        let start = Instant::now();
        while start.elapsed() < Duration::from_mins(2) {
            if let Some(found) = look(self) {
                return found;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("waited in vain for {what}; the title is {:?}", self.title_of(self.window));
    }

    fn atom(&self, name: &str) -> Atom {
        self.x.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom
    }

    fn title_of(&self, window: Window) -> String {
        let name = self.atom("_NET_WM_NAME");
        let reply = self.x.get_property(false, window, name, AtomEnum::ANY, 0, 1000).unwrap().reply();
        reply.map_or_else(|_| String::new(), |reply| String::from_utf8_lossy(&reply.value).into_owned())
    }

    /// Waits until the title of the window is as wanted, and gives it.
    pub fn waits_for(&self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        self.until(what, |person| Some(person.title_of(person.window)).filter(|title| wanted(title)))
    }

    /// What the title is.
    pub fn title(&self) -> String {
        self.title_of(self.window)
    }

    /// Presses a key by its X name: a letter, or the value of its symbol.
    pub fn press(&self, symbol: u32) {
        self.x.set_input_focus(InputFocus::PARENT, self.window, x11rb::CURRENT_TIME).unwrap();
        let (first, last) = (self.x.setup().min_keycode, self.x.setup().max_keycode);
        let map = self.x.get_keyboard_mapping(first, last - first + 1).unwrap().reply().unwrap();
        let at = map.keysyms.chunks(usize::from(map.keysyms_per_keycode)).position(|keys| keys[0] == symbol).unwrap();
        let code = first + at as u8;
        for kind in [KEY_PRESS_EVENT, KEY_RELEASE_EVENT] {
            self.key(kind, code);
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Asks the server to take a key for pressed or let go, as its extension for tests has it (XTEST, request 2).
    fn key(&self, kind: u8, code: u8) {
        let extension = self.x.query_extension(b"XTEST").unwrap().reply().unwrap().major_opcode;
        let mut request = [0_u8; 36];
        let length = (request.len() / 4) as u16;
        request[..4].copy_from_slice(&[extension, 2, length.to_ne_bytes()[0], length.to_ne_bytes()[1]]);
        request[4..6].copy_from_slice(&[kind, code]);
        self.x.send_request_without_reply(&[IoSlice::new(&request)], Vec::new()).unwrap();
        self.x.sync().unwrap();
    }

    /// Types small letters.
    pub fn types(&self, text: &str) {
        text.chars().for_each(|letter| self.press(u32::from(letter)));
    }

    /// All that the window shows.
    pub fn looks(&self) -> Vec<u8> {
        let size = self.x.get_geometry(self.window).unwrap().reply().unwrap();
        let (width, height) = (size.width.min(1280), size.height.min(800));
        self.x.get_image(ImageFormat::Z_PIXMAP, self.root, 0, 0, width, height, !0).unwrap().reply().unwrap().data
    }

    /// Waits until nothing changes for a while, and looks then.
    pub fn waits_until_still(&self) -> Vec<u8> {
        let mut before = self.looks();
        let mut since = Instant::now();
        self.until("a window that stands still", |person| {
            let now = person.looks();
            if now != before {
                (before, since) = (now, Instant::now());
            }
            (since.elapsed() > STILL).then(|| before.clone())
        })
    }

    /// Waits until the window looks otherwise.
    pub fn waits_for_another_look(&self, than: &[u8]) -> Vec<u8> {
        self.until("another look", |person| Some(person.looks()).filter(|look| look != than))
    }

    /// Drags files from elsewhere over the window and lets go.
    pub fn drags(&self, files: &[&Path]) {
        let [selection, list] = ["XdndSelection", "text/uri-list"].map(|name| self.atom(name));
        self.x.set_selection_owner(self.hand, selection, x11rb::CURRENT_TIME).unwrap();
        let mut said = String::new();
        for file in files {
            write!(said, "file://{}\r\n", file.display()).unwrap();
        }
        let tell = |name: &str, data: [u32; 5]| {
            let event = ClientMessageEvent::new(32, self.window, self.atom(name), data);
            self.x.send_event(false, self.window, EventMask::NO_EVENT, event).unwrap();
            self.x.flush().unwrap();
        };
        tell("XdndEnter", [self.hand, 5 << 24, list, 0, 0]);
        let copy = self.atom("XdndActionCopy");
        tell("XdndPosition", [self.hand, 0, 0x0190_0190, 0, copy]);
        self.answers("XdndStatus", &said);
        tell("XdndDrop", [self.hand, 0, 0, 0, 0]);
        self.answers("XdndFinished", &said);
    }

    /// Hands over the list of files when it is asked for, until the window sends a message.
    fn answers(&self, message: &str, list: &str) {
        let wanted = self.atom(message);
        self.until(message, |person| {
            while let Some(event) = person.x.poll_for_event().unwrap() {
                match event {
                    Event::ClientMessage(event) if event.type_ == wanted => return Some(()),
                    Event::SelectionRequest(event) => {
                        let mode = PropMode::REPLACE;
                        person
                            .x
                            .change_property8(mode, event.requestor, event.property, event.target, list.as_bytes())
                            .unwrap();
                        let done = SelectionNotifyEvent {
                            response_type: SELECTION_NOTIFY_EVENT,
                            sequence: 0,
                            time: event.time,
                            requestor: event.requestor,
                            selection: event.selection,
                            target: event.target,
                            property: event.property,
                        };
                        person.x.send_event(false, event.requestor, EventMask::NO_EVENT, done).unwrap();
                        person.x.flush().unwrap();
                    }
                    _ => {}
                }
            }
            None
        });
    }
}
