//! Sync: entity to stack.

use crate::{Id, MemoryType, Nullable, Object, OpenObject, Timestamp, model};

/// Sync entity type. Added in 1.127.0.
#[model]
#[life("1.127.0..")]
#[expect(missing_docs, reason = "their names say it")]
pub enum SyncEntityType {
    UserV1,
    UserDeleteV1,
    #[life("1.129.0..")]
    PartnerV1,
    #[life("1.129.0..")]
    PartnerDeleteV1,
    #[life("1.130.0..")]
    AssetV1,
    #[life("1.130.0..")]
    AssetDeleteV1,
    #[life("1.130.0..")]
    AssetExifV1,
    #[life("1.130.0..")]
    PartnerAssetV1,
    #[life("1.130.0..")]
    PartnerAssetDeleteV1,
    #[life("1.130.0..")]
    PartnerAssetExifV1,
    #[life("1.133.0..")]
    AlbumV1,
    #[life("1.133.0..")]
    AlbumDeleteV1,
    #[life("1.133.0..")]
    AlbumUserV1,
    #[life("1.133.0..")]
    AlbumUserDeleteV1,
    #[life("1.135.0..")]
    PartnerAssetBackfillV1,
    #[life("1.135.0..")]
    PartnerAssetExifBackfillV1,
    #[life("1.135.0..")]
    SyncAckV1,
    #[life("1.135.1..")]
    AlbumUserBackfillV1,
    #[life("1.136.0..")]
    AuthUserV1,
    #[life("1.136.0..")]
    PartnerStackBackfillV1,
    #[life("1.136.0..")]
    PartnerStackDeleteV1,
    #[life("1.136.0..")]
    PartnerStackV1,
    #[life("1.136.0..1.138.0")]
    AlbumAssetV1,
    #[life("1.136.0..")]
    AlbumAssetBackfillV1,
    #[life("1.136.0..1.138.0")]
    AlbumAssetExifV1,
    #[life("1.136.0..")]
    AlbumAssetExifBackfillV1,
    #[life("1.136.0..")]
    AlbumToAssetV1,
    #[life("1.136.0..")]
    AlbumToAssetDeleteV1,
    #[life("1.136.0..")]
    AlbumToAssetBackfillV1,
    #[life("1.136.0..")]
    MemoryV1,
    #[life("1.136.0..")]
    MemoryDeleteV1,
    #[life("1.136.0..")]
    MemoryToAssetV1,
    #[life("1.136.0..")]
    MemoryToAssetDeleteV1,
    #[life("1.136.0..")]
    StackV1,
    #[life("1.136.0..")]
    StackDeleteV1,
    #[life("1.136.0..")]
    PersonV1,
    #[life("1.136.0..")]
    PersonDeleteV1,
    #[life("1.136.0..")]
    AssetFaceV1,
    #[life("1.136.0..")]
    AssetFaceDeleteV1,
    #[life("1.136.0..")]
    UserMetadataV1,
    #[life("1.136.0..")]
    UserMetadataDeleteV1,
    #[life("1.136.0..")]
    SyncResetV1,
    #[life("1.138.0..")]
    AlbumAssetCreateV1,
    #[life("1.138.0..")]
    AlbumAssetUpdateV1,
    #[life("1.138.0..")]
    AlbumAssetExifCreateV1,
    #[life("1.138.0..")]
    AlbumAssetExifUpdateV1,
    #[life("1.140.0..")]
    AssetMetadataV1,
    #[life("1.140.0..")]
    AssetMetadataDeleteV1,
    #[life("1.141.0..")]
    SyncCompleteV1,
    #[life("2.6.0..")]
    AssetEditV1,
    #[life("2.6.0..")]
    AssetEditDeleteV1,
    #[life("2.6.0..")]
    AssetFaceV2,
    #[life("3.0.0-rc.1..")]
    AssetV2,
    #[life("3.0.0-rc.1..")]
    AssetOcrV1,
    #[life("3.0.0-rc.1..")]
    AssetOcrDeleteV1,
    #[life("3.0.0-rc.1..")]
    PartnerAssetV2,
    #[life("3.0.0-rc.1..")]
    PartnerAssetBackfillV2,
    #[life("3.0.0-rc.1..")]
    AlbumV2,
    #[life("3.0.0-rc.1..")]
    AlbumAssetCreateV2,
    #[life("3.0.0-rc.1..")]
    AlbumAssetUpdateV2,
    #[life("3.0.0-rc.1..")]
    AlbumAssetBackfillV2,
}

/// Sync memory asset delete v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncMemoryAssetDeleteV1 {
    /// Identifies the asset.
    pub asset_id: Id,
    /// Identifies the memory.
    pub memory_id: Id,
}

/// Sync memory asset v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncMemoryAssetV1 {
    /// Identifies the asset.
    pub asset_id: Id,
    /// Identifies the memory.
    pub memory_id: Id,
}

