//! The few things that are needed of XML. Names are compared without their prefixes, which differ between programs.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::broken;
use crate::batch::roster::RosterError;

/// One step through a document.
pub(super) enum Node<'a> {
    Start(Tag<'a>),
    End(Name),
    Text(Cow<'a, str>),
}

/// An opening tag. An empty element counts as one, followed by its end.
pub(super) struct Tag<'a>(BytesStart<'a>);

/// The name of a closing tag.
pub(super) struct Name(Vec<u8>);

impl Name {
    pub(super) fn is(&self, name: &str) -> bool {
        self.0 == name.as_bytes()
    }
}

impl Tag<'_> {
    pub(super) fn is(&self, name: &str) -> bool {
        self.0.local_name().as_ref() == name.as_bytes()
    }

    /// The value of an attribute; `None` if there is none or if it is broken.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes();
        let mut named = all.with_checks(false).flatten().filter(|a| a.key.local_name().as_ref() == name.as_bytes());
        named.next()?.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// The value of an attribute that is a number.
    pub(super) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.attribute(name)?.parse().ok()
    }

    /// Whether an attribute says yes.
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
    }
}

/// Steps through an XML text.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_dangling_amp = true;
        Self { reader }
    }

    /// The next tag or text; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Node<'a>>, RosterError> {
        loop {
            let node = match self.reader.read_event().map_err(|_| broken())? {
                Event::Start(tag) => Node::Start(Tag(tag)),
                Event::End(end) => Node::End(Name(end.local_name().as_ref().to_vec())),
                Event::Text(text) => Node::Text(text.xml10_content().map_err(|_| broken())?),
                Event::CData(text) => Node::Text(text.xml10_content().map_err(|_| broken())?),
                Event::GeneralRef(entity) => Node::Text(resolved(&entity).into()),
                Event::Eof => return Ok(None),
                _ => continue,
            };
            return Ok(Some(node));
        }
    }

    /// Steps over everything up to the end of the element that was opened last.
    pub(super) fn skip(&mut self) -> Result<(), RosterError> {
        let mut depth = 1_u32;
        while depth > 0 {
            match self.next()? {
                Some(Node::Start(_)) => depth += 1,
                Some(Node::End(_)) => depth -= 1,
                Some(Node::Text(_)) => {}
                None => return Ok(()),
            }
        }
        Ok(())
    }
}

fn resolved(entity: &BytesRef) -> String {
    if let Ok(Some(c)) = entity.resolve_char_ref() {
        return c.to_string();
    }
    let name = entity.decode().unwrap_or_default();
    resolve_predefined_entity(&name).unwrap_or_default().to_owned()
}
