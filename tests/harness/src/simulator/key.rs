//! StackOne's Basic authorization: the key is the user name and the password is empty. Any key that starts with `v1.`
//! is valid, except for two: one is revoked, one is read-only.

use axum::http::{HeaderMap, Method, StatusCode, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const REVOKED: &str = "v1.eu1.revoked";
const READ_ONLY: &str = "v1.eu1.readonly";

/// Whether these headers allow this method, or the status and message of StackOne's refusal.
pub fn check(method: &Method, headers: &HeaderMap) -> Result<(), (StatusCode, &'static str)> {
    let key = key_in(headers).ok_or((StatusCode::UNAUTHORIZED, "Unauthorized"))?;
    if key == REVOKED {
        return Err((StatusCode::UNAUTHORIZED, "The API key is disabled"));
    }
    if key == READ_ONLY && method != Method::GET {
        return Err((StatusCode::FORBIDDEN, "The API key lacks the scope Platform API write"));
    }
    Ok(())
}

fn key_in(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, encoded) = value.split_once(' ')?;
    let decoded = STANDARD.decode(encoded.trim()).ok()?;
    let pair = String::from_utf8(decoded).ok()?;
    // Without the colon, or with a password, it is no StackOne key.
    let key = pair.strip_suffix(':')?;
    let good = scheme.eq_ignore_ascii_case("basic") && key.starts_with("v1.") && !key.contains(':');
    good.then(|| key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(authorization: &str) -> HeaderMap {
        HeaderMap::from_iter([(header::AUTHORIZATION, authorization.parse().unwrap())])
    }

    fn basic(pair: &str) -> HeaderMap {
        headers(&format!("Basic {}", STANDARD.encode(pair)))
    }

    fn status(method: Method, headers: HeaderMap) -> u16 {
        check(&method, &headers).map_or_else(|(status, _)| status.as_u16(), |()| 200)
    }

    #[test]
    fn any_v1_key_is_good() {
        assert_eq!(status(Method::POST, basic("v1.eu1.abc:")), 200);
        assert_eq!(status(Method::GET, basic("v1.us1.x:")), 200);
    }

    #[test]
    fn what_is_not_a_key_with_a_colon_is_refused() {
        for pair in ["v1.eu1.abc", "v2.eu1.abc:", "v1.eu1.abc:password", "v1.eu1.abc:password:", ":", ""] {
            assert_eq!(status(Method::GET, basic(pair)), 401, "{pair:?}");
        }
        for value in ["Bearer v1.eu1.abc", "Basic v1.eu1.abc:", "Basic", ""] {
            assert_eq!(status(Method::GET, headers(value)), 401, "{value:?}");
        }
        assert_eq!(status(Method::GET, HeaderMap::new()), 401);
    }

    #[test]
    fn the_two_played_keys() {
        assert_eq!(status(Method::GET, basic("v1.eu1.revoked:")), 401);
        assert_eq!(status(Method::GET, basic("v1.eu1.readonly:")), 200);
        for method in [Method::POST, Method::PATCH, Method::PUT, Method::DELETE] {
            assert_eq!(status(method, basic("v1.eu1.readonly:")), 403);
        }
    }
}
