//! What the tool cannot decide: the one table to review when it asks.

use super::words;

/// Names of operations whose id does not say which of several they are: id, method and path, Rust name.
pub(crate) const OPERATION_NAMES: &[(&str, &str, &str)] = &[
    ("getAboutInfo", "GET /server-info/about", "GetServerInfoAbout"),
    ("getNotificationTemplateAdmin", "POST /notifications/admin/templates/{name}", "GetAdminNotificationTemplate"),
    ("getServerConfig", "GET /server-info/config", "GetServerInfoConfig"),
    ("getServerFeatures", "GET /server-info/features", "GetServerInfoFeatures"),
    ("getServerStatistics", "GET /server-info/statistics", "GetServerInfoStatistics"),
    ("getServerVersion", "GET /server-info/version", "GetServerInfoVersion"),
    ("getStorage", "GET /server-info/storage", "GetServerInfoStorage"),
    ("getSupportedMediaTypes", "GET /server-info/media-types", "GetServerInfoMediaTypes"),
    ("getTheme", "GET /server-info/theme", "GetServerInfoTheme"),
    ("pingServer", "GET /server-info/ping", "PingServerInfo"),
    ("sendTestEmailAdmin", "POST /notifications/admin/test-email", "SendAdminTestEmail"),
    ("updateTag", "PATCH /tags/{id}", "PatchTag"),
];

/// Names of values that are spelled alike but for punctuation: enum, value, Rust name.
const VARIANT_NAMES: &[(&str, &str, &str)] = &[
    ("JobName", "facialRecognition", "QueueFacialRecognition"),
    ("JobName", "ocr", "QueueOcr"),
    ("JobName", "smartSearch", "QueueSmartSearch"),
    ("JobName", "storageTemplateMigration", "QueueStorageTemplateMigration"),
    ("Permission", "admin.user.create", "AdminDotUserCreate"),
    ("Permission", "admin.user.delete", "AdminDotUserDelete"),
    ("Permission", "admin.user.read", "AdminDotUserRead"),
    ("Permission", "admin.user.update", "AdminDotUserUpdate"),
];

/// A value's name in Rust.
pub(crate) fn variant(owner: &str, value: &str) -> String {
    let decided = VARIANT_NAMES.iter().find(|(name, known, _)| *name == owner && *known == value);
    decided.map_or_else(|| words::variant(value), |(.., name)| (*name).to_owned())
}

/// Names of schemas that have none of their own, where the tool's choice is not the best: where they stand, Rust name.
pub(crate) const SCHEMA_NAMES: &[(&str, &str)] = &[
    ("LicenseResponseDto", "PlainLicense"),
    ("CalendarHeatmapResponseDto.series", "CalendarHeatmapDay"),
    ("IntegrityReportResponseDto.items", "IntegrityReportItem"),
    ("GetUsersForPeople 200", "SharedPerson"),
    ("RemoveUsersFromPeople.body", "SharedPersonRemoval"),
];

/// Names of choices between components: the first of them, Rust name.
pub(crate) const CHOICE_NAMES: &[(&str, &str)] =
    &[("CropParameters", "AssetEditParameters"), ("AssetEditActionCrop", "AssetEditActionChoice")];

/// Modules of components that several tags use, or that no operation reaches: how the name begins, module. The longest
/// beginning counts.
pub(crate) const MODULES: &[(&str, &str)] = &[
    ("Album", "albums"),
    ("AlbumsAdd", "albums"),
    ("AssetEdit", "asset_edits"),
    ("AssetFace", "faces"),
    ("AssetMetadata", "asset_metadata"),
    ("AssetOcr", "assets"),
    ("AssetOrder", "bulk"),
    ("AssetResponseDto", "assets"),
    ("AssetStackResponseDto", "stacks"),
    ("AssetStats", "assets"),
    ("AssetTypeEnum", "assets"),
    ("AssetVisibility", "assets"),
    ("BulkId", "bulk"),
    ("CLIPConfig", "machine_learning"),
    ("ExifResponseDto", "exif"),
    ("Job", "jobs"),
    ("Person", "people"),
    ("Queue", "queues"),
    ("ReleaseEventV1", "server"),
    ("ReleaseType", "server"),
    ("SmartInfoResponseDto", "exif"),
    ("SourceType", "faces"),
    ("Sync", "sync"),
    ("SystemConfig", "system_config"),
    ("Tag", "tags"),
    ("TagsResponse", "user_preferences"),
    ("TagsUpdate", "user_preferences"),
    ("UserAvatarColor", "users"),
    ("UserMetadataKey", "users"),
    ("UserResponseDto", "users"),
];

/// Values that the models know by a name: the value as it stands in a schema, the constant.
pub(crate) fn constants() -> [(serde_json::Value, &'static str); 8] {
    use models::{DAY, EMAIL, MAX_SAFE, MIN_SAFE, PIN, UUID_ANY, UUID_V4, ZONED};
    [
        (UUID_V4.into(), "UUID_V4"),
        (UUID_ANY.into(), "UUID_ANY"),
        (EMAIL.into(), "EMAIL"),
        (ZONED.into(), "ZONED"),
        (DAY.into(), "DAY"),
        (PIN.into(), "PIN"),
        (MIN_SAFE.into(), "MIN_SAFE"),
        (MAX_SAFE.into(), "MAX_SAFE"),
    ]
}
