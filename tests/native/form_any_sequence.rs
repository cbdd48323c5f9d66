//! For any sequence of messages: no panic, at most one create in flight and one for each click, typed text stays, the
//! client secret is gone after success, and no secret reaches the host page or a log.

use crate::fixtures::arbitrary_messages::{KEYS, SECRETS, Step, steps};
use crate::fixtures::cases::{properties, to_serde};
use crate::fixtures::everything_shown::{self, everything};
use crate::fixtures::expected_fields::{Saved, assert_choice_fits, fields};
use crate::fixtures::session::is_of_connection;
use proptest::prelude::*;
use stackone_connector_profile::app::view::view;
use stackone_connector_profile::app::worded;
use stackone_connector_profile::app::{Effect, Message, Route, Settings, State, update};
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::trim;
use stackone_connector_profile::requests::RequestId;
use stackone_connector_profile::requests::TimerId;
use stackone_connector_profile::stackone::Answer;
use stackone_connector_profile::stackone::UnixTime;

/// Every button that no other step presses.
fn buttons(state: &State) -> Vec<Message> {
    let view = view(state);
    let messages = everything_shown::fields(&view).into_iter().flat_map(|field| field.messages);
    let quick_fixes =
        messages.filter_map(|message| Some(Message::Form(FormMessage::QuickFixPressed(message.quick_fix?))));
    let failure = view.failure().into_iter().flat_map(|failure| {
        failure.profiles.into_iter().map(|(_, way)| way).chain(failure.buttons).collect::<Vec<_>>()
    });
    quick_fixes.chain(failure.map(|way| Message::Submit(way.msg))).collect()
}

/// What a request carried that its answer can echo.
struct Sent {
    id: RequestId,
    secret: String,
    key: String,
}

fn msg_of(step: Step, state: &State, sent: &[Sent]) -> Message {
    match step {
        Step::Say(msg) => msg,
        Step::Tick(back) => Message::CountdownTicked(TimerId(state.timer.0.wrapping_sub(back)), UnixTime::default()),
        Step::Press(at) => {
            let buttons = buttons(state);
            if buttons.is_empty() {
                Message::Submit(SubmitMessage::Pressed)
            } else {
                buttons[at % buttons.len()].clone()
            }
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
                now: UnixTime::default(),
                body: repeated(body),
                ..Answer::default()
            });
            Message::AnswerArrived(
                request.map_or(RequestId(state.requests.newest().0.wrapping_add(7)), |request| request.id),
                answer,
            )
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
        let mut saved = Saved::default();
        for step in steps {
            let msg = msg_of(step, &state, &sent);
            let before = state.clone();
            let overwrites = matches!(msg, Message::Submit(SubmitMessage::OverwritePressed(_)));
            pin_clicks += usize::from(matches!(msg, Message::Profiles(ProfilesMessage::PinPressed { .. })));
            clicks += usize::from(overwrites || matches!(msg, Message::Submit(SubmitMessage::Pressed) | Message::Submit(SubmitMessage::NoMatchPicked)));
            match &msg {
                Message::AnswerArrived(seq, _) => writing.retain(|out| out != seq),
                // The page is gone, and its requests with it.
                Message::Mounted(_) | Message::Unmounted => writing.clear(),
                _ => {}
            }
            let (next, effects) = update(&before, msg.clone());
            state = next;
            let expected = saved.expected(&before, &msg, &state);
            assert_choice_fits(&state);

            for effect in &effects {
                match effect {
                    // The session that connects an account is made as soon as there is a result.
                    Effect::Send { request, .. } if is_of_connection(request) => {
                        prop_assert!(state.is_done());
                        prop_assert_eq!(leaks(&format!("{}{:?}", request.url, request.body)), None);
                    }
                    Effect::Send { id, request, .. } => {
                        prop_assert!(!sent.iter().any(|sent: &Sent| sent.id == *id), "a number occurs twice");
                        let secret = if matches!(request.method, "GET" | "PUT" | "DELETE") { "" } else { trim(before.form.draft.client_secret.expose()) };
                        let key = trim(before.form.api_key.expose()).to_owned();
                        sent.push(Sent { id: *id, secret: secret.to_owned(), key });
                        posts += usize::from(request.method == "POST");
                        patches += usize::from(request.method == "PATCH");
                        if request.method != "GET" {
                            writing.push(*id);
                        }
                        let of_the_pin = matches!(request.method, "PUT" | "DELETE");
                        pins += usize::from(of_the_pin);
                        prop_assert!(of_the_pin || request.method == "GET" || state.report().is_valid());
                    }
                    Effect::Emit(event) => {
                        let detail = to_serde(worded(&state, event).detail());
                        prop_assert!(detail.is_object());
                        prop_assert_eq!(leaks(&detail.to_string()), None);
                    }
                    Effect::StartCountdown(_) | Effect::Copy(..) | Effect::Focus(_) | Effect::GuardUnload(_) => {}
                    Effect::SaveProgress(text) | Effect::NamePage(text) => prop_assert_eq!(leaks(text), None),
                    Effect::ReadClock(..) | Effect::AwaitPage { .. } if state.linking.session().is_some() => {}
                    Effect::PushHistory(from, to) => prop_assert!([from, to].contains(&&Route::Profiles)),
                    Effect::ReadClock(..) | Effect::AwaitPage { .. } => {
                        prop_assert!(false, "without the guide there is no {effect:?}");
                    }
                }
            }
            prop_assert!(writing.len() <= 1, "two requests that write are out");
            prop_assert!(pins <= pin_clicks, "{pins} pins for {pin_clicks} clicks");
            prop_assert!(posts + patches <= clicks, "{posts} creates and {patches} changes for {clicks} clicks");
            prop_assert_eq!(leaks(&format!("{effects:?}{state:?}{}", everything(&state))), None);

            let is_new_success = state.is_done() && !before.is_done();
            if is_new_success {
                prop_assert_eq!(state.form.draft.client_secret.expose(), "");
                prop_assert!(!state.form.open.client_secret && !state.form.open.request_secrets);
            }
            if let Some(mut expected) = expected {
                if is_new_success {
                    expected[2].clear();
                }
                prop_assert_eq!(fields(&state.form.draft, &state.form.api_key), expected, "after {:?}", msg);
            }
            // A form that is drawn is ready, and may have to tell of a create that was out.
            let is_event = |effect: &&Effect| {
                matches!(effect, Effect::Emit(event) if !["validation", "ready"].contains(&event.name()))
            };
            let events = effects.iter().filter(is_event).count();
            prop_assert!(events <= 1, "{effects:?}");
            let is_double = before.is_busy() && matches!(msg, Message::Submit(SubmitMessage::Pressed));
            prop_assert!(!is_double || effects.is_empty(), "a click while busy does nothing");
            let can_end = sent.last().is_some_and(|sent| sent.id == state.requests.newest());
            prop_assert!(!state.is_busy() || can_end, "busy without a request that can end it");
        }
    }
}
