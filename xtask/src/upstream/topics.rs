//! The files of modules that are too long for one: what each is about, and which types it has.

/// A file of some types of a module.
pub(crate) struct Topic {
    pub(crate) module: &'static str,
    /// The file's name.
    pub(crate) name: &'static str,
    /// The head of the file, if nobody wrote something better.
    pub(crate) about: &'static str,
    /// How the names of its types begin. The longest beginning of a module counts.
    starts: &'static [&'static str],
}

/// The topic of a type in a module; a type without one stands beside the module's operations.
pub(crate) fn topic(module: &str, name: &str) -> Option<&'static Topic> {
    let longest =
        |topic: &Topic| topic.starts.iter().filter(|start| name.starts_with(**start)).map(|one| one.len()).max();
    let fitting = TOPICS.iter().filter(|topic| topic.module == module && longest(topic).is_some());
    fitting.max_by_key(|topic| longest(topic))
}

const fn topic_of(
    module: &'static str,
    name: &'static str,
    about: &'static str,
    starts: &'static [&'static str],
) -> Topic {
    Topic { module, name, about, starts }
}

const TOPICS: &[Topic] = &[
    topic_of(
        "albums",
        "sharing",
        "Whom an album is shared with, and as what.",
        &["AddUsersDto", "AlbumUser", "UpdateAlbumUserDto"],
    ),
    topic_of("api_keys", "permission", "What an API key allows.", &["Permission"]),
    topic_of(
        "assets",
        "asset",
        "An asset as it is answered and changed.",
        &["AssetOcr", "AssetResponseDto", "AssetStats", "AssetTypeEnum", "AssetVisibility", "UpdateAssetDto"],
    ),
    topic_of(
        "assets",
        "bulk",
        "What is done to many assets at once.",
        &["AssetBulk", "AssetCopy", "AssetJob", "UpdateStackParent"],
    ),
    topic_of("assets", "edits", "How a picture is cropped, turned and mirrored.", &["Crop", "Mirror", "Rotate"]),
    topic_of(
        "assets",
        "upload",
        "Uploads, and what is asked before one.",
        &["AssetBulkUpload", "AssetMedia", "AssetReject", "AssetUpload", "CheckExisting"],
    ),
    topic_of("jobs", "names", "What the jobs are called.", &["JobName", "ManualJobName"]),
    topic_of(
        "search",
        "queries",
        "What is searched for.",
        &["MetadataSearch", "RandomSearch", "SmartSearch", "StatisticsSearch"],
    ),
    topic_of("search", "results", "What a search finds.", &["Places", "Search"]),
    topic_of(
        "server",
        "about",
        "What a server says of itself.",
        &["ServerAbout", "ServerApk", "ServerConfig", "ServerFeatures", "ServerMedia", "ServerPing", "ServerTheme"],
    ),
    topic_of("server", "license", "Product keys.", &["License", "PlainLicense", "UserLicense"]),
    topic_of("server", "statistics", "What is stored, and how much.", &["ServerStats", "ServerStorage", "UsageByUser"]),
    topic_of(
        "server",
        "version",
        "The server's version, and newer ones.",
        &["Release", "ServerVersion", "VersionCheck"],
    ),
    topic_of("sync", "assets", "Assets in the stream.", &["SyncAsset"]),
    topic_of(
        "sync",
        "collections",
        "Albums, memories and stacks in the stream.",
        &["SyncAlbum", "SyncMemory", "SyncStack"],
    ),
    topic_of("sync", "delta", "The ways to keep up before there was a stream.", &["AssetDeltaSync", "AssetFullSync"]),
    topic_of("sync", "people", "People and faces in the stream.", &["SyncAssetFace", "SyncPerson"]),
    topic_of(
        "sync",
        "stream",
        "The stream itself: what it is asked for, what it sends, what is acknowledged.",
        &["SyncAck", "SyncComplete", "SyncEntity", "SyncRequest", "SyncReset", "SyncStream"],
    ),
    topic_of("sync", "users", "Users and partners in the stream.", &["SyncAuthUser", "SyncPartner", "SyncUser"]),
    topic_of(
        "system_config",
        "images",
        "How previews are made.",
        &["Colorspace", "ImageFormat", "SystemConfigGenerated", "SystemConfigImage"],
    ),
    topic_of(
        "system_config",
        "jobs",
        "What runs by itself, and how often.",
        &["DatabaseBackup", "SystemConfigBackups", "SystemConfigIntegrity", "SystemConfigJob", "SystemConfigNightly"],
    ),
    topic_of(
        "system_config",
        "login",
        "How users log in.",
        &["OAuth", "SystemConfigOAuth", "SystemConfigPassword", "SystemConfigUser"],
    ),
    topic_of(
        "system_config",
        "machine_learning",
        "What is recognised in pictures.",
        &["DuplicateDetection", "FacialRecognition", "MachineLearning", "OcrConfig", "SystemConfigMachineLearning"],
    ),
    topic_of(
        "system_config",
        "mail",
        "What is mailed, and through which server.",
        &["SystemConfigNotifications", "SystemConfigSmtp", "SystemConfigTemplateEmails", "SystemConfigTemplates"],
    ),
    topic_of(
        "system_config",
        "videos",
        "How videos are transcoded.",
        &["AudioCodec", "CQMode", "Hls", "SystemConfigFFmpeg", "ToneMapping", "Transcode", "Video"],
    ),
    topic_of(
        "users",
        "preferences",
        "What users choose for themselves.",
        &[
            "Avatar",
            "Cast",
            "Download",
            "EmailNotifications",
            "Folders",
            "Memories",
            "Memory",
            "People",
            "Purchase",
            "Rating",
            "RecentlyAdded",
            "SharedLinks",
            "UserPreferences",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_beginning_counts() {
        let name = |module, name| topic(module, name).map(|topic| topic.name);
        assert_eq!(name("assets", "AssetBulkUpdateDto"), Some("bulk"));
        assert_eq!(name("assets", "AssetBulkUploadCheckDto"), Some("upload"));
        assert_eq!(name("sync", "SyncAssetFaceV1"), Some("people"));
        assert_eq!(name("users", "UserResponseDto"), None);
        assert_eq!(name("tags", "AssetBulkUpdateDto"), None);
    }
}
