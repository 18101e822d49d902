//! Asset metadata.

use crate::{Id, OpenObject, Timestamp, Uuid, model};

#[model]
#[life("2.5.0..")]
pub struct AssetMetadataBulkDeleteDto {
    pub items: Vec<AssetMetadataBulkDeleteItemDto>,
}

#[model]
#[life("2.5.0..")]
pub struct AssetMetadataBulkDeleteItemDto {
    pub asset_id: Uuid,
    pub key: String,
}

#[model]
#[life("2.5.0..")]
pub struct AssetMetadataBulkResponseDto {
    pub asset_id: Id,
    pub key: String,
    pub updated_at: Timestamp,
    pub value: OpenObject,
}

#[model]
#[life("2.5.0..")]
pub struct AssetMetadataBulkUpsertDto {
    pub items: Vec<AssetMetadataBulkUpsertItemDto>,
}

#[model]
#[life("2.5.0..")]
pub struct AssetMetadataBulkUpsertItemDto {
    pub asset_id: Uuid,
    pub key: String,
    pub value: OpenObject,
}

#[model]
#[life("1.140.0..2.5.0")]
#[serde(rename_all = "kebab-case")]
pub enum AssetMetadataKey {
    MobileApp,
}

#[model]
#[life("1.140.0..")]
pub struct AssetMetadataResponseDto {
    #[shape("..2.5.0", AssetMetadataKey)]
    #[shape("2.5.0..")]
    pub key: String,
    pub updated_at: Timestamp,
    pub value: OpenObject,
}

#[model]
#[life("1.140.0..")]
pub struct AssetMetadataUpsertDto {
    pub items: Vec<AssetMetadataUpsertItemDto>,
}

#[model]
#[life("1.140.0..")]
pub struct AssetMetadataUpsertItemDto {
    #[shape("..2.5.0", AssetMetadataKey)]
    #[shape("2.5.0..")]
    pub key: String,
    pub value: OpenObject,
}
