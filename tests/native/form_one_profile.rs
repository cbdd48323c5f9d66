//! One click on *Create profile* creates at most one profile, whatever the network does. The form runs against a small
//! StackOne that keeps a list, loses answers, refuses, and sometimes executes requests late.

use crate::fixtures::cases::properties;
use crate::fixtures::session::{Session, answer, created, page, profile};
use crate::fixtures::state_ext::StateExt;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use stackone_connector_profile::app::Message;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::requests::Failure;
use stackone_connector_profile::stackone::TransportError;
use stackone_connector_profile::stackone::UnixTime;

/// The fate of a request.
#[derive(Clone, Debug)]
enum Fate {
    /// Executed and answered.
    Well,
    /// Executed, with this answer.
    Done(Reply),
    /// Not executed, with this answer.
    NotDone(Reply),
    /// Executed after the next answer arrived.
    Late(Reply),
}

#[derive(Clone, Debug)]
enum Reply {
    Status(u16),
    Text(u16, &'static str),
    Nothing(TransportError),
}

fn lost() -> impl Strategy<Value = Reply> {
    let unanswered = vec![
        TransportError::Network,
        TransportError::TimedOut,
        TransportError::Offline,
        TransportError::BrokenOff(201),
        TransportError::BrokenOff(502),
    ];
    prop_oneof![
        select(vec![408, 500, 502, 503, 504]).prop_map(Reply::Status),
        select(unanswered).prop_map(Reply::Nothing),
        select(vec!["<html>", "", r#"{"id": 7}"#]).prop_map(|body| Reply::Text(201, body)),
    ]
}

fn fate() -> impl Strategy<Value = Fate> {
    let refusal = select(vec![400, 401, 403, 404, 409, 422, 429]).prop_map(Reply::Status);
    prop_oneof![
        4 => Just(Fate::Well),
        3 => lost().prop_map(Fate::Done),
        2 => lost().prop_map(Fate::NotDone),
        2 => lost().prop_map(Fate::Late),
        1 => refusal.prop_map(Fate::NotDone),
    ]
}

/// StackOne, as the form sees it.
struct Server {
    profiles: Vec<Value>,
    late: Vec<Value>,
}

impl Server {
    /// Answers the newest request of the session.
    fn serve(&mut self, session: &mut Session, fate: Fate) {
        let request = session.sent.last().unwrap().1.clone();
        let (status, body) = if request.method == "GET" {
            let number =
                request.url.split("&page=").nth(1).unwrap().split('&').next().unwrap().parse::<usize>().unwrap();
            let shown = self.profiles.iter().skip((number - 1) * 25).take(25).cloned().collect::<Vec<_>>();
            (200, page(number, self.profiles.len(), &shown))
        } else {
            let body = session.last_body();
            let mut made = created(&format!("made-{}", self.made() + self.late.len() + 1));
            assert!(!self.profiles.iter().any(|profile| profile["name"] == body["name"]), "the offered name is free");
            made["name"] = body["name"].clone();
            match fate {
                Fate::Well | Fate::Done(_) => self.profiles.push(made.clone()),
                Fate::Late(_) => self.late.push(made.clone()),
                Fate::NotDone(_) => {}
            }
            (201, made)
        };
        match fate {
            Fate::Well => session.answer(status, &body),
            Fate::Done(reply) | Fate::NotDone(reply) | Fate::Late(reply) => match reply {
                Reply::Status(status) => session.once(Ok(answer(status, "{}", Some("0")))),
                Reply::Text(status, body) => session.once(Ok(answer(status, body, None))),
                Reply::Nothing(why) => session.once(Err(why)),
            },
        }
    }

    fn made(&self) -> usize {
        self.profiles.iter().filter(|profile| profile["id"].as_str().unwrap().starts_with("made-")).count()
    }
}

/// Answers all requests in flight, in the order of the fates.
fn settle(session: &mut Session, server: &mut Server, fates: &mut impl Iterator<Item = Fate>) {
    for _ in 0..100 {
        if !session.state.is_busy() {
            return;
        }
        server.serve(session, fates.next().unwrap_or(Fate::Well));
    }
    panic!("the form never comes to rest");
}

proptest! {
    #![proptest_config(properties(1000))]

    #[test]
    fn clicking_until_success_creates_exactly_one(
        fates in prop::collection::vec(fate(), 0..16),
        before in 0..60_usize, namesakes in 0..3_usize, double in any::<bool>(),
    ) {
        let others = (0..before).map(|at| profile(&format!("b{at}"), "Other", "production"));
        let mut server = Server { profiles: others.collect(), late: Vec::new() };
        server.profiles.extend((0..namesakes).map(|at| created(&format!("namesake{at}"))));
        let mut session = Session::filled();
        let mut fates = fates.into_iter();
        // Runs until the fates are used up, plus a few clicks. The person only presses the main button.
        for _ in 0..24 {
            let was_made = server.made();
            session.say(Message::Submit(SubmitMessage::Pressed));
            if double {
                session.say(Message::Submit(SubmitMessage::Pressed));
            }
            settle(&mut session, &mut server, &mut fates);
            prop_assert!(server.made() <= was_made + 1, "two of one click");
            // Where something is new, the person says that it is theirs.
            if let Some(Failure::AmbiguousMatch(asked)) = session.state.failure().cloned() {
                prop_assert_eq!(asked.len(), 1, "only one was made");
                session.say(Message::Submit(SubmitMessage::MatchPicked(asked[0].clone())));
            }
            if let Some(done) = session.state.result() {
                prop_assert!(done.profile.id.starts_with("made-"), "another user's: {done:?}");
                break;
            }
            while let Some(Failure::RateLimited { seconds: 1.., timer, .. }) = session.state.failure().cloned() {
                session.say(Message::CountdownTicked(timer, UnixTime::default()));
            }
            // Late requests are executed before the next click.
            let late = std::mem::take(&mut server.late);
            server.profiles.extend(late);
        }
        prop_assert!(session.state.is_done(), "never comes to an end: {:?}", session.state.failure());
        prop_assert_eq!(server.made(), 1);
    }
}
