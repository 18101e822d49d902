//! What an API key allows.

use crate::model;

#[model]
#[life("1.113.0..")]
pub enum Permission {
    All = "all",
    ActivityCreate = "activity.create",
    ActivityRead = "activity.read",
    ActivityUpdate = "activity.update",
    ActivityDelete = "activity.delete",
    ActivityStatistics = "activity.statistics",
    ApiKeyCreate = "apiKey.create",
    ApiKeyRead = "apiKey.read",
    ApiKeyUpdate = "apiKey.update",
    ApiKeyDelete = "apiKey.delete",
    AssetRead = "asset.read",
    AssetUpdate = "asset.update",
    AssetDelete = "asset.delete",
    AssetShare = "asset.share",
    AssetView = "asset.view",
    AssetDownload = "asset.download",
    AssetUpload = "asset.upload",
    AlbumCreate = "album.create",
    AlbumRead = "album.read",
    AlbumUpdate = "album.update",
    AlbumDelete = "album.delete",
    AlbumStatistics = "album.statistics",
    #[life("..1.137.0")]
    AlbumAddAsset = "album.addAsset",
    #[life("..1.137.0")]
    AlbumRemoveAsset = "album.removeAsset",
    AlbumShare = "album.share",
    AlbumDownload = "album.download",
    AuthDeviceDelete = "authDevice.delete",
    ArchiveRead = "archive.read",
    FaceCreate = "face.create",
    FaceRead = "face.read",
    FaceUpdate = "face.update",
    FaceDelete = "face.delete",
    LibraryCreate = "library.create",
    LibraryRead = "library.read",
    LibraryUpdate = "library.update",
    LibraryDelete = "library.delete",
    LibraryStatistics = "library.statistics",
    TimelineRead = "timeline.read",
    TimelineDownload = "timeline.download",
    MemoryCreate = "memory.create",
    MemoryRead = "memory.read",
    MemoryUpdate = "memory.update",
    MemoryDelete = "memory.delete",
    PartnerCreate = "partner.create",
    PartnerRead = "partner.read",
    PartnerUpdate = "partner.update",
    PartnerDelete = "partner.delete",
    PersonCreate = "person.create",
    PersonRead = "person.read",
    PersonUpdate = "person.update",
    PersonDelete = "person.delete",
    PersonStatistics = "person.statistics",
    PersonMerge = "person.merge",
    PersonReassign = "person.reassign",
    SessionRead = "session.read",
    SessionUpdate = "session.update",
    SessionDelete = "session.delete",
    SharedLinkCreate = "sharedLink.create",
    SharedLinkRead = "sharedLink.read",
    SharedLinkUpdate = "sharedLink.update",
    SharedLinkDelete = "sharedLink.delete",
    StackCreate = "stack.create",
    StackRead = "stack.read",
    StackUpdate = "stack.update",
    StackDelete = "stack.delete",
    SystemConfigRead = "systemConfig.read",
    SystemConfigUpdate = "systemConfig.update",
    SystemMetadataRead = "systemMetadata.read",
    SystemMetadataUpdate = "systemMetadata.update",
    TagCreate = "tag.create",
    TagRead = "tag.read",
    TagUpdate = "tag.update",
    TagDelete = "tag.delete",
    TagAsset = "tag.asset",
    #[life("..1.137.0")]
    AdminDotUserCreate = "admin.user.create",
    #[life("..1.137.0")]
    AdminDotUserRead = "admin.user.read",
    #[life("..1.137.0")]
    AdminDotUserUpdate = "admin.user.update",
    #[life("..1.137.0")]
    AdminDotUserDelete = "admin.user.delete",
    #[life("1.133.0..")]
    NotificationCreate = "notification.create",
    #[life("1.133.0..")]
    NotificationRead = "notification.read",
    #[life("1.133.0..")]
    NotificationUpdate = "notification.update",
    #[life("1.133.0..")]
    NotificationDelete = "notification.delete",
    #[life("1.133.0..")]
    SessionCreate = "session.create",
    #[life("1.133.0..")]
    SessionLock = "session.lock",
    #[life("1.137.0..")]
    AssetStatistics = "asset.statistics",
    #[life("1.137.0..3.0.0-rc.1")]
    AssetReplace = "asset.replace",
    #[life("1.137.0..")]
    AlbumAssetCreate = "albumAsset.create",
    #[life("1.137.0..")]
    AlbumAssetDelete = "albumAsset.delete",
    #[life("1.137.0..")]
    AlbumUserCreate = "albumUser.create",
    #[life("1.137.0..")]
    AlbumUserUpdate = "albumUser.update",
    #[life("1.137.0..")]
    AlbumUserDelete = "albumUser.delete",
    #[life("1.137.0..")]
    AuthChangePassword = "auth.changePassword",
    #[life("1.137.0..")]
    DuplicateRead = "duplicate.read",
    #[life("1.137.0..")]
    DuplicateDelete = "duplicate.delete",
    #[life("1.137.0..")]
    JobCreate = "job.create",
    #[life("1.137.0..")]
    JobRead = "job.read",
    #[life("1.137.0..")]
    MemoryStatistics = "memory.statistics",
    #[life("1.137.0..")]
    MemoryAssetCreate = "memoryAsset.create",
    #[life("1.137.0..")]
    MemoryAssetDelete = "memoryAsset.delete",
    #[life("1.137.0..")]
    PinCodeCreate = "pinCode.create",
    #[life("1.137.0..")]
    PinCodeUpdate = "pinCode.update",
    #[life("1.137.0..")]
    PinCodeDelete = "pinCode.delete",
    #[life("1.137.0..")]
    ServerAbout = "server.about",
    #[life("1.137.0..")]
    ServerApkLinks = "server.apkLinks",
    #[life("1.137.0..")]
    ServerStorage = "server.storage",
    #[life("1.137.0..")]
    ServerStatistics = "server.statistics",
    #[life("1.137.0..")]
    ServerLicenseRead = "serverLicense.read",
    #[life("1.137.0..")]
    ServerLicenseUpdate = "serverLicense.update",
    #[life("1.137.0..")]
    ServerLicenseDelete = "serverLicense.delete",
    #[life("1.137.0..")]
    SyncStream = "sync.stream",
    #[life("1.137.0..")]
    SyncCheckpointRead = "syncCheckpoint.read",
    #[life("1.137.0..")]
    SyncCheckpointUpdate = "syncCheckpoint.update",
    #[life("1.137.0..")]
    SyncCheckpointDelete = "syncCheckpoint.delete",
    #[life("1.137.0..")]
    UserRead = "user.read",
    #[life("1.137.0..")]
    UserUpdate = "user.update",
    #[life("1.137.0..")]
    UserLicenseCreate = "userLicense.create",
    #[life("1.137.0..")]
    UserLicenseRead = "userLicense.read",
    #[life("1.137.0..")]
    UserLicenseUpdate = "userLicense.update",
    #[life("1.137.0..")]
    UserLicenseDelete = "userLicense.delete",
    #[life("1.137.0..")]
    UserOnboardingRead = "userOnboarding.read",
    #[life("1.137.0..")]
    UserOnboardingUpdate = "userOnboarding.update",
    #[life("1.137.0..")]
    UserOnboardingDelete = "userOnboarding.delete",
    #[life("1.137.0..")]
    UserPreferenceRead = "userPreference.read",
    #[life("1.137.0..")]
    UserPreferenceUpdate = "userPreference.update",
    #[life("1.137.0..")]
    UserProfileImageCreate = "userProfileImage.create",
    #[life("1.137.0..")]
    UserProfileImageRead = "userProfileImage.read",
    #[life("1.137.0..")]
    UserProfileImageUpdate = "userProfileImage.update",
    #[life("1.137.0..")]
    UserProfileImageDelete = "userProfileImage.delete",
    #[life("1.137.0..")]
    AdminUserCreate = "adminUser.create",
    #[life("1.137.0..")]
    AdminUserRead = "adminUser.read",
    #[life("1.137.0..")]
    AdminUserUpdate = "adminUser.update",
    #[life("1.137.0..")]
    AdminUserDelete = "adminUser.delete",
    #[life("1.138.0..")]
    ServerVersionCheck = "server.versionCheck",
    #[life("1.138.0..")]
    AdminAuthUnlinkAll = "adminAuth.unlinkAll",
    #[life("2.2.0..")]
    AssetCopy = "asset.copy",
    #[life("2.2.0..")]
    AdminSessionRead = "adminSession.read",
    #[life("2.3.0..")]
    Maintenance = "maintenance",
    #[life("2.3.0..")]
    PluginCreate = "plugin.create",
    #[life("2.3.0..")]
    PluginRead = "plugin.read",
    #[life("2.3.0..")]
    PluginUpdate = "plugin.update",
    #[life("2.3.0..")]
    PluginDelete = "plugin.delete",
    #[life("2.3.0..")]
    WorkflowCreate = "workflow.create",
    #[life("2.3.0..")]
    WorkflowRead = "workflow.read",
    #[life("2.3.0..")]
    WorkflowUpdate = "workflow.update",
    #[life("2.3.0..")]
    WorkflowDelete = "workflow.delete",
    #[life("2.4.0..")]
    QueueRead = "queue.read",
    #[life("2.4.0..")]
    QueueUpdate = "queue.update",
    #[life("2.4.0..")]
    QueueJobCreate = "queueJob.create",
    #[life("2.4.0..")]
    QueueJobRead = "queueJob.read",
    #[life("2.4.0..")]
    QueueJobUpdate = "queueJob.update",
    #[life("2.4.0..")]
    QueueJobDelete = "queueJob.delete",
    #[life("2.5.0..")]
    AssetDerive = "asset.derive",
    #[life("2.5.0..")]
    AssetEditGet = "asset.edit.get",
    #[life("2.5.0..")]
    AssetEditCreate = "asset.edit.create",
    #[life("2.5.0..")]
    AssetEditDelete = "asset.edit.delete",
    #[life("2.5.0..")]
    BackupList = "backup.list",
    #[life("2.5.0..")]
    BackupDownload = "backup.download",
    #[life("2.5.0..")]
    BackupUpload = "backup.upload",
    #[life("2.5.0..")]
    BackupDelete = "backup.delete",
    #[life("2.5.0..")]
    FolderRead = "folder.read",
    #[life("2.5.0..")]
    MapRead = "map.read",
    #[life("2.5.0..")]
    MapSearch = "map.search",
    #[life("3.2.0..")]
    ApiKeyRotate = "apiKey.rotate",
    #[life("3.2.0..")]
    AssetFileRead = "assetFile.read",
    #[life("3.2.0..")]
    AssetFileDelete = "assetFile.delete",
    #[life("3.2.0..")]
    AssetFileDownload = "assetFile.download",
    #[life("3.2.0..")]
    ClusterGroupRead = "clusterGroup.read",
    #[life("3.2.0..")]
    ClusterGroupLeave = "clusterGroup.leave",
    #[life("3.2.0..")]
    ClusterGroupRequestCreate = "clusterGroupRequest.create",
    #[life("3.2.0..")]
    ClusterGroupRequestRead = "clusterGroupRequest.read",
    #[life("3.2.0..")]
    ClusterGroupRequestDelete = "clusterGroupRequest.delete",
    #[life("3.2.0..")]
    AdminConfigRead = "adminConfig.read",
    #[life("3.2.0..")]
    AdminConfigUpdate = "adminConfig.update",
    #[life("3.2.0..")]
    UserConfigRead = "userConfig.read",
    #[life("3.2.0..")]
    WorkflowLogs = "workflow.logs",
}
