//! Search: types.

use crate::{AssetTypeEnum, AssetVisibility, Double, Id, Nullable, Timestamp, model};

#[model]
#[life("3.2.0..")]
pub struct BoolFilter {
    pub eq: bool,
}

#[model]
#[life("3.2.0..")]
pub struct DateFilter {
    pub eq: Option<Timestamp>,
    pub gt: Option<Timestamp>,
    pub gte: Option<Timestamp>,
    pub lt: Option<Timestamp>,
    pub lte: Option<Timestamp>,
    pub ne: Option<Timestamp>,
}

#[model]
#[life("3.2.0..")]
pub struct DateFilterNullable {
    pub eq: Option<Nullable<Timestamp>>,
    pub gt: Option<Timestamp>,
    pub gte: Option<Timestamp>,
    pub lt: Option<Timestamp>,
    pub lte: Option<Timestamp>,
    pub ne: Option<Nullable<Timestamp>>,
}

#[model]
#[life("3.2.0..")]
pub struct EnumFilterAssetType {
    pub eq: Option<AssetTypeEnum>,
    #[shape(minItems = 1)]
    pub r#in: Option<Vec<AssetTypeEnum>>,
    pub ne: Option<AssetTypeEnum>,
    #[shape(minItems = 1)]
    pub not_in: Option<Vec<AssetTypeEnum>>,
}

#[model]
#[life("3.2.0..")]
pub struct EnumFilterAssetVisibility {
    pub eq: Option<AssetVisibility>,
    #[shape(minItems = 1)]
    pub r#in: Option<Vec<AssetVisibility>>,
    pub ne: Option<AssetVisibility>,
    #[shape(minItems = 1)]
    pub not_in: Option<Vec<AssetVisibility>>,
}

#[model]
#[life("3.2.0..")]
pub struct IdFilter {
    pub eq: Option<Id>,
    pub ne: Option<Id>,
}

#[model]
#[life("3.2.0..")]
pub struct IdFilterNullable {
    pub eq: Option<Nullable<Id>>,
    pub ne: Option<Nullable<Id>>,
}

#[model]
#[life("3.2.0..")]
pub struct IdsFilter {
    #[shape(minItems = 1)]
    pub all: Option<Vec<Id>>,
    #[shape(minItems = 1)]
    pub any: Option<Vec<Id>>,
    #[shape(minItems = 1)]
    pub none: Option<Vec<Id>>,
}

#[model]
#[life("3.2.0..")]
pub struct NumberFilter {
    pub eq: Option<Double>,
    pub gt: Option<Double>,
    pub gte: Option<Double>,
    #[shape(minItems = 1)]
    pub r#in: Option<Vec<Double>>,
    pub lt: Option<Double>,
    pub lte: Option<Double>,
    pub ne: Option<Double>,
    #[shape(minItems = 1)]
    pub not_in: Option<Vec<Double>>,
}

#[model]
#[life("3.2.0..")]
pub struct NumberFilterNullable {
    pub eq: Option<Nullable<Double>>,
    pub gt: Option<Double>,
    pub gte: Option<Double>,
    #[shape(minItems = 1)]
    pub r#in: Option<Vec<Double>>,
    pub lt: Option<Double>,
    pub lte: Option<Double>,
    pub ne: Option<Nullable<Double>>,
    #[shape(minItems = 1)]
    pub not_in: Option<Vec<Double>>,
}

#[model]
#[life("3.2.0..")]
pub struct StringFilter {
    pub eq: Option<String>,
    #[shape(minItems = 1)]
    pub r#in: Option<Vec<String>>,
    pub ne: Option<String>,
    #[shape(minItems = 1)]
    pub not_in: Option<Vec<String>>,
}

#[model]
#[life("3.2.0..")]
pub struct StringFilterNullable {
    pub eq: Option<Nullable<String>>,
    #[shape(minItems = 1)]
    pub r#in: Option<Vec<String>>,
    pub ne: Option<Nullable<String>>,
    #[shape(minItems = 1)]
    pub not_in: Option<Vec<String>>,
}

#[model]
#[life("3.2.0..")]
pub struct StringPatternFilter {
    #[shape(minLength = 1)]
    pub ends_with: Option<String>,
    pub eq: Option<Nullable<String>>,
    #[shape(minItems = 1)]
    pub r#in: Option<Vec<String>>,
    #[shape(minLength = 1)]
    pub like: Option<String>,
    pub ne: Option<Nullable<String>>,
    #[shape(minItems = 1)]
    pub not_in: Option<Vec<String>>,
    #[shape(minLength = 1)]
    pub not_like: Option<String>,
    #[shape(minLength = 1)]
    pub starts_with: Option<String>,
}

#[model]
#[life("3.2.0..")]
pub struct StringSimilarityFilter {
    #[shape(minLength = 1)]
    pub matches: String,
}
