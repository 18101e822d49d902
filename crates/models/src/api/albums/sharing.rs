//! Whom an album is shared with, and as what.

use crate::{UserResponseDto, Uuid, model};

#[model]
pub struct AddUsersDto {
    #[shape("..1.124.0")]
    #[shape("1.124.0..", minItems = 1)]
    pub album_users: Vec<AlbumUserAddDto>,
}

#[model]
pub struct AlbumUserAddDto {
    #[shape("..1.124.0")]
    #[shape("1.124.0..", default = "editor")]
    pub role: Option<AlbumUserRole>,
    pub user_id: Uuid,
}

#[model]
pub struct AlbumUserCreateDto {
    pub role: AlbumUserRole,
    pub user_id: Uuid,
}

#[model]
pub struct AlbumUserResponseDto {
    pub role: AlbumUserRole,
    pub user: UserResponseDto,
}

#[model]
#[serde(rename_all = "lowercase")]
pub enum AlbumUserRole {
    Editor,
    Viewer,
    #[life("3.0.0-rc.1..")]
    Owner,
}

#[model]
pub struct UpdateAlbumUserDto {
    pub role: AlbumUserRole,
}
