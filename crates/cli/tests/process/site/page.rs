//! Just enough of HTML to hold pages to what they must be: they are all made by templates that quote each value.

/// A tag that opens.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The tags that open, in their order.
pub(super) fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, inside)) = rest.split_once('<') {
        let Some(first) = inside.chars().next() else { break };
        rest = inside;
        if first.is_ascii_alphabetic() {
            let (tag, after) = tag(inside);
            tags.push(tag);
            rest = after;
        }
    }
    tags
}

/// Their names alone.
pub(super) fn names(html: &str) -> Vec<String> {
    tags(html).into_iter().map(|tag| tag.name).collect()
}

/// A tag after its `<`, and what follows it.
fn tag(text: &str) -> (Tag, &str) {
    let end = text.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap();
    let mut tag = Tag { name: text[..end].to_owned(), attributes: Vec::new() };
    let mut rest = text[end..].trim_start_matches('/').trim_start();
    while !rest.starts_with('>') {
        let end = rest.find(|c: char| c.is_whitespace() || "=>/".contains(c)).unwrap();
        let name = rest[..end].to_owned();
        rest = rest[end..].trim_start();
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let (inside, after) = quoted.split_once('"').unwrap();
            (value, rest) = (unescaped(inside), after);
        }
        assert!(!rest.starts_with('='), "a value without quotes: {}", &rest[..rest.len().min(40)]);
        tag.attributes.push((name, value));
        rest = rest.trim_start().trim_start_matches('/').trim_start();
    }
    (tag, &rest[1..])
}

/// The names of the places in a page.
pub(super) fn ids(html: &str) -> Vec<String> {
    tags(html).iter().filter_map(|tag| tag.get("id")).map(str::to_owned).collect()
}

/// What a page says to who sees no tags, with single spaces.
pub(super) fn text(html: &str) -> String {
    let body = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    let mut text = String::new();
    let mut rest = body.split_once('>').unwrap().1;
    while let Some((words, tag)) = rest.split_once('<') {
        text.push_str(words);
        // Titles of pictures are not text.
        let after = if tag.starts_with("title>") { tag.split_once("</").unwrap().1 } else { tag };
        text.push(' ');
        rest = after.split_once('>').unwrap().1;
    }
    unescaped(&(text + rest))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" ,", ",")
        .replace("1.1.0 :", "1.1.0:")
}

fn unescaped(text: &str) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
    ];
    entities.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

/// File and place that an address in a page leads to, both within the site; nothing where it leaves it.
pub(super) fn target(page: &str, address: &str) -> Option<(String, String)> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._~-/#=".contains(&byte);
    if !address.bytes().all(is_plain) || address.starts_with('/') {
        return None;
    }
    let (path, place) = address.split_once('#').unwrap_or((address, ""));
    let mut folder: Vec<&str> = page.split('/').collect();
    folder.pop();
    for part in path.split('/').filter(|_| !path.is_empty()) {
        match part {
            ".." => drop(folder.pop()?),
            part => folder.push(part),
        }
    }
    let file = if path.is_empty() { page.to_owned() } else { folder.join("/") };
    Some((file, place.to_owned()))
}
