//! The stream itself: what it is asked for, what it sends, what is acknowledged.

use crate::{Object, model};

#[model]
#[life("1.127.0..")]
pub struct SyncAckDeleteDto {
    pub types: Option<Vec<SyncEntityType>>,
}

#[model]
#[life("1.127.0..")]
pub struct SyncAckDto {
    pub ack: String,
    pub r#type: SyncEntityType,
}

#[model]
#[life("1.127.0..")]
pub struct SyncAckSetDto {
    #[shape("..1.136.0")]
    #[shape("1.136.0..", maxItems = 1000)]
    pub acks: Vec<String>,
}

#[model(component)]
#[life("1.136.0..")]
pub struct SyncAckV1(pub Object);

#[model(component)]
#[life("1.141.0..")]
pub struct SyncCompleteV1(pub Object);

#[model]
#[life("1.127.0..")]
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
    #[life("3.3.0..")]
    AuthUserV2,
    #[life("3.3.0..")]
    MemoryV2,
    #[life("3.3.0..")]
    MemoryToAssetV2,
    #[life("3.3.0..")]
    AssetFaceV3,
}

#[model]
#[life("1.127.0..")]
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
    #[life("3.3.0..")]
    AuthUsersV2,
    #[life("3.3.0..")]
    MemoriesV2,
    #[life("3.3.0..")]
    MemoryToAssetsV2,
    #[life("3.3.0..")]
    AssetFacesV3,
}

#[model(component)]
#[life("1.136.0..")]
pub struct SyncResetV1(pub Object);

#[model]
#[life("1.127.0..")]
pub struct SyncStreamDto {
    #[life("1.136.0..", optional)]
    pub reset: Option<bool>,
    pub types: Vec<SyncRequestType>,
}
