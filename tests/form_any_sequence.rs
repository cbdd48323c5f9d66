//! Whatever happens in whatever order: no panic, at most one create in flight and one for a click, what was typed
//! stays, the client secret is gone after success, and nothing secret reaches the host page or a log.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "fixtures/cases.rs"]
mod cases;
#[path = "fixtures/choices.rs"]
mod choices;
#[path = "fixtures/held.rs"]
mod held;
#[path = "fixtures/seen.rs"]
mod seen;

use cases::{KEY, SECRET, properties, to_serde};
use choices::{PAGES, choices};
use held::{Aside, assert_choice_fits, fields};
use proptest::prelude::*;
use proptest::sample::select;
use seen::everything;
use stackone_connector_profile::form::view::view;
use stackone_connector_profile::form::{Copy, Effect, Msg, Phase, ProfilesMsg, Settings, State, Toggle, update};
use stackone_connector_profile::profile::{Field, Secret, trim};
use stackone_connector_profile::stackone::{Answer, ConnectorProfile, Json, Unanswered};

/// Values for the two secret fields, told from everything else.
const SECRETS: [&str; 3] = [SECRET, " C4n4ryS3cretTyp3dByHand\n", "\u{a0}1955279925675241571"];
const KEYS: [&str; 3] = ["v1.eu1.C4n4ryK3yOne", " v1.us1.C4n4ryK3yTwo\u{200b}", "C4n4ryK3yOfAnotherLook"];

/// One thing that happens. Numbers of requests are relative, because only the run knows them.
#[derive(Clone, Debug)]
enum Step {
    Say(Msg),
    /// To the newest request but so many, or to none that was ever sent.
    Reply(usize, Result<(u16, Option<&'static str>, &'static str), Unanswered>),
    Tick(u32),
    /// An offered mend, the first profile shown, a button of the failure: by position.
    Press(usize),
}

fn named(id: &str, name: &str) -> ConnectorProfile {
    let (id, name, environment) = (id.to_owned(), name.to_owned(), "production".to_owned());
    ConnectorProfile { id, name, environment, ..ConnectorProfile::default() }
}

const BODIES: [&str; 18] = [
    r#"{"id": "p1", "name": "Salesforce (Production)", "environment": "production"}"#,
    r#"{"data": []}"#,
    r#"{"data": [{"id": "p1", "name": "Salesforce (Production)"}], "total": 1}"#,
    r#"{"data": [{"id": "p1", "name": "Salesforce (Production)"}, {"id": "p2", "name": "Salesforce (Production)"}]}"#,
    r#"{"data": [{"id": "p3", "name": "Sales", "environment": "sandbox"}], "total": 99}"#,
    // Somebody changed one of them.
    r#"{"data": [{"id": "p1", "name": "Theirs", "environment": "sandbox", "updated_at": "2", "default": true}]}"#,
    PAGES[0],
    PAGES[1],
    PAGES[2],
    r#"{"message": ["enabled_actions has {secret} of {key}"]}"#,
    r#"{"data": [{"id": "p1", "name": "Salesforce (Production)", "connector_pinned_version": "1.2.x"}]}"#,
    r#"{"pinned_version": "1.2.x", "data": [{"version": "1.2.0", "pinned": true}, {}]}"#,
    "<html>",
    "",
    // StackOne, or what stands before it, may repeat what it got.
    r#"{"message": ["clientSecret {secret} is odd", "apiKey {key}"]}"#,
    r#"{"message": "{\"message\": [\"{key}{secret} in environment\"]}"}"#,
    "{key} {secret} is no JSON",
    r#"{"data": [{"id": "p1", "name": 7}, 8], "page_size": "1", "total": "3"}"#,
];

