//! One segment of a path template: a literal, a parameter, or parameters with text around them, as in `{z}-{x}.png`.

/// A segment of a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Segment<'c> {
    /// Text.
    Literal(&'c str),
    /// Parameters and the texts before, between and behind them: one text more than parameters.
    Parameters(Vec<&'c str>),
}

impl<'c> Segment<'c> {
    /// Reads a segment; the names of its parameters go behind the others.
    pub(super) fn read(text: &'c str, names: &mut Vec<&'c str>) -> Self {
        let (mut texts, mut rest) = (Vec::new(), text);
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            texts.push(before);
            names.push(name);
            rest = after;
        }
        if texts.is_empty() {
            return Self::Literal(text);
        }
        texts.push(rest);
        Self::Parameters(texts)
    }

    /// How much of it is open; literals sort first, then what has much text around its parameters.
    pub(super) fn openness(&self) -> usize {
        match self {
            Self::Literal(_) => 0,
            Self::Parameters(texts) => usize::MAX - texts.iter().map(|text| text.len()).sum::<usize>(),
        }
    }

    /// The text that it is, if it is one.
    pub(super) fn literal(&self) -> Option<&'c str> {
        match self {
            Self::Literal(literal) => Some(literal),
            Self::Parameters(_) => None,
        }
    }

    /// Whether a text may fit, as far as that is seen at once.
    pub(super) fn may_fit(&self, text: &str) -> bool {
        match self {
            Self::Literal(literal) => *literal == text,
            Self::Parameters(_) => !text.is_empty(),
        }
    }

    /// Adds the values that a text gives for the parameters, none of them empty; false where it does not fit. Of several
    /// ways to divide it the first values are the longest: of `{name}.{ext}` in `a.b.c`, `a.b` is the name.
    pub(super) fn values<'t>(&self, text: &'t str, values: &mut Vec<&'t str>) -> bool {
        match self {
            Self::Literal(literal) => *literal == text,
            Self::Parameters(texts) => divided(texts, text, values).is_some(),
        }
    }
}

fn divided<'t>(texts: &[&str], text: &'t str, values: &mut Vec<&'t str>) -> Option<()> {
    let (first, between) = texts.split_first()?;
    let (last, between) = between.split_last()?;
    let mut rest = text.strip_prefix(first)?.strip_suffix(last)?;
    let start = values.len();
    for literal in between.iter().rev() {
        let (end, _) = rest.char_indices().next_back()?;
        let place = rest.get(..end)?.rfind(literal)?;
        values.push(rest.get(place + literal.len()..)?);
        rest = rest.get(..place)?;
    }
    values.push(rest);
    values.get_mut(start..)?.reverse();
    (!rest.is_empty()).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_gives_the_values_of_its_parameters() {
        for (template, names, text, values) in [
            ("report.{fmt}", vec!["fmt"], "report.csv", Some(vec!["csv"])),
            ("report.{fmt}", vec!["fmt"], "report.", None),
            ("report.{fmt}", vec!["fmt"], "reports.csv", None),
            ("{z}-{x}", vec!["z", "x"], "3-5", Some(vec!["3", "5"])),
            ("{z}-{x}", vec!["z", "x"], "-3-5", Some(vec!["-3", "5"])),
            ("{z}-{x}", vec!["z", "x"], "3-", None),
            ("{z}-{x}", vec!["z", "x"], "35", None),
            ("{id}:archive", vec!["id"], "7:archive", Some(vec!["7"])),
            ("{id}:archive", vec!["id"], ":archive", None),
            ("{id}:archive", vec!["id"], "7:restore", None),
            ("{name}.{ext}", vec!["name", "ext"], "a.b.c", Some(vec!["a.b", "c"])),
            ("v{a}.{b}.{c}", vec!["a", "b", "c"], "v1.22.3", Some(vec!["1", "22", "3"])),
            ("{a}{b}", vec!["a", "b"], "äöü", Some(vec!["äö", "ü"])),
            ("{a}{b}", vec!["a", "b"], "ä", None),
            ("{id}", vec!["id"], "x", Some(vec!["x"])),
            ("{id}", vec!["id"], "", None),
            ("aa{x}aa", vec!["x"], "aaa", None),
            ("plain", vec![], "plain", Some(vec![])),
            ("{plain", vec![], "{plain", Some(vec![])),
        ] {
            let mut read = Vec::new();
            let segment = Segment::read(template, &mut read);
            assert_eq!(read, names, "{template}");
            let mut found = Vec::new();
            let fits = segment.values(text, &mut found);
            assert_eq!(fits.then_some(found), values, "{template} {text}");
        }
    }

    #[test]
    fn what_says_more_comes_first() {
        let openness = |text| Segment::read(text, &mut Vec::new()).openness();
        let order = ["mine", "{id}.json", "{a}-{b}", "{id}"].map(openness);
        assert!(order.is_sorted() && order[0] < order[1], "{order:?}");
    }
}
