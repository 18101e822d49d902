//! Authentication (admin).

use crate::operation::Describe;
use crate::{Operation, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[UnlinkAllOAuthAccountsAdmin::describe];

#[operation(POST "/admin/auth/unlink-all", id = "unlinkAllOAuthAccountsAdmin", tag = "Authentication (admin)")]
#[tag("1.138.0..2.3.0", "Auth (admin)")]
#[life("1.138.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.138.0..", "adminAuth.unlinkAll")]
#[admin_only("1.138.0..")]
#[security(bearer, cookie, api_key)]
#[answer(204)]
pub struct UnlinkAllOAuthAccountsAdmin {}