fn reply() -> impl Strategy<Value = Step> {
    let status = select(vec![
        200, 200, 200, 201, 201, 204, 301, 400, 401, 403, 404, 405, 408, 409, 422, 429, 500, 501, 503, 0, 99, 999,
    ]);
    let retry_after = select(vec![None, Some("1"), Some("2"), Some("soon")]);
    let answer = (status, retry_after, select(BODIES.to_vec())).prop_map(Ok);
    let unanswered = vec![
        Unanswered::Offline,
        Unanswered::ForbiddenByPolicy,
        Unanswered::Network,
        Unanswered::TimedOut,
        Unanswered::NoAuthorization("no".into()),
        Unanswered::BrokenOff(200),
        Unanswered::BrokenOff(401),
        Unanswered::BrokenOff(408),
        Unanswered::BrokenOff(429),
        Unanswered::BrokenOff(503),
    ];
    let outcome = prop_oneof![4 => answer, 1 => select(unanswered).prop_map(Err)];
    (prop_oneof![5 => Just(0_usize), 2 => 0..5_usize], outcome).prop_map(|(which, outcome)| Step::Reply(which, outcome))
}

fn typed() -> impl Strategy<Value = Msg> {
    let plain = select(vec![
        (Field::Name, vec!["", "Sales", " Sales\n", "a\nb"]),
        (Field::ClientId, vec![KEY, KEY, "", "\u{a0}MyCompanyStackOne2026\n", "3MVG9 a", "admin@acme.example"]),
        (Field::Scopes, vec!["", " ", "api", "API, refresh_token ", "x-y"]),
        (Field::Environment, vec!["production", "production", "sandbox", ""]),
        (
            Field::MyDomain,
            vec!["", "", "acme.my.salesforce.com", "acme.lightning.force.com", "login.salesforce.com", "x"],
        ),
        (Field::Actions, vec!["x"]),
        (
            Field::ClientSecret,
            [SECRETS.as_slice(), SECRETS.as_slice(), &["", "3MVG9abcdefgh", "C4n4ry S3cret 1ns1de"]].concat(),
        ),
        (Field::ApiKey, [KEYS.as_slice(), KEYS.as_slice(), &["", " "]].concat()),
    ]);
    plain.prop_flat_map(|(field, texts)| select(texts).prop_map(move |text| Msg::Typed(field, Secret::from(text))))
}

