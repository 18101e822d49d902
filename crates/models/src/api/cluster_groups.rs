//! Cluster groups.

use crate::operation::Describe;
use crate::{Id, Operation, Timestamp, UserResponseDto, model, operation};

/// The operations of this tag.
pub(crate) const OPERATIONS: &[Describe] = &[
    GetClusterGroupRequests::describe,
    DeleteClusterGroupRequest::describe,
    AcceptClusterGroupRequest::describe,
    LeaveClusterGroup::describe,
    ClusterGroupRegeneratePeople::describe,
    GetClusterGroupRequestsForGroup::describe,
    CreateClusterGroupRequest::describe,
    GetClusterGroupUsers::describe,
];

#[operation(GET "/cluster-groups/requests", id = "getClusterGroupRequests", tag = "Cluster groups")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, Vec<ClusterGroupRequestResponseDto>)]
pub struct GetClusterGroupRequests {}

#[operation(DELETE "/cluster-groups/requests/{id}", id = "deleteClusterGroupRequest", tag = "Cluster groups")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(204)]
pub struct DeleteClusterGroupRequest {
    #[path]
    pub id: Id,
}

#[operation(POST "/cluster-groups/requests/{id}/accept", id = "acceptClusterGroupRequest", tag = "Cluster groups")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(204)]
pub struct AcceptClusterGroupRequest {
    #[path]
    pub id: Id,
}

#[operation(POST "/cluster-groups/{id}/leave", id = "leaveClusterGroup", tag = "Cluster groups")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(204)]
pub struct LeaveClusterGroup {
    #[path]
    pub id: Id,
}

#[operation(POST "/cluster-groups/{id}/regenerate-people", id = "clusterGroupRegeneratePeople", tag = "Cluster groups")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(204)]
pub struct ClusterGroupRegeneratePeople {
    #[path]
    pub id: Id,
}

#[operation(GET "/cluster-groups/{id}/requests", id = "getClusterGroupRequestsForGroup", tag = "Cluster groups")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, Vec<ClusterGroupRequestResponseDto>)]
pub struct GetClusterGroupRequestsForGroup {
    #[path]
    pub id: Id,
}

#[operation(PUT "/cluster-groups/{id}/requests", id = "createClusterGroupRequest", tag = "Cluster groups")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, ClusterGroupRequestResponseDto)]
pub struct CreateClusterGroupRequest {
    #[path]
    pub id: Id,
    #[body]
    pub body: ClusterGroupRequestCreateDto,
}

#[operation(GET "/cluster-groups/{id}/users", id = "getClusterGroupUsers", tag = "Cluster groups")]
#[life("3.2.0..")]
#[security(api_key, bearer, cookie)]
#[answer(200, Vec<UserResponseDto>)]
pub struct GetClusterGroupUsers {
    #[path]
    pub id: Id,
}

#[model]
#[life("3.2.0..")]
pub struct ClusterGroupRequestCreateDto {
    pub user_id: Id,
}

#[model]
#[life("3.2.0..")]
pub struct ClusterGroupRequestResponseDto {
    pub cluster_group_id: Id,
    pub created_at: Timestamp,
    pub id: Id,
    pub user_id: Id,
}
