//! Asset metadata.

use crate::{Id, OpenObject, Timestamp, Uuid, model};

/// Asset metadata bulk delete. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
pub struct AssetMetadataBulkDeleteDto {
    /// The items.
    pub items: Vec<AssetMetadataBulkDeleteItemDto>,
}

/// Asset metadata bulk delete item. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
pub struct AssetMetadataBulkDeleteItemDto {
    /// Identifies the asset.
    pub asset_id: Uuid,
    /// The key.
    pub key: String,
}

/// What the server answers: asset metadata bulk. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
pub struct AssetMetadataBulkResponseDto {
    /// Identifies the asset.
    pub asset_id: Id,
    /// The key.
    pub key: String,
    /// When it was updated.
    pub updated_at: Timestamp,
    /// The value.
    pub value: OpenObject,
}

/// Asset metadata bulk upsert. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
pub struct AssetMetadataBulkUpsertDto {
    /// The items.
    pub items: Vec<AssetMetadataBulkUpsertItemDto>,
}

/// Asset metadata bulk upsert item. Added in 2.5.0.
#[model]
#[life("2.5.0..")]
pub struct AssetMetadataBulkUpsertItemDto {
    /// Identifies the asset.
    pub asset_id: Uuid,
    /// The key.
    pub key: String,
    /// The value.
    pub value: OpenObject,
}

/// Asset metadata key. Added in 1.140.0. Until 2.5.0.
#[model]
#[life("1.140.0..2.5.0")]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "their names say it")]
pub enum AssetMetadataKey {
    MobileApp,
}

/// What the server answers: asset metadata. Added in 1.140.0.
#[model]
#[life("1.140.0..")]
pub struct AssetMetadataResponseDto {
    /// The key.
    #[shape("..2.5.0", AssetMetadataKey)]
    #[shape("2.5.0..")]
    pub key: String,
    /// When it was updated.
    pub updated_at: Timestamp,
    /// The value.
    pub value: OpenObject,
}

/// Asset metadata upsert. Added in 1.140.0.
#[model]
#[life("1.140.0..")]
pub struct AssetMetadataUpsertDto {
    /// The items.
    pub items: Vec<AssetMetadataUpsertItemDto>,
}

/// Asset metadata upsert item. Added in 1.140.0.
#[model]
#[life("1.140.0..")]
pub struct AssetMetadataUpsertItemDto {
    /// The key.
    #[shape("..2.5.0", AssetMetadataKey)]
    #[shape("2.5.0..")]
    pub key: String,
    /// The value.
    pub value: OpenObject,
}
