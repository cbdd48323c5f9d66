//! The failure matrix: every request against everything that can go wrong with it. Checks the code and the text, that
//! every field keeps its value, that one click writes at most once, and that the offered next step succeeds once the
//! fault is gone. `tests/browser/cases/matrix.rs` covers how each kind of transport failure looks in a browser.

use stackone_connector_profile::app::{Copy, Message, Target};
use stackone_connector_profile::features::action_picker::ActionsMessage;
use stackone_connector_profile::features::link_account::LinkMessage;
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;
use stackone_connector_profile::requests::RequestId;
use stackone_connector_profile::stackone::Request;
use stackone_connector_profile::stackone::UnixTime;

use crate::fixtures::cases::{API_KEY, KEY, SECRET};
use crate::fixtures::expected_fields::fields;
use crate::fixtures::pins::type_pin;
use crate::fixtures::session::Session;
use crate::fixtures::stackone::StackOne;
use crate::fixtures::state_ext::StateExt;
use crate::matrix_expected::{self as expected, Expected, Way};
use crate::matrix_faults::{Wrong, all};
use crate::matrix_faulty::Faulty;
use crate::matrix_rows::{
    ACTIONS, CHANGE, COMPARE, CREATE, LIST, PIN, PINNED, PINS, PROFILE_LIST, Row, SESSION, UNPIN, VERSIONS,
};

/// One request against every fault.
fn meets_everything(row: &Row) {
    for (number, wrong) in all().iter().enumerate() {
        // A create whose answer gets lost. Every other time, it was executed.
        Play::begin(row, wrong, number % 2 == 1).meets(number);
    }
}

macro_rules! rows {
    ($($name:ident $row:expr;)+) => {
        $(#[test]
        fn $name() {
            meets_everything(&$row);
        })+
    };
}

rows! {
    list LIST;
    create CREATE;
    compare COMPARE;
    profiles PROFILE_LIST;
    change CHANGE;
    session SESSION;
    actions ACTIONS;
    versions VERSIONS;
    pin PIN;
    unpin UNPIN;
    pinned PINNED;
}

/// A person who sends one request, and a faulty StackOne.
struct Play<'a> {
    row: &'a Row,
    wrong: &'a Wrong,
    session: Session,
    faulty: Faulty<'a>,
    /// The number of answered requests, and of those about the connection of an account.
    answered: [usize; 2],
    focus: Option<Target>,
    /// The final name of the profile.
    name: String,
}

impl<'a> Play<'a> {
    /// Goes up to the click.
    fn begin(row: &'a Row, wrong: &'a Wrong, undone: bool) -> Self {
        let mut session = Session::configured("{}");
        for (field, text) in [(Field::ClientId, KEY), (Field::ClientSecret, SECRET)] {
            session.type_in(field, text);
        }
        let drafts = ["list", "create", "compare", "session"].contains(&row.name);
        let stackone = if drafts { StackOne::default() } else { StackOne::with_profile("Acme") };
        let name = if drafts { "Salesforce (Production)" } else { "Acme" }.to_owned();
        let undone = undone && row.name == "compare";
        let faulty = Faulty { row, wrong, undone, stackone, written: 0, since: None };
        let mut play = Self { row, wrong, session, faulty, answered: [0, 0], focus: None, name };
        if row.name == "actions" {
            // Without a key, nothing is read.
            play.say(Message::Actions(ActionsMessage::ExtentPicked { all: false }));
        }
        play.session.type_in(Field::ApiKey, API_KEY);
        match row.name {
            "session" => {
                play.say(Message::Submit(SubmitMessage::Pressed));
                play.say(Message::Link(LinkMessage::OwnerIdEdited("customer-7".into())));
                play.say(Message::Link(LinkMessage::OwnerNameEdited("Customer Seven".into())));
                assert!(play.session.view().copy(Copy::Link).is_none(), "that link was of another owner");
            }
            "list" | "create" | "compare" | "actions" => {}
            "profiles" => play.say(Message::Profiles(ProfilesMessage::Toggled)),
            _ => {
                play.say(Message::Profiles(ProfilesMessage::Toggled));
                let first = play.session.state.known[0].clone();
                play.say(Message::Profiles(ProfilesMessage::EditPressed(first)));
                if row.name == "change" {
                    play.name = "Acme 7".to_owned();
                    play.session.type_in(Field::Name, "Acme 7");
                } else {
                    type_pin(&mut play.session, "1.2.x");
                }
                if row.name == "unpin" {
                    play.say(Message::Profiles(PINS));
                }
            }
        }
        assert_eq!(play.words(), "", "{}: making ready", play.row.name);
        play.faulty.written = 0;
        play
    }

    /// Sends a message and answers every request that follows.
    fn say(&mut self, msg: Message) {
        self.session.say(msg);
        self.focus = self.session.focus().or(self.focus);
        while let Some((seq, request)) = self.next() {
            let outcome = self.faulty.answer(&request);
            self.session.say(Message::AnswerArrived(seq, outcome));
            self.focus = self.session.focus().or(self.focus);
        }
    }

