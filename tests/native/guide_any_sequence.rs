//! For any sequence of messages in the guide: no panic, no stored secret, typed text stays while the person moves
//! around, and the stored progress restores the same guide.

use crate::fixtures::arbitrary_actions::{PAGES, choices};
use crate::fixtures::cases::{KEY, SECRET, properties};
use crate::fixtures::everything_shown::everything;
use crate::fixtures::guide::{Person, kept, values};
use crate::fixtures::state_ext::StateExt;
use proptest::prelude::*;
use proptest::sample::select;
use stackone_connector_profile::app::{Copy, Effect, Event, Message, Route, State};
use stackone_connector_profile::features::action_picker::ActionsMessage;
use stackone_connector_profile::features::form::FormMessage;
use stackone_connector_profile::features::form::Toggle;
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::guide::{Pkce, Saw};
use stackone_connector_profile::features::link_account::LinkMessage;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::{Field, Secret};
use stackone_connector_profile::requests::RequestId;
use stackone_connector_profile::requests::TimerId;
use stackone_connector_profile::stackone::{Answer, ConnectorProfile, Flag, TransportError, UnixTime};

/// Secrets with a recognizable format, which may land in any field, with what surrounds them in copied text.
const SHAPED: [&str; 8] = [
    KEY,
    SECRET,
    "b0eb53f16947ccf25ec84d8dbc74254770f58904dba41ecccc3fc1626e53a130",
    "1955279925675241571",
    "v1.eu1.C4n4ryK3yOne",
    "00D5g00000Q7abc!AQ7C4n4ryT0ken",
    "5Aep861C4n4ryR3fresh",
    "3MVG9C4n4ry",
];
/// Secrets without a recognizable format, for their own fields.
const PLAIN: [&str; 2] = ["C4n4ryS3cretTyp3dByHand", "C4n4ryOwn1d"];

