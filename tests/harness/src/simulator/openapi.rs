//! Checks requests and answers against the documents in `openapi/`, the only definition of StackOne's shapes: a
//! document for each topic, merged into one. The simulator checks every request, the tests check every answer. A
//! complaint names the place and the rule, never the value, which may be a secret.

use std::sync::OnceLock;

use serde_json::{Value, json};

/// The OpenAPI documents. The first is complete; the others add paths and schemas.
const DOCUMENTS: [&str; 4] = [
    include_str!("../../openapi/profiles.json"),
    include_str!("../../openapi/actions.json"),
    include_str!("../../openapi/linking.json"),
    include_str!("../../openapi/hub.json"),
];

/// An operation of the document: valid requests and answers.
pub struct Operation {
    value: &'static Value,
}

fn document() -> &'static Value {
    static PARSED: OnceLock<Value> = OnceLock::new();
    PARSED.get_or_init(|| {
        let mut documents = DOCUMENTS.map(|text| serde_json::from_str::<Value>(text).expect("it is JSON")).into_iter();
        let mut whole = documents.next().unwrap_or_default();
        for mut more in documents {
            for place in ["/paths", "/components/schemas"] {
                let added = more.pointer_mut(place).and_then(Value::as_object_mut).map(std::mem::take);
                if let (Some(known), Some(added)) = (whole.pointer_mut(place).and_then(Value::as_object_mut), added) {
                    known.extend(added);
                }
            }
        }
        whole
    })
}

/// Finds an operation by its method and its path as in the document (`/connector_profiles/{id}`).
pub fn operation(method: &str, path: &str) -> Option<Operation> {
    let method = method.to_lowercase();
    let value = document()["paths"].get(path)?.get(method)?;
    Some(Operation { value })
}

impl Operation {
    /// Whether it is for browsers with the token of a connect session, and not for clients with a key.
    pub fn wants_session(&self) -> bool {
        self.value.pointer("/security/0/session").is_some()
    }

    /// Complaints about a query string, given as decoded pairs.
    pub fn query_complaints(&self, pairs: &[(String, String)]) -> Vec<String> {
        let no_parameters = Vec::new();
        let parameters = self.value["parameters"].as_array().unwrap_or(&no_parameters);
        let mut complaints = Vec::new();
        let mut seen = Vec::new();
        for (name, text) in pairs {
            let Some(parameter) = parameters.iter().find(|known| known["name"] == name.as_str()) else {
                complaints.push(format!("query parameter {name} should not exist"));
                continue;
            };
            if seen.contains(&name) {
                complaints.push(format!("query parameter {name} is given twice"));
            }
            seen.push(name);
            let value = typed(&parameter["schema"], text);
            let found = complaints_about(&parameter["schema"], &value);
            complaints.extend(found.into_iter().map(|one| format!("query parameter {name}: {one}")));
        }
        complaints
    }

    /// Complaints about a request body; `None` means that none was sent.
    pub fn body_complaints(&self, body: Option<&Value>) -> Vec<String> {
        match (self.value.get("requestBody"), body) {
            (None, None) => Vec::new(),
            (None, Some(_)) => vec!["a body is not expected".into()],
            (Some(_), None) => vec!["a JSON body is expected".into()],
            (Some(expected), Some(body)) => complaints_about(&expected["content"]["application/json"]["schema"], body),
        }
    }

    /// Complaints about an answer; `None` means that it had no body.
    pub fn answer_complaints(&self, status: u16, body: Option<&Value>) -> Vec<String> {
        let responses = &self.value["responses"];
        let named = responses.get(status.to_string());
        let response = match named {
            Some(response) => response,
            None if status >= 400 => &document()["components"]["responses"]["Error"],
            None => return vec![format!("status {status} is not documented")],
        };
        match (response.pointer("/content/application~1json/schema"), body) {
            (None, None) => Vec::new(),
            (None, Some(_)) => vec!["the answer should be empty".into()],
            (Some(_), None) => vec!["the answer should be JSON".into()],
            (Some(schema), Some(body)) => complaints_about(schema, body),
        }
    }
}

/// A query string contains only text; the schema has the type.
fn typed(schema: &Value, text: &str) -> Value {
    let as_text = || Value::String(text.to_owned());
    match schema["type"].as_str() {
        Some("integer") => text.parse::<u64>().map_or_else(|_| as_text(), |number| json!(number)),
        Some("boolean") => text.parse::<bool>().map_or_else(|_| as_text(), |truth| json!(truth)),
        _ => as_text(),
    }
}

fn complaints_about(schema: &Value, value: &Value) -> Vec<String> {
    // The schema includes the components, so that its references resolve.
    let mut schema = schema.clone();
    schema["components"] = document()["components"].clone();
    let validator =
        jsonschema::options().should_validate_formats(true).build(&schema).expect("the documents hold valid schemas");
    validator
        .iter_errors(value)
        .map(|error| {
            let place = error.instance_path().to_string().trim_start_matches('/').replace('/', ".");
            format!("{place} {}", error.masked()).trim().to_owned()
        })
        .collect()
}