/// Sync memory delete v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncMemoryDeleteV1 {
    /// Identifies the memory.
    pub memory_id: Id,
}

/// Sync memory v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncMemoryV1 {
    /// When it was created.
    pub created_at: Timestamp,
    /// The data.
    pub data: OpenObject,
    /// When it was deleted.
    pub deleted_at: Nullable<Timestamp>,
    /// When it was hide.
    pub hide_at: Nullable<Timestamp>,
    /// Identifies it.
    pub id: Id,
    /// Whether it is saved.
    pub is_saved: bool,
    /// When it was memory.
    pub memory_at: Timestamp,
    /// Identifies the owner.
    pub owner_id: Id,
    /// When it was seen.
    pub seen_at: Nullable<Timestamp>,
    /// Whether to show at.
    pub show_at: Nullable<Timestamp>,
    /// The type.
    pub r#type: MemoryType,
    /// When it was updated.
    pub updated_at: Timestamp,
}

/// Sync partner delete v1. Added in 1.129.0.
#[model]
#[life("1.129.0..")]
pub struct SyncPartnerDeleteV1 {
    /// Identifies the shared by.
    pub shared_by_id: Id,
    /// Identifies the shared with.
    pub shared_with_id: Id,
}

/// Sync partner v1. Added in 1.129.0.
#[model]
#[life("1.129.0..")]
pub struct SyncPartnerV1 {
    /// The in timeline.
    pub in_timeline: bool,
    /// Identifies the shared by.
    pub shared_by_id: Id,
    /// Identifies the shared with.
    pub shared_with_id: Id,
}

/// Sync person delete v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncPersonDeleteV1 {
    /// Identifies the person.
    pub person_id: Id,
}

/// Sync person v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncPersonV1 {
    /// The birth date.
    pub birth_date: Nullable<Timestamp>,
    /// The color.
    pub color: Nullable<String>,
    /// When it was created.
    pub created_at: Timestamp,
    /// Identifies the face asset.
    pub face_asset_id: Nullable<String>,
    /// Identifies it.
    pub id: Id,
    /// Whether it is favorite.
    pub is_favorite: bool,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// The name.
    pub name: String,
    /// Identifies the owner.
    pub owner_id: Id,
    /// When it was updated.
    pub updated_at: Timestamp,
}

/// Sync request type. Added in 1.127.0.
#[model]
#[life("1.127.0..")]
#[expect(missing_docs, reason = "their names say it")]
pub enum SyncRequestType {
    UsersV1,
    #[life("1.129.0..")]
    PartnersV1,
    #[life("1.130.0..")]
    AssetsV1,
    #[life("1.130.0..")]
    AssetExifsV1,
    #[life("1.130.0..")]
    PartnerAssetsV1,
    #[life("1.130.0..")]
    PartnerAssetExifsV1,
    #[life("1.133.0..")]
    AlbumsV1,
    #[life("1.133.0..")]
    AlbumUsersV1,
    #[life("1.136.0..")]
    AlbumToAssetsV1,
    #[life("1.136.0..")]
    AlbumAssetsV1,
    #[life("1.136.0..")]
    AlbumAssetExifsV1,
    #[life("1.136.0..")]
    AuthUsersV1,
    #[life("1.136.0..")]
    MemoriesV1,
    #[life("1.136.0..")]
    MemoryToAssetsV1,
    #[life("1.136.0..")]
    PartnerStacksV1,
    #[life("1.136.0..")]
    StacksV1,
    #[life("1.136.0..")]
    PeopleV1,
    #[life("1.136.0..")]
    AssetFacesV1,
    #[life("1.136.0..")]
    UserMetadataV1,
    #[life("1.140.0..")]
    AssetMetadataV1,
    #[life("2.6.0..")]
    AssetEditsV1,
    #[life("2.6.0..")]
    AssetFacesV2,
    #[life("3.0.0-rc.1..")]
    AlbumsV2,
    #[life("3.0.0-rc.1..")]
    AlbumAssetsV2,
    #[life("3.0.0-rc.1..")]
    AssetsV2,
    #[life("3.0.0-rc.1..")]
    AssetOcrV1,
    #[life("3.0.0-rc.1..")]
    PartnerAssetsV2,
}

/// Sync reset v1. Added in 1.136.0.
#[model(component)]
#[life("1.136.0..")]
pub struct SyncResetV1(pub Object);

/// Sync stack delete v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncStackDeleteV1 {
    /// Identifies the stack.
    pub stack_id: Id,
}

/// Sync stack v1. Added in 1.136.0.
#[model]
#[life("1.136.0..")]
pub struct SyncStackV1 {
    /// When it was created.
    pub created_at: Timestamp,
    /// Identifies it.
    pub id: Id,
    /// Identifies the owner.
    pub owner_id: Id,
    /// Identifies the primary asset.
    pub primary_asset_id: Id,
    /// When it was updated.
    pub updated_at: Timestamp,
}
