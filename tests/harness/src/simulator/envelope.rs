//! StackOne's error envelope: `{statusCode, message, timestamp}`, with the further members of a 400. Every refusal of
//! the simulated API uses it.

use std::time::SystemTime;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// A refusal with one message.
pub fn refusal(status: StatusCode, message: &str) -> Response {
    (status, Json(body(status, message))).into_response()
}

/// A 400 for a request that does not fit the documented shape.
pub fn bad_request(complaints: &[String]) -> Response {
    let status = StatusCode::BAD_REQUEST;
    let mut envelope = body(status, &complaints.join("; "));
    envelope["data"] = json!({ "errors": complaints });
    envelope["provider_errors"] = json!([]);
    (status, Json(envelope)).into_response()
}

/// The envelope itself.
pub fn body(status: StatusCode, message: &str) -> Value {
    json!({ "statusCode": status.as_u16(), "message": message, "timestamp": now() })
}

/// The current time as StackOne writes it, in UTC with milliseconds.
pub fn now() -> String {
    humantime::format_rfc3339_millis(SystemTime::now()).to_string()
}
