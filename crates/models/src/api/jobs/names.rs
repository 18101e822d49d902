//! What the jobs are called.

use crate::model;

#[model]
#[life("..2.3.0, 2.4.0..")]
pub enum JobName {
    #[life("..2.3.0")]
    ThumbnailGeneration = "thumbnailGeneration",
    #[life("..2.3.0")]
    MetadataExtraction = "metadataExtraction",
    #[life("..2.3.0")]
    VideoConversion = "videoConversion",
    #[life("..2.3.0")]
    FaceDetection = "faceDetection",
    #[life("..2.3.0")]
    QueueFacialRecognition = "facialRecognition",
    #[life("..2.3.0")]
    QueueSmartSearch = "smartSearch",
    #[life("..2.3.0")]
    DuplicateDetection = "duplicateDetection",
    #[life("..2.3.0")]
    BackgroundTask = "backgroundTask",
    #[life("..2.3.0")]
    QueueStorageTemplateMigration = "storageTemplateMigration",
    #[life("..2.3.0")]
    Migration = "migration",
    #[life("..2.3.0")]
    Search = "search",
    #[life("..2.3.0")]
    Sidecar = "sidecar",
    #[life("..2.3.0")]
    Library = "library",
    #[life("..2.3.0")]
    Notifications = "notifications",
    #[life("1.120.0..2.3.0")]
    BackupDatabase = "backupDatabase",
    #[life("2.2.0..2.3.0")]
    QueueOcr = "ocr",
    #[life("2.4.0..")]
    AssetDelete = "AssetDelete",
    #[life("2.4.0..")]
    AssetDeleteCheck = "AssetDeleteCheck",
    #[life("2.4.0..")]
    AssetDetectFacesQueueAll = "AssetDetectFacesQueueAll",
    #[life("2.4.0..")]
    AssetDetectFaces = "AssetDetectFaces",
    #[life("2.4.0..")]
    AssetDetectDuplicatesQueueAll = "AssetDetectDuplicatesQueueAll",
    #[life("2.4.0..")]
    AssetDetectDuplicates = "AssetDetectDuplicates",
    #[life("2.4.0..")]
    AssetEncodeVideoQueueAll = "AssetEncodeVideoQueueAll",
    #[life("2.4.0..")]
    AssetEncodeVideo = "AssetEncodeVideo",
    #[life("2.4.0..")]
    AssetEmptyTrash = "AssetEmptyTrash",
    #[life("2.4.0..")]
    AssetExtractMetadataQueueAll = "AssetExtractMetadataQueueAll",
    #[life("2.4.0..")]
    AssetExtractMetadata = "AssetExtractMetadata",
    #[life("2.4.0..")]
    AssetFileMigration = "AssetFileMigration",
    #[life("2.4.0..")]
    AssetGenerateThumbnailsQueueAll = "AssetGenerateThumbnailsQueueAll",
    #[life("2.4.0..")]
    AssetGenerateThumbnails = "AssetGenerateThumbnails",
    #[life("2.4.0..3.0.0-rc.1")]
    AuditLogCleanup = "AuditLogCleanup",
    #[life("2.4.0..")]
    AuditTableCleanup = "AuditTableCleanup",
    #[life("2.4.0..")]
    DatabaseBackup = "DatabaseBackup",
    #[life("2.4.0..")]
    FacialRecognitionQueueAll = "FacialRecognitionQueueAll",
    #[life("2.4.0..")]
    FacialRecognition = "FacialRecognition",
    #[life("2.4.0..")]
    FileDelete = "FileDelete",
    #[life("2.4.0..")]
    FileMigrationQueueAll = "FileMigrationQueueAll",
    #[life("2.4.0..")]
    LibraryDeleteCheck = "LibraryDeleteCheck",
    #[life("2.4.0..")]
    LibraryDelete = "LibraryDelete",
    #[life("2.4.0..")]
    LibraryRemoveAsset = "LibraryRemoveAsset",
    #[life("2.4.0..")]
    LibraryScanAssetsQueueAll = "LibraryScanAssetsQueueAll",
    #[life("2.4.0..")]
    LibrarySyncAssets = "LibrarySyncAssets",
    #[life("2.4.0..")]
    LibrarySyncFilesQueueAll = "LibrarySyncFilesQueueAll",
    #[life("2.4.0..")]
    LibrarySyncFiles = "LibrarySyncFiles",
    #[life("2.4.0..")]
    LibraryScanQueueAll = "LibraryScanQueueAll",
    #[life("2.4.0..")]
    MemoryCleanup = "MemoryCleanup",
    #[life("2.4.0..")]
    MemoryGenerate = "MemoryGenerate",
    #[life("2.4.0..")]
    NotificationsCleanup = "NotificationsCleanup",
    #[life("2.4.0..")]
    NotifyUserSignup = "NotifyUserSignup",
    #[life("2.4.0..")]
    NotifyAlbumInvite = "NotifyAlbumInvite",
    #[life("2.4.0..")]
    NotifyAlbumUpdate = "NotifyAlbumUpdate",
    #[life("2.4.0..")]
    UserDelete = "UserDelete",
    #[life("2.4.0..")]
    UserDeleteCheck = "UserDeleteCheck",
    #[life("2.4.0..")]
    UserSyncUsage = "UserSyncUsage",
    #[life("2.4.0..")]
    PersonCleanup = "PersonCleanup",
    #[life("2.4.0..")]
    PersonFileMigration = "PersonFileMigration",
    #[life("2.4.0..")]
    PersonGenerateThumbnail = "PersonGenerateThumbnail",
    #[life("2.4.0..")]
    SessionCleanup = "SessionCleanup",
    #[life("2.4.0..")]
    SendMail = "SendMail",
    #[life("2.4.0..")]
    SidecarQueueAll = "SidecarQueueAll",
    #[life("2.4.0..")]
    SidecarCheck = "SidecarCheck",
    #[life("2.4.0..")]
    SidecarWrite = "SidecarWrite",
    #[life("2.4.0..")]
    SmartSearchQueueAll = "SmartSearchQueueAll",
    #[life("2.4.0..")]
    SmartSearch = "SmartSearch",
    #[life("2.4.0..")]
    StorageTemplateMigration = "StorageTemplateMigration",
    #[life("2.4.0..")]
    StorageTemplateMigrationSingle = "StorageTemplateMigrationSingle",
    #[life("2.4.0..")]
    TagCleanup = "TagCleanup",
    #[life("2.4.0..")]
    VersionCheck = "VersionCheck",
    #[life("2.4.0..")]
    OcrQueueAll = "OcrQueueAll",
    #[life("2.4.0..")]
    Ocr = "Ocr",
    #[life("2.4.0..3.0.0-rc.1")]
    WorkflowRun = "WorkflowRun",
    #[life("2.5.0..")]
    AssetEditThumbnailGeneration = "AssetEditThumbnailGeneration",
    #[life("3.0.0-rc.1..")]
    HlsSessionCleanup = "HlsSessionCleanup",
    #[life("3.0.0-rc.1..")]
    WorkflowAssetTrigger = "WorkflowAssetTrigger",
    #[life("3.0.0-rc.1..")]
    IntegrityUntrackedFilesQueueAll = "IntegrityUntrackedFilesQueueAll",
    #[life("3.0.0-rc.1..")]
    IntegrityUntrackedFiles = "IntegrityUntrackedFiles",
    #[life("3.0.0-rc.1..")]
    IntegrityUntrackedRefresh = "IntegrityUntrackedRefresh",
    #[life("3.0.0-rc.1..")]
    IntegrityMissingFilesQueueAll = "IntegrityMissingFilesQueueAll",
    #[life("3.0.0-rc.1..")]
    IntegrityMissingFiles = "IntegrityMissingFiles",
    #[life("3.0.0-rc.1..")]
    IntegrityMissingFilesRefresh = "IntegrityMissingFilesRefresh",
    #[life("3.0.0-rc.1..")]
    IntegrityChecksumFiles = "IntegrityChecksumFiles",
    #[life("3.0.0-rc.1..")]
    IntegrityChecksumFilesRefresh = "IntegrityChecksumFilesRefresh",
    #[life("3.0.0-rc.1..")]
    IntegrityDeleteReportType = "IntegrityDeleteReportType",
    #[life("3.0.0-rc.1..")]
    IntegrityDeleteReports = "IntegrityDeleteReports",
}

#[model]
#[life("1.116.0..")]
#[serde(rename_all = "kebab-case")]
pub enum ManualJobName {
    PersonCleanup,
    TagCleanup,
    UserCleanup,
    #[life("1.127.0..")]
    MemoryCleanup,
    #[life("1.127.0..")]
    MemoryCreate,
    #[life("1.130.0..")]
    BackupDatabase,
    #[life("3.0.0-rc.1..")]
    IntegrityMissingFiles,
    #[life("3.0.0-rc.1..")]
    IntegrityUntrackedFiles,
    #[life("3.0.0-rc.1..")]
    IntegrityChecksumMismatch,
    #[life("3.0.0-rc.1..")]
    IntegrityMissingFilesRefresh,
    #[life("3.0.0-rc.1..")]
    IntegrityUntrackedFilesRefresh,
    #[life("3.0.0-rc.1..")]
    IntegrityChecksumMismatchRefresh,
    #[life("3.0.0-rc.1..")]
    IntegrityMissingFilesDeleteAll,
    #[life("3.0.0-rc.1..")]
    IntegrityUntrackedFilesDeleteAll,
    #[life("3.0.0-rc.1..")]
    IntegrityChecksumMismatchDeleteAll,
}
