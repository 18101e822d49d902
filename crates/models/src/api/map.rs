//! Map.

use crate::operation::Describe;
use crate::{Double, MapMarkerResponseDto, Nullable, Object, Operation, Timestamp, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[GetMapMarkers::describe, ReverseGeocode::describe, GetMapStyle::describe];

/// Get map markers.
#[operation(GET "/map/markers", id = "getMapMarkers", tag = "Map")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.5.0..", "map.read")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<MapMarkerResponseDto>)]
pub struct GetMapMarkers {
    /// The file created after.
    #[query]
    pub file_created_after: Option<Timestamp>,
    /// The file created before.
    #[query]
    pub file_created_before: Option<Timestamp>,
    /// Whether it is archived.
    #[query]
    pub is_archived: Option<bool>,
    /// Whether it is favorite.
    #[query]
    pub is_favorite: Option<bool>,
    /// Whether to take along partners.
    #[query]
    pub with_partners: Option<bool>,
    /// Whether to take along shared albums.
    #[query]
    pub with_shared_albums: Option<bool>,
}

/// Reverse geocode. Added in 1.111.0.
#[operation(GET "/map/reverse-geocode", id = "reverseGeocode", tag = "Map")]
#[life("1.111.0..")]
#[marker("2.3.0..", added = "v1", beta = "v1", stable = "v2")]
#[permission("2.5.0..", "map.search")]
#[security(bearer, cookie, api_key)]
#[answer(200, Vec<MapReverseGeocodeResponseDto>)]
pub struct ReverseGeocode {
    /// The lat.
    #[query]
    pub lat: Double,
    /// The lon.
    #[query]
    pub lon: Double,
}

/// Get map style. Until 1.116.0.
#[operation(GET "/map/style.json", id = "getMapStyle", tag = "Map")]
#[life("..1.116.0")]
#[security(bearer, cookie, api_key)]
#[answer(200, Object)]
pub struct GetMapStyle {
    /// The key.
    #[query]
    pub key: Option<String>,
    /// The theme.
    #[query]
    pub theme: MapTheme,
}

/// What the server answers: map reverse geocode. Added in 1.111.0.
#[model]
#[life("1.111.0..")]
pub struct MapReverseGeocodeResponseDto {
    /// The city.
    pub city: Nullable<String>,
    /// The country.
    pub country: Nullable<String>,
    /// The state.
    pub state: Nullable<String>,
}

/// Map theme. Until 1.116.0.
#[model]
#[life("..1.116.0")]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "their names say it")]
pub enum MapTheme {
    Light,
    Dark,
}