    /// A request that was not answered yet. Only its own row answers those about the connection of an account.
    fn next(&mut self) -> Option<(RequestId, Request)> {
        let both = [&self.session.sent, &self.session.sent_to_connect];
        let at = (0..2).find(|at| both[*at].len() > self.answered[*at] && (*at == 0 || self.row.name == "session"))?;
        self.answered[at] += 1;
        both[at].get(self.answered[at] - 1).cloned()
    }

    /// The text of the failure, or blank.
    fn words(&self) -> String {
        let state = &self.session.state;
        let said = match self.row.name {
            "session" => self.session.view().link().message,
            "actions" => state.actions_failure(),
            name if self.row.event || name == "list" => match state.failure() {
                Some(_) => self.session.last_event().1["message"].as_str().map(str::to_owned),
                None => None,
            },
            _ => state.list_failure(),
        };
        said.unwrap_or_default()
    }

    /// The code that the host page received.
    fn code(&self) -> String {
        self.session.failed()
    }

    /// Everything from the first click to the success.
    fn meets(mut self, number: usize) {
        let what = format!("{}, {} ({number})", self.row.name, self.wrong.name);
        let class = self.wrong.class;
        let expected = if self.faulty.undone { expected::compare_undone(class) } else { (self.row.expected)(class) };
        let before = fields(&self.session.state.form.draft, &self.session.state.form.api_key);
        self.faulty.since = Some(0);
        self.say((self.row.press)());
        self.check_outcome(&what, &expected, &before);
        assert_eq!(self.faulty.written, expected.sent, "{what}: requests to write");
        self.faulty.since = None;
        for (step, way) in expected.ways.iter().enumerate() {
            let last = step + 1 == expected.ways.len();
            self.go(&what, *way, step == 0 && expected.code == "rate-limited");
            assert_eq!(self.words().is_empty(), last, "{what}: {way:?} led to {:?}", self.words());
        }
        assert_eq!(self.faulty.written, expected.in_all, "{what}: requests to write in all");
        self.check(&what);
    }

    /// Compares the outcome of a click with the expected one.
    fn check_outcome(&self, what: &str, expected: &Expected, before: &[String; 8]) {
        let words = self.words();
        if expected.code == "done" {
            assert_eq!(words, "", "{what}");
            let view = self.session.view();
            let says = view.done().map(|done| view.words().get(done.body)).unwrap_or_default();
            assert!(says.contains(expected.and), "{what}: {says}");
            return;
        }
        let said = words.strip_prefix(self.row.prefix).unwrap_or_default().trim_start();
        let says = match (expected.code, self.row.event, self.wrong.explained) {
            ("rejected", false, true) => "StackOne says: ",
            _ => expected.says,
        };
        assert!(said.starts_with(says) && said.contains(expected.and), "{what}: it says {words:?}");
        let after = fields(&self.session.state.form.draft, &self.session.state.form.api_key);
        assert_eq!(&after, before, "{what}: lost");
        if self.row.event {
            assert_eq!(self.code(), expected.code, "{what}");
            let focus = match expected.focus() {
                "apiKey" => Target::Field(Field::ApiKey),
                _ => Target::Failure,
            };
            assert_eq!(self.focus, Some(focus), "{what}");
            if expected.code == "rejected" {
                assert!(said.contains("It didn’t say why") != self.wrong.explained, "{what}: {words:?}");
            }
        }
    }

    /// Takes the next step once it is offered.
    fn go(&mut self, what: &str, way: Way, paused: bool) {
        let Some(words) = way.words() else { return self.say((self.row.press)()) };
        let mut waited = 0;
        while let (true, Some(tick)) = (self.session.buttons().is_empty(), self.session.tick()) {
            self.say(Message::CountdownTicked(tick, UnixTime::default()));
            waited += 1;
        }
        if let (true, Some(seconds)) = (paused, &self.wrong.pause) {
            assert!(seconds.contains(&waited), "{what}: the pause was {waited} s");
        }
        let view = self.session.failure_view();
        let beside = view.profiles.into_iter().map(|(_, way)| way);
        let found = view.buttons.into_iter().chain(beside).find(|way| way.words.english() == words);
        self.say(Message::Submit(found.unwrap_or_else(|| panic!("{what}: there is no {words}")).msg));
        if way == Way::Rename {
            self.name.push_str(" again");
            self.session.type_in(Field::Name, &self.name);
            self.say((self.row.press)());
        }
    }

    /// Checks the final state.
    fn check(&self, what: &str) {
        assert_eq!(self.faulty.stackone.names(), [self.name.as_str()], "{what}");
        let state = &self.session.state;
        let good = match self.row.name {
            "list" | "create" | "compare" | "change" => state.is_done(),
            "profiles" => state.known.len() == 1,
            "session" => self.session.view().copy(Copy::Link).is_some(),
            "actions" => state.picker.read,
            "versions" => state.profiles.pinning.versions == ["1.3.0", "1.2.1"],
            "unpin" => self.faulty.stackone.pin().is_none(),
            _ => self.faulty.stackone.pin() == Some("1.2.x"),
        };
        assert!(good, "{what}: {:?}", state.failure());
        assert!(!state.is_busy(), "{what}");
    }
}
