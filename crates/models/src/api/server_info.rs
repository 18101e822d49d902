//! Server Info.

use crate::operation::Describe;
use crate::{
    Operation, ServerAboutResponseDto, ServerConfigDto, ServerFeaturesDto, ServerMediaTypesResponseDto,
    ServerPingResponse, ServerStatsResponseDto, ServerStorageResponseDto, ServerThemeDto, ServerVersionResponseDto,
    operation,
};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetServerInfoAbout::describe,
    GetServerInfoConfig::describe,
    GetServerInfoFeatures::describe,
    GetServerInfoMediaTypes::describe,
    PingServerInfo::describe,
    GetServerInfoStatistics::describe,
    GetServerInfoStorage::describe,
    GetServerInfoTheme::describe,
    GetServerInfoVersion::describe,
];

#[operation(GET "/server-info/about", id = "getAboutInfo", tag = "Server Info")]
#[life("1.107.0..1.113.0", deprecated = "1.107.0..1.113.0")]
#[marker("1.107.0..1.113.0", deprecated = "v1.107.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, ServerAboutResponseDto)]
pub struct GetServerInfoAbout {}

#[operation(GET "/server-info/config", id = "getServerConfig", tag = "Server Info")]
#[life("..1.113.0", deprecated = "1.107.0..1.113.0")]
#[marker("1.107.0..1.113.0", deprecated = "v1.107.0")]
#[answer(200, ServerConfigDto)]
pub struct GetServerInfoConfig {}

#[operation(GET "/server-info/features", id = "getServerFeatures", tag = "Server Info")]
#[life("..1.113.0", deprecated = "1.107.0..1.113.0")]
#[marker("1.107.0..1.113.0", deprecated = "v1.107.0")]
#[answer(200, ServerFeaturesDto)]
pub struct GetServerInfoFeatures {}

#[operation(GET "/server-info/media-types", id = "getSupportedMediaTypes", tag = "Server Info")]
#[life("..1.113.0", deprecated = "1.107.0..1.113.0")]
#[marker("1.107.0..1.113.0", deprecated = "v1.107.0")]
#[answer(200, ServerMediaTypesResponseDto)]
pub struct GetServerInfoMediaTypes {}

#[operation(GET "/server-info/ping", id = "pingServer", tag = "Server Info")]
#[life("..1.113.0", deprecated = "1.107.0..1.113.0")]
#[marker("1.107.0..1.113.0", deprecated = "v1.107.0")]
#[answer(200, ServerPingResponse)]
pub struct PingServerInfo {}

#[operation(GET "/server-info/statistics", id = "getServerStatistics", tag = "Server Info")]
#[life("..1.113.0", deprecated = "1.107.0..1.113.0")]
#[marker("1.107.0..1.113.0", deprecated = "v1.107.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, ServerStatsResponseDto)]
pub struct GetServerInfoStatistics {}

#[operation(GET "/server-info/storage", id = "getStorage", tag = "Server Info")]
#[life("..1.113.0", deprecated = "1.107.0..1.113.0")]
#[marker("1.107.0..1.113.0", deprecated = "v1.107.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, ServerStorageResponseDto)]
pub struct GetServerInfoStorage {}

#[operation(GET "/server-info/theme", id = "getTheme", tag = "Server Info")]
#[life("..1.113.0", deprecated = "1.107.0..1.113.0")]
#[marker("1.107.0..1.113.0", deprecated = "v1.107.0")]
#[answer(200, ServerThemeDto)]
pub struct GetServerInfoTheme {}

/// The version of the server, at the path where it was before.
#[operation(GET "/server-info/version", id = "getServerVersion", tag = "Server Info")]
#[life("..1.113.0", deprecated = "1.107.0..1.113.0")]
#[marker("1.107.0..1.113.0", deprecated = "v1.107.0")]
#[answer(200, ServerVersionResponseDto)]
pub struct GetServerInfoVersion {}
