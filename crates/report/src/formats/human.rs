//! stub
use super::Format;
pub(super) const FORMAT: Format = Format {
    name: "human",
    help: "For reading: what is wrong, where, in the payload's own lines, and what to do",
    render: |_, _, _| Ok(()),
};
