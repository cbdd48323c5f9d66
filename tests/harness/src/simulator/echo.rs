//! Echoes the secrets of a request (the API key, its `Authorization` header, the client secret) in many ways, as error
//! pages, gateways and debug headers do.

use std::fmt::Write;

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::envelope;

/// Everything that is echoed.
pub fn texts(head: &Parts, body: &[u8]) -> Vec<String> {
    let mut secrets = Vec::new();
    if let Some(value) = head.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()) {
        secrets.push(value.to_owned());
        let token = value.split_once(' ').map_or(value, |(_, token)| token);
        secrets.push(token.to_owned());
        let pair = STANDARD.decode(token).ok().and_then(|pair| String::from_utf8(pair).ok());
        secrets.extend(pair.map(|pair| pair.trim_end_matches(':').to_owned()));
    }
    let json = serde_json::from_slice::<Value>(body).unwrap_or_default();
    secrets.extend(json.pointer("/credentials/clientSecret").and_then(Value::as_str).map(str::to_owned));
    secrets.iter().flat_map(|secret| encoded(secret)).collect()
}

/// A text, plain and in the usual encodings.
fn encoded(text: &str) -> Vec<String> {
    let percent = utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let within = serde_json::json!({ "clientSecret": text, "key": text }).to_string();
    vec![
        text.to_owned(),
        text.to_uppercase(),
        text.to_lowercase(),
        STANDARD.encode(text),
        URL_SAFE_NO_PAD.encode(text),
        STANDARD.encode(&within),
        percent.to_lowercase(),
        utf8_percent_encode(&percent, NON_ALPHANUMERIC).to_string(),
        percent,
        each(text, |word, byte| write!(word, "%{byte:02X}")),
        each(text, |word, byte| write!(word, "{byte:02x}")),
        each(text, |word, byte| write!(word, "&#{byte};")),
        each(text, |word, byte| write!(word, "&#x{byte:x};")),
        each(text, |word, byte| write!(word, "\\u{byte:04x}")),
    ]
}

fn each(text: &str, mut add: impl FnMut(&mut String, u8) -> std::fmt::Result) -> String {
    text.bytes().fold(String::new(), |mut word, byte| {
        let _ = add(&mut word, byte);
        word
    })
}

/// A refusal that echoes everything, in its message and in its headers.
pub fn refusal(status: StatusCode, texts: &[String]) -> Response {
    in_headers(envelope::refusal(status, &texts.join(" ")), texts)
}

/// The right answer, with everything appended to every text.
pub async fn added(answer: Response, texts: &[String]) -> Response {
    let (head, body) = answer.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let Ok(mut json) = serde_json::from_slice(&body) else {
        return in_headers(Response::from_parts(head, Body::from(body)), texts);
    };
    add(&mut json, &texts.join(" "));
    in_headers((head.status, Json(json)).into_response(), texts)
}

fn add(json: &mut Value, echo: &str) {
    match json {
        Value::String(text) => *text = format!("{text} {echo}"),
        Value::Array(items) => items.iter_mut().for_each(|item| add(item, echo)),
        Value::Object(members) => members.values_mut().for_each(|member| add(member, echo)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn in_headers(mut answer: Response, texts: &[String]) -> Response {
    for (name, text) in ["retry-after", "x-request-authorization"].into_iter().zip(texts) {
        if let Ok(value) = HeaderValue::from_str(text) {
            answer.headers_mut().insert(name, value);
        }
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    #[test]
    fn key_header_and_secret_are_said_in_every_way() {
        let request = Request::builder().header("authorization", "Basic djEuZXUxLmdvb2Q6").body(()).unwrap();
        let texts = texts(&request.into_parts().0, br#"{"credentials":{"clientSecret":"S-1"}}"#);
        for text in [
            "Basic djEuZXUxLmdvb2Q6",
            "djEuZXUxLmdvb2Q6",
            "v1.eu1.good",
            "V1.EU1.GOOD",
            "v1%2Eeu1%2Egood",
            "v1%2eeu1%2egood",
            "v1%252Eeu1%252Egood",
            "76312e6575312e676f6f64",
            "S-1",
            "%53%2D%31",
            "Uy0x",
            "&#83;&#45;&#49;",
            "&#x53;&#x2d;&#x31;",
            "\\u0053\\u002d\\u0031",
        ] {
            assert!(texts.iter().any(|said| said == text), "{text}");
        }
    }

    #[test]
    fn a_request_without_secrets_has_none_to_say() {
        assert!(texts(&Request::new(()).into_parts().0, b"no JSON").is_empty());
    }
}