#[derive(Clone, Debug)]
enum Move {
    Say(Message),
    /// Answers the n-th newest request.
    Reply(usize, Result<(u16, &'static str), TransportError>),
    /// A tick of the running clock or of an earlier one.
    Clock(u32, UnixTime),
    /// Restores what was stored last.
    Restore,
}

fn canary() -> impl Strategy<Value = String> {
    (
        select(vec!["", "", " ", "\u{a0}", "Consumer Secret: ", "x\n"]),
        select(SHAPED.to_vec()),
        select(vec!["", "\n", " y"]),
    )
        .prop_map(|(before, secret, after)| [before, secret, after].concat())
}

fn typed() -> impl Strategy<Value = Message> {
    let harmless = select(vec![
        (Field::Name, vec!["", "Sales", " Sales\n"]),
        (Field::Scopes, vec!["", "api", "API, refresh_token", "x-y"]),
        (Field::Environment, vec!["production", "sandbox"]),
        (Field::MyDomain, vec!["", "acme.my.salesforce.com", "https://acme.lightning.force.com/x", "acme"]),
        (Field::ClientId, vec![KEY, PLAIN[1], ""]),
        (Field::ClientSecret, vec![SECRET, PLAIN[0], ""]),
        (Field::ApiKey, vec!["v1.eu1.C4n4ryK3yOne", PLAIN[0], ""]),
    ]);
    let harmless = harmless.prop_flat_map(|(field, texts)| (Just(field), select(texts).prop_map(str::to_owned)));
    let wrong = (select(Field::ALL.to_vec()), canary());
    prop_oneof![3 => harmless, 2 => wrong]
        .prop_map(|(field, text)| Message::Form(FormMessage::Edited(field, Secret::new(text))))
}

fn guided() -> impl Strategy<Value = Message> {
    let steps = || select(Step::ALL.to_vec());
    let pasted = (select(vec!["", "error=invalid_client_id&code=", "https://x.example/#access_token=", " "]), canary());
    let said = prop_oneof![
        4 => steps().prop_map(GuideMessage::StepPressed),
        1 => steps().prop_map(GuideMessage::RemedyPressed),
        3 => prop::option::of(select(Field::ALL.to_vec())).prop_map(GuideMessage::EditPressed),
        2 => select(Pkce::ALL.to_vec()).prop_map(GuideMessage::PkceAnswered),
        1 => select(Saw::ALL.to_vec()).prop_map(GuideMessage::SawAnswered),
        2 => pasted.prop_map(|(before, secret)| GuideMessage::ErrorPasted(Secret::new([before, &secret].concat()))),
        1 => select(vec![GuideMessage::SignInOpened, GuideMessage::ClearToggled]),
    ];
    let route = prop_oneof![3 => steps().prop_map(Route::Step), 1 => Just(Route::Profiles)];
    prop_oneof![7 => said.prop_map(Message::Guide), 1 => route.prop_map(Message::RouteChanged)]
}

fn one() -> ConnectorProfile {
    ConnectorProfile { id: "p1".to_owned(), name: "Sales".to_owned(), ..ConnectorProfile::default() }
}

fn listed() -> Vec<ProfilesMessage> {
    let one = one();
    vec![
        ProfilesMessage::Toggled,
        ProfilesMessage::ReadPressed,
        ProfilesMessage::EditPressed(one.clone()),
        ProfilesMessage::EditPressed(one.clone()),
        ProfilesMessage::DuplicatePressed(one),
        ProfilesMessage::ReplaceCredentialsPressed,
        ProfilesMessage::FlagToggled(Flag::Enabled),
        ProfilesMessage::VersionsPressed,
        ProfilesMessage::PinEdited("latest".to_owned()),
        ProfilesMessage::PinPressed { on: true },
        ProfilesMessage::PinPressed { on: false },
    ]
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let link = prop_oneof![
        canary().prop_map(LinkMessage::OwnerIdEdited),
        canary().prop_map(LinkMessage::OwnerNameEdited),
        canary().prop_map(LinkMessage::LabelEdited),
        canary().prop_map(|text| LinkMessage::ErrorPasted(Secret::new(text))),
        any::<bool>().prop_map(|worked| LinkMessage::OutcomeAnswered { worked }),
        select(vec![
            LinkMessage::Pressed,
            LinkMessage::DetailsLeft,
            LinkMessage::SignInOpened,
            LinkMessage::SignInOpened,
            LinkMessage::WaitCancelled,
            LinkMessage::ShareToggled,
            LinkMessage::HelpToggled,
            LinkMessage::UpdatePressed,
            LinkMessage::AnotherPressed,
        ]),
    ];
    let actions = prop_oneof![4 => choices(), 1 => canary().prop_map(ActionsMessage::Typed)];
    let copies = [Copy::Url, Copy::Curl, Copy::AppName, Copy::Callback, Copy::Support, Copy::Link, Copy::AccountId];
    let toggles = [Toggle::ClientSecret, Toggle::ApiKey, Toggle::MyDomain, Toggle::RequestSecrets];
    let form = prop_oneof![
        6 => Just(Message::Submit(SubmitMessage::Pressed)),
        1 => select(vec![Message::Submit(SubmitMessage::RestartPressed), Message::ResetRequested, Message::Rendered, Message::Form(FormMessage::ForgetKeyPressed), Message::Submit(SubmitMessage::OverwritePressed(one())), Message::Submit(SubmitMessage::RenamePressed)]),
        1 => select(Field::ALL.to_vec()).prop_map(|it| Message::Form(FormMessage::Blurred(it))),
        1 => select(Field::ALL.to_vec()).prop_map(|it| Message::Form(FormMessage::LinkPressed(it))),
        1 => select(toggles.to_vec()).prop_map(|it| Message::Form(FormMessage::Toggled(it))),
        1 => select(copies.to_vec()).prop_map(Message::CopyPressed),
        2 => link.prop_map(Message::Link),
        2 => select(listed()).prop_map(Message::Profiles),
        3 => actions.prop_map(Message::Actions),
    ];
    let bodies = [
        r#"{"data": []}"#,
        r#"{"id": "p1", "name": "Sales", "environment": "production"}"#,
        r#"{"auth_link_url": "https://app.stackone.com/Q7l1nk"}"#,
        "no JSON",
        r#"{"latest_connection_attempt": {"status": "authenticated", "account_secure_id": "a1"}}"#,
        r#"{"latest_connection_attempt": {"status": "error", "oauth_error_code": "access_denied"}}"#,
        r#"{"latest_connection_attempt": null}"#,
        PAGES[0],
        PAGES[1],
        PAGES[2],
    ];
    let answer = (select(vec![200, 201, 201, 401, 409, 422, 429, 503]), select(bodies.to_vec()));
    let outcome = prop_oneof![5 => answer.prop_map(Ok), 1 => Just(Err(TransportError::Network))];
    let now = prop_oneof![0..4000_u64, any::<u64>()];
    let step = prop_oneof![
        4 => typed().prop_map(Move::Say),
        5 => guided().prop_map(Move::Say),
        4 => form.prop_map(Move::Say),
        4 => (0..2_usize, outcome).prop_map(|(back, outcome)| Move::Reply(back, outcome)),
        2 => (0..2_u32, now).prop_map(|(back, seconds)| Move::Clock(back, UnixTime(seconds))),
        1 => Just(Move::Restore),
    ];
    let fill = [(Field::ClientId, KEY), (Field::ClientSecret, SECRET), (Field::ApiKey, SHAPED[4])];
    let mut filled =
        fill.map(|(field, text)| Move::Say(Message::Form(FormMessage::Edited(field, Secret::from(text))))).to_vec();
    filled.push(Move::Say(Message::Guide(GuideMessage::StepPressed(Step::Profile))));
    (any::<bool>(), prop::collection::vec(step, 1..50))
        .prop_map(move |(fill, steps)| filled.clone().into_iter().filter(|_| fill).chain(steps).collect())
}

/// Everything that was typed, in the clear.
fn held(state: &State) -> Vec<String> {
    let draft = &state.form.draft;
    let texts = [&draft.name, &draft.client_id, &draft.scopes, &draft.environment, &draft.my_domain];
    let mut held = texts.map(String::clone).to_vec();
    held.extend(
        [&draft.client_secret, &state.form.api_key, &state.guide.pasted, &state.linking.pasted]
            .map(|secret| secret.expose().to_owned()),
    );
    held.extend([&state.linking.owner.id, &state.linking.owner.name, &state.linking.label].map(String::clone));
    held.extend([format!("{:?}", draft.actions), format!("{:?}", state.picker.typed)]);
    held
}

fn canary_in(text: &str) -> Option<&'static str> {
    SHAPED.into_iter().chain(PLAIN).find(|canary| text.contains(canary))
}

/// A message that neither types nor clears anything and completes no request.
fn only_moves(msg: &Message, state: &State) -> bool {
    match msg {
        Message::Guide(GuideMessage::ProgressRestored(_) | GuideMessage::ErrorPasted(_)) => false,
        Message::Submit(SubmitMessage::Pressed) => state.guide.step != Step::Profile,
        Message::Guide(_)
        | Message::Form(FormMessage::LinkPressed(_))
        | Message::Form(FormMessage::Blurred(_))
        | Message::Form(FormMessage::Toggled(_))
        | Message::CopyPressed(_) => true,
        _ => false,
    }
}

/// Stored progress restores the same guide. A value that contains a secret is restored as its initial value.
fn assert_comes_back(state: &State, kept: &str) {
    let back = Person::restored(r#"{"view": "guide"}"#, Some(kept)).state;
    let part = |state: &State| (state.guide.step, state.guide.passed.clone(), state.guide.pkce, state.guide.app);
    assert_eq!(part(&back), part(state), "{kept}");
    let first = ["", "", "production", ""];
    // While an existing profile is being changed, the saved draft counts.
    let mut typed = state.clone();
    if let Some(saved) = state.saved_draft() {
        typed.form.draft = saved.clone();
    }
    for ((was, is), first) in values(&typed).into_iter().zip(values(&back)).zip(first) {
        assert_eq!(is, if canary_in(was).is_some() { first } else { was }, "{kept}");
    }
    // Of the typed ids, only those that clearly are ids are stored.
    let ids =
        typed.form.draft.actions.map(|ids| ids.iter().filter(|id| id.starts_with("salesforce")).cloned().collect());
    assert_eq!(back.form.draft.actions.map(|ids| ids.to_vec()), ids, "{kept}");
    let secrets =
        [back.form.draft.client_id.as_str(), back.form.draft.client_secret.expose(), back.form.api_key.expose()];
    assert_eq!((secrets, back.guide.pasted.expose()), ([""; 3], ""));
}

proptest! {
    #![proptest_config(properties(200))]

    #[test]
    fn the_guide_keeps_its_promises(moves in moves()) {
        let mut person = Person::new();
        let mut last = None;
        for step in moves {
            let msg = match step {
                Move::Say(msg) => msg,
                Move::Clock(back, now) => {
                    Message::Guide(GuideMessage::ClockRead(TimerId(person.state.guide.clock.0.wrapping_sub(back)), now))
                }
                Move::Restore => Message::Guide(GuideMessage::ProgressRestored(last.clone().unwrap_or_default())),
                Move::Reply(back, outcome) => {
                    let seq = person.sent.iter().rev().nth(back).map_or(RequestId(0), |(id, _)| *id);
                    let answer = |(status, body): (u16, &str)| Answer {
                        status, retry_after: None, now: UnixTime::default(), body: body.to_owned(), ..Answer::default()
                    };
                    Message::AnswerArrived(seq, outcome.map(answer))
                }
            };
            let before = person.state.clone();
            person.say(msg.clone());
            let state = &person.state;
            prop_assert!(!everything(state).is_empty());

            let texts = person.effects.iter().filter_map(kept).collect::<Vec<_>>();
            prop_assert!(texts.len() <= 1, "{texts:?}");
            if let Some(text) = texts.first() {
                prop_assert_eq!(canary_in(text), None, "kept: {}", text);
                last = Some((*text).to_owned());
            }
            if only_moves(&msg, &before) {
                prop_assert_eq!(held(state), held(&before), "after {:?}", msg);
            }
            let moved = before.guide.step != state.guide.step;
            let reported = person.effects.iter().filter(|effect| matches!(effect, Effect::Emit(Event::Step(step)) if *step == state.guide.step));
            let is_restored = matches!(msg, Message::Guide(GuideMessage::ProgressRestored(_)));
            prop_assert!(is_restored || reported.count() == usize::from(moved), "{msg:?}: {:?}", person.effects);
            let (from, to) = (before.route(), state.route());
            let pushed = person.effects.iter().filter_map(|effect| match effect {
                Effect::PushHistory(from, to) => Some((*from, *to)),
                _ => None,
            });
            let follows = is_restored || matches!(msg, Message::RouteChanged(_));
            let expected = Some((from, to)).filter(|_| from != to && !follows);
            prop_assert_eq!(pushed.collect::<Vec<_>>(), Vec::from_iter(expected), "{:?}", msg);
            let guards = person.effects.iter().any(|effect| matches!(effect, Effect::GuardUnload(_)));
            let typed = |state: &State| !state.form.draft.client_secret.is_blank() || !state.form.api_key.is_blank();
            let is_saved = |state: &State| {
                state.saved_draft().is_some_and(|saved| !saved.client_secret.is_blank())
            };
            let unsaved = |state: &State| is_saved(state) || typed(state) && !state.is_done();
            prop_assert_eq!(guards, unsaved(state) != unsaved(&before), "{:?}", msg);
        }
        if let Some(last) = last.filter(|last| !last.is_empty()) {
            assert_comes_back(&person.state, &last);
        }
    }
}
