//! Map.

use crate::operation::Describe;
use crate::{Double, MapMarkerResponseDto, Nullable, Object, Operation, Timestamp, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[GetMapMarkers::describe, ReverseGeocode::describe, GetMapStyle::describe];

#[operation(GET "/map/markers", id = "getMapMarkers", tag = "Map")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.5.0..", "map.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<MapMarkerResponseDto>)]
pub struct GetMapMarkers {
    #[query]
    pub file_created_after: Option<Timestamp>,
    #[query]
    pub file_created_before: Option<Timestamp>,
    #[query]
    pub is_archived: Option<bool>,
    #[query]
    pub is_favorite: Option<bool>,
    #[query]
    pub with_partners: Option<bool>,
    #[query]
    pub with_shared_albums: Option<bool>,
}

#[operation(GET "/map/reverse-geocode", id = "reverseGeocode", tag = "Map")]
#[life("1.111.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.5.0..", "map.search")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<MapReverseGeocodeResponseDto>)]
pub struct ReverseGeocode {
    #[query]
    pub lat: Double,
    #[query]
    pub lon: Double,
}

#[operation(GET "/map/style.json", id = "getMapStyle", tag = "Map")]
#[life("..1.116.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, Object)]
pub struct GetMapStyle {
    #[query]
    pub key: Option<String>,
    #[query]
    pub theme: MapTheme,
}

#[model]
#[life("1.111.0..")]
pub struct MapReverseGeocodeResponseDto {
    pub city: Nullable<String>,
    pub country: Nullable<String>,
    pub state: Nullable<String>,
}

#[model]
#[life("..1.116.0")]
#[serde(rename_all = "lowercase")]
pub enum MapTheme {
    Light,
    Dark,
}
