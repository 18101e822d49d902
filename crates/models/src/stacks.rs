//! Stacks: photos of the same thing, of which one is shown for all.

use crate::{AssetResponseDto, Id, Natural, Nullable, model};

/// The stack that an asset is in.
#[model]
#[life("1.113.0..")]
pub struct AssetStackResponseDto {
    /// How many assets the stack holds, this one included.
    pub asset_count: Natural,
    /// Identifies the stack.
    pub id: Id,
    /// The asset that is shown for all.
    pub primary_asset_id: Id,
}

/// How an asset tells of its stack: at first by the assets themselves, then by the stack's identity.
#[model]
pub enum AssetStack {
    /// The other assets of the stack, in the asset that is shown for all.
    #[life("..1.113.0")]
    Assets(Vec<AssetResponseDto>),
    /// The stack, or null for an asset in none.
    #[life("1.113.0..")]
    Stack(Nullable<AssetStackResponseDto>),
}
