//! The server itself.

mod about;
mod license;
mod statistics;
mod version;

pub use about::*;
pub use license::*;
pub use statistics::*;
pub use version::*;

use crate::operation::{Describe, Reach, reach};
use crate::{Object, Operation, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetAboutInfo::describe,
    GetApkLinks::describe,
    GetServerConfig::describe,
    GetServerFeatures::describe,
    GetServerLicense::describe,
    SetServerLicense::describe,
    DeleteServerLicense::describe,
    GetSupportedMediaTypes::describe,
    PingServer::describe,
    GetServerStatistics::describe,
    GetStorage::describe,
    GetTheme::describe,
    GetServerVersion::describe,
    GetVersionCheck::describe,
    GetVersionHistory::describe,
];

/// The types that no operation names; they travel in streams and events.
pub(crate) const UNREACHED: &[Reach] = &[reach::<ReleaseEventV1>, reach::<ReleaseType>];

#[operation(GET "/server/about", id = "getAboutInfo", tag = "Server")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "server.about")]
#[security(bearer, cookie, api_key)]
#[answer(200, ServerAboutResponseDto)]
pub struct GetAboutInfo {}

#[operation(GET "/server/apk-links", id = "getApkLinks", tag = "Server")]
#[life("1.135.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "server.apkLinks")]
#[security(bearer, cookie, api_key)]
#[answer(200, ServerApkLinksDto)]
pub struct GetApkLinks {}

#[operation(GET "/server/config", id = "getServerConfig", tag = "Server")]
#[life("1.113.0..", deprecated = "3.2.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(200, ServerConfigDto)]
pub struct GetServerConfig {}

#[operation(GET "/server/features", id = "getServerFeatures", tag = "Server")]
#[life("1.113.0..", deprecated = "3.2.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(200, ServerFeaturesDto)]
pub struct GetServerFeatures {}

#[operation(GET "/server/license", id = "getServerLicense", tag = "Server")]
#[life("1.107.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "serverLicense.read")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer("..1.110.0", 200, Object)]
#[answer("1.110.0..", 200, LicenseResponseDto)]
#[answer("1.110.0..", 404)]
pub struct GetServerLicense {}

#[operation(PUT "/server/license", id = "setServerLicense", tag = "Server")]
#[life("1.107.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "serverLicense.update")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, LicenseResponseDto)]
pub struct SetServerLicense {
    #[body]
    pub body: LicenseKeyDto,
}

#[operation(DELETE "/server/license", id = "deleteServerLicense", tag = "Server")]
#[life("1.107.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "serverLicense.delete")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer("..1.138.0", 200)]
#[answer("1.138.0..", 204)]
pub struct DeleteServerLicense {}

#[operation(GET "/server/media-types", id = "getSupportedMediaTypes", tag = "Server")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(200, ServerMediaTypesResponseDto)]
pub struct GetSupportedMediaTypes {}

#[operation(GET "/server/ping", id = "pingServer", tag = "Server")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(200, ServerPingResponse)]
pub struct PingServer {}

#[operation(GET "/server/statistics", id = "getServerStatistics", tag = "Server")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "server.statistics")]
#[admin_only("1.137.0..")]
#[security(bearer, cookie, api_key)]
#[answer(200, ServerStatsResponseDto)]
pub struct GetServerStatistics {}

#[operation(GET "/server/storage", id = "getStorage", tag = "Server")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.137.0..", "server.storage")]
#[security(bearer, cookie, api_key)]
#[answer(200, ServerStorageResponseDto)]
pub struct GetStorage {}

#[operation(GET "/server/theme", id = "getTheme", tag = "Server")]
#[life("1.113.0..3.0.0-rc.1")]
#[marker("2.3.0..3.0.0-rc.1", added = "v1", beta = "v1", stable = "v2")]
#[answer(200, ServerThemeDto)]
pub struct GetTheme {}

/// The version of the server; anybody may ask.
#[operation(GET "/server/version", id = "getServerVersion", tag = "Server")]
#[life("1.113.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(200, ServerVersionResponseDto)]
pub struct GetServerVersion {}

#[operation(GET "/server/version-check", id = "getVersionCheck", tag = "Server")]
#[life("1.134.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("1.138.0..", "server.versionCheck")]
#[security(bearer, cookie, api_key)]
#[answer(200, VersionCheckStateResponseDto)]
pub struct GetVersionCheck {}

#[operation(GET "/server/version-history", id = "getVersionHistory", tag = "Server")]
#[life("1.117.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[answer(200, Vec<ServerVersionHistoryResponseDto>)]
pub struct GetVersionHistory {}