fn said() -> impl Strategy<Value = Msg> {
    let config = |json: &str| Msg::Configured(Box::new(Settings::read(&Json::parse(json).unwrap()).0));
    let rare = vec![
        Msg::Started,
        Msg::Began(Box::default()),
        Msg::Ended,
        config("{}"),
        config(r#"{"auth": "none", "name": "Offered"}"#),
        config(r#"{"auth": "host", "apiBaseUrl": "/x"}"#),
        config(r#"{"auth": "none", "profileId": "p1"}"#),
        config(r#"{"profileId": "p3"}"#),
        Msg::Noticed("Notice".to_owned()),
        Msg::Restarted,
        Msg::KeyForgotten,
        Msg::PickedNone,
        Msg::RenamePressed,
        Msg::Picked(named("p1", "Sales")),
        Msg::EditPressed(named("p1", "Sales")),
    ];
    let copies = [Copy::Url, Copy::Curl, Copy::Json];
    let toggles = [Toggle::ClientSecret, Toggle::ApiKey, Toggle::MyDomain, Toggle::RequestSecrets];
    prop_oneof![
        6 => Just(Msg::Submitted),
        6 => typed(),
        2 => select(Field::ALL.to_vec()).prop_map(Msg::Left),
        1 => select(toggles.to_vec()).prop_map(Msg::Toggled),
        1 => select(copies.to_vec()).prop_map(Msg::CopyPressed),
        1 => (select(copies.to_vec()), any::<bool>()).prop_map(|(copy, worked)| Msg::CopyEnded(copy, worked)),
        2 => select(rare),
        4 => listed().prop_map(Msg::Profiles),
        5 => choices().prop_map(Msg::Actions),
    ]
}

fn listed() -> impl Strategy<Value = ProfilesMsg> {
    let one = named("p1", "Salesforce (Production)");
    prop_oneof![
        2 => Just(ProfilesMsg::Toggled),
        2 => Just(ProfilesMsg::Read),
        1 => Just(ProfilesMsg::Searched("Sales".to_owned())),
        3 => Just(ProfilesMsg::Changed(one.clone())),
        1 => Just(ProfilesMsg::Duplicated(one.clone())),
        1 => Just(ProfilesMsg::Replaced),
        1 => Just(ProfilesMsg::Versions),
        1 => select(vec!["1.2.x", "latest", "^1"]).prop_map(|pin| ProfilesMsg::PinTyped(pin.to_owned())),
        2 => any::<bool>().prop_map(|on| ProfilesMsg::Pinned { on }),
        2 => (0..3_usize).prop_map(ProfilesMsg::Switched),
        1 => Just(ProfilesMsg::Overwritten(one)),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let fill = [(Field::ClientId, KEY), (Field::ClientSecret, SECRETS[1]), (Field::ApiKey, KEYS[1])];
    let fill = fill.map(|(field, text)| Step::Say(Msg::Typed(field, Secret::from(text)))).to_vec();
    let step = prop_oneof![
        5 => said().prop_map(Step::Say),
        6 => reply(),
        1 => (0..3_u32).prop_map(Step::Tick),
        2 => (0..6_usize).prop_map(Step::Press),
    ];
    (any::<bool>(), prop::collection::vec(step, 1..60)).prop_map(move |(filled, steps)| {
        let start = [Step::Say(Msg::Started)].into_iter().chain(fill.clone().into_iter().filter(|_| filled));
        start.chain(steps).collect()
    })
}

/// Everything that a person can press at the moment and that no other step presses.
fn buttons(state: &State) -> Vec<Msg> {
    let view = view(state);
    let messages = seen::fields(&view).into_iter().flat_map(|field| field.messages);
    let mends = messages.filter_map(|message| Some(Msg::Mended(message.mend?)));
    let failure = view
        .failure()
        .into_iter()
        .flat_map(|failure| failure.profiles.into_iter().map(|(_, way)| way).chain(failure.ways).collect::<Vec<_>>());
    mends.chain(failure.map(|way| way.msg)).collect()
}

/// What a request carried that its answer can repeat.
struct Sent {
    seq: u32,
    secret: String,
    key: String,
}

fn msg_of(step: Step, state: &State, sent: &[Sent]) -> Msg {
    match step {
        Step::Say(msg) => msg,
        Step::Tick(back) => Msg::Ticked(state.seq.wrapping_sub(back)),
        Step::Press(at) => {
            let buttons = buttons(state);
            if buttons.is_empty() { Msg::Submitted } else { buttons[at % buttons.len()].clone() }
        }
        Step::Reply(back, outcome) => {
            let request = sent.iter().rev().nth(back);
            let repeated = |body: &str| match request {
                Some(Sent { secret, key, .. }) => body.replace("{secret}", secret).replace("{key}", key),
                None => body.to_owned(),
            };
            let answer = outcome.map(|(status, retry_after, body)| Answer {
                status,
                retry_after: retry_after.map(str::to_owned),
                now: 0,
                body: repeated(body),
            });
            Msg::Answered(request.map_or(state.seq.wrapping_add(7), |request| request.seq), answer)
        }
    }
}

fn leaks(text: &str) -> Option<String> {
    let parts = SECRETS.iter().chain(&KEYS).map(|secret| trim(secret)).chain(["S3cret 1ns1de", "S3cret1ns1de"]);
    parts.into_iter().find(|secret| text.contains(secret)).map(|secret| format!("{secret} in {text}"))
}

proptest! {
    #![proptest_config(properties(600))]

    #[test]
    fn the_form_keeps_its_promises(steps in steps()) {
        let mut state = State::new(Settings::default());
        let (mut sent, mut writing, mut posts, mut patches, mut clicks) = (Vec::new(), Vec::new(), 0, 0, 0);
        let (mut pins, mut pin_clicks) = (0, 0);
        let mut aside = Aside::default();
        for step in steps {
            let msg = msg_of(step, &state, &sent);
            let before = state.clone();
            let overwrites = matches!(msg, Msg::Profiles(ProfilesMsg::Overwritten(_)));
            pin_clicks += usize::from(matches!(msg, Msg::Profiles(ProfilesMsg::Pinned { .. })));
            clicks += usize::from(overwrites || matches!(msg, Msg::Submitted | Msg::PickedNone));
            match &msg {
                Msg::Answered(seq, _) => writing.retain(|out| out != seq),
                // Its page is gone, and with it its requests.
                Msg::Began(_) | Msg::Ended => writing.clear(),
                _ => {}
            }
            let (next, effects) = update(&before, msg.clone());
            state = next;
            let expected = aside.expected(&before, &msg, &state);
            assert_choice_fits(&state);

            for effect in &effects {
                match effect {
                    Effect::Send { seq, request, .. } => {
                        prop_assert!(!sent.iter().any(|sent: &Sent| sent.seq == *seq), "a number occurs twice");
                        let secret = if matches!(request.method.as_str(), "GET" | "PUT" | "DELETE") { "" } else { trim(before.draft.client_secret.expose()) };
                        let key = trim(before.api_key.expose()).to_owned();
                        sent.push(Sent { seq: *seq, secret: secret.to_owned(), key });
                        posts += usize::from(request.method == "POST");
                        patches += usize::from(request.method == "PATCH");
                        if request.method != "GET" {
                            writing.push(*seq);
                        }
                        let of_the_pin = matches!(request.method.as_str(), "PUT" | "DELETE");
                        pins += usize::from(of_the_pin);
                        prop_assert!(of_the_pin || request.method == "GET" || state.report().is_valid());
                    }
                    Effect::Emit(event) => {
                        let detail = to_serde(&event.detail());
                        prop_assert!(detail.is_object());
                        prop_assert_eq!(leaks(&detail.to_string()), None);
                    }
                    Effect::Tick(_) | Effect::Copy(..) | Effect::Focus(_) => {}
                    Effect::Clock(..) | Effect::Keep(_) | Effect::Address(..) | Effect::Guard(_) => {
                        prop_assert!(false, "without the guide there is no {effect:?}");
                    }
                }
            }
            prop_assert!(writing.len() <= 1, "two requests that write are out");
            prop_assert!(pins <= pin_clicks, "{pins} pins for {pin_clicks} clicks");
            prop_assert!(posts + patches <= clicks, "{posts} creates and {patches} changes for {clicks} clicks");
            prop_assert_eq!(leaks(&format!("{effects:?}{state:?}{}", everything(&state))), None);

            let is_new_success = matches!(state.phase, Phase::Done(_)) && !matches!(before.phase, Phase::Done(_));
            if is_new_success {
                prop_assert_eq!(state.draft.client_secret.expose(), "");
                prop_assert!(!state.open.client_secret && !state.open.request_secrets);
            }
            if let Some(mut expected) = expected {
                if is_new_success {
                    expected[2].clear();
                }
                prop_assert_eq!(fields(&state.draft, &state.api_key), expected, "after {:?}", msg);
            }
            let is_event = |effect: &&Effect| matches!(effect, Effect::Emit(event) if event.name() != "validation");
            let events = effects.iter().filter(is_event).count();
            prop_assert!(events <= 1, "{effects:?}");
            let is_double = before.is_busy() && matches!(msg, Msg::Submitted);
            prop_assert!(!is_double || effects.is_empty(), "a click while busy does nothing");
            let can_end = sent.last().is_some_and(|sent| sent.seq == state.seq);
            prop_assert!(!state.is_busy() || can_end, "busy without a request that can end it");
        }
    }
}
