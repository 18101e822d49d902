//! The types and operations of the API, one module for each tag.
//!
//! `cargo xtask upstream learn` writes these modules and keeps what stands in their comments.

use crate::operation::{Describe, Reach};

mod activities;
mod albums;
mod api_keys;
mod asset_edits;
mod asset_files;
mod asset_metadata;
mod assets;
mod audit;
mod authentication;
mod authentication_admin;
mod bulk;
mod cluster_groups;
mod config_admin;
mod config_public;
mod config_user;
mod database_backups_admin;
mod download;
mod duplicates;
mod exif;
mod faces;
mod file_reports;
mod jobs;
mod libraries;
mod machine_learning;
mod maintenance_admin;
mod map;
mod memories;
mod notifications;
mod notifications_admin;
mod partners;
mod people;
mod plugins;
mod queues;
mod search;
mod server;
mod server_info;
mod sessions;
mod shared_links;
mod stacks;
mod sync;
mod system_config;
mod system_metadata;
mod tags;
mod timeline;
mod trash;
mod user_preferences;
mod users;
mod users_admin;
mod views;
mod workflows;

pub use activities::*;
pub use albums::*;
pub use api_keys::*;
pub use asset_edits::*;
pub use asset_files::*;
pub use asset_metadata::*;
pub use assets::*;
pub use audit::*;
pub use authentication::*;
pub use authentication_admin::*;
pub use bulk::*;
pub use cluster_groups::*;
pub use config_admin::*;
pub use config_public::*;
pub use config_user::*;
pub use database_backups_admin::*;
pub use download::*;
pub use duplicates::*;
pub use exif::*;
pub use faces::*;
pub use file_reports::*;
pub use jobs::*;
pub use libraries::*;
pub use machine_learning::*;
pub use maintenance_admin::*;
pub use map::*;
pub use memories::*;
pub use notifications::*;
pub use notifications_admin::*;
pub use partners::*;
pub use people::*;
pub use plugins::*;
pub use queues::*;
pub use search::*;
pub use server::*;
pub use server_info::*;
pub use sessions::*;
pub use shared_links::*;
pub use stacks::*;
pub use sync::*;
pub use system_config::*;
pub use system_metadata::*;
pub use tags::*;
pub use timeline::*;
pub use trash::*;
pub use user_preferences::*;
pub use users::*;
pub use users_admin::*;
pub use views::*;
pub use workflows::*;

/// The operations of each module.
pub(crate) const OPERATIONS: &[&[Describe]] = &[
    activities::OPERATIONS,
    albums::OPERATIONS,
    api_keys::OPERATIONS,
    asset_files::OPERATIONS,
    assets::OPERATIONS,
    audit::OPERATIONS,
    authentication::OPERATIONS,
    authentication_admin::OPERATIONS,
    cluster_groups::OPERATIONS,
    config_admin::OPERATIONS,
    config_public::OPERATIONS,
    config_user::OPERATIONS,
    database_backups_admin::OPERATIONS,
    download::OPERATIONS,
    duplicates::OPERATIONS,
    faces::OPERATIONS,
    file_reports::OPERATIONS,
    jobs::OPERATIONS,
    libraries::OPERATIONS,
    maintenance_admin::OPERATIONS,
    map::OPERATIONS,
    memories::OPERATIONS,
    notifications::OPERATIONS,
    notifications_admin::OPERATIONS,
    partners::OPERATIONS,
    people::OPERATIONS,
    plugins::OPERATIONS,
    queues::OPERATIONS,
    search::OPERATIONS,
    server::OPERATIONS,
    server_info::OPERATIONS,
    sessions::OPERATIONS,
    shared_links::OPERATIONS,
    stacks::OPERATIONS,
    sync::OPERATIONS,
    system_config::OPERATIONS,
    system_metadata::OPERATIONS,
    tags::OPERATIONS,
    timeline::OPERATIONS,
    trash::OPERATIONS,
    users::OPERATIONS,
    users_admin::OPERATIONS,
    views::OPERATIONS,
    workflows::OPERATIONS,
];

/// The types of each module that no operation names.
pub(crate) const UNREACHED: &[&[Reach]] = &[bulk::UNREACHED, server::UNREACHED, sync::UNREACHED, users::UNREACHED];
