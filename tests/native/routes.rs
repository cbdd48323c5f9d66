//! *Back* and *Forward*: the address names the step or the list of profiles, and leads to what it names.

use crate::fixtures::guide::Person;
use crate::fixtures::session::{Session, created, list};
use proptest::prelude::*;
use proptest::sample::select;
use stackone_connector_profile::app::{Effect, Message, Route, Shown, Target};
use stackone_connector_profile::features::guide::{GuideMessage, Step};
use stackone_connector_profile::features::profiles::ProfilesMessage;
use stackone_connector_profile::profile::Field;

/// The routes that go into the address.
fn pushed(effects: &[Effect]) -> Vec<(Route, Route)> {
    let pushed = effects.iter().filter_map(|effect| match effect {
        Effect::PushHistory(from, to) => Some((*from, *to)),
        _ => None,
    });
    pushed.collect()
}

#[test]
fn the_list_of_profiles_is_one_step_of_the_way_back() {
    let mut person = Person::new();
    person.guide(GuideMessage::StepPressed(Step::Credentials));
    person.say(Message::Profiles(ProfilesMessage::Toggled));
    assert_eq!(pushed(&person.effects), [(Route::Step(Step::Credentials), Route::Profiles)]);

    person.say(Message::RouteChanged(Route::Step(Step::Credentials)));
    assert!(!person.state.shows_list());
    assert_eq!((person.step(), person.focus()), (Step::Credentials, Some(Target::Step)));
    assert_eq!(pushed(&person.effects), [], "the address is there already");

    person.say(Message::RouteChanged(Route::Profiles));
    assert!(person.state.shows_list() && pushed(&person.effects).is_empty());
}

/// The list has a way back of its own, which no draft is lost on.
#[test]
fn the_list_leads_back_to_a_guide_that_was_begun() {
    let leads_back = |person: &Person| match person.view().screen().shown {
        Shown::ProfileList(list, _) => list.leads_back,
        other => panic!("{other:?}"),
    };
    let mut person = Person::filled(Step::Credentials);
    person.say(Message::Profiles(ProfilesMessage::Toggled));
    assert!(leads_back(&person));
    person.say(Message::Profiles(ProfilesMessage::Toggled));
    assert_eq!((person.step(), person.focus()), (Step::Credentials, Some(Target::Step)));

    for mut person in [Person::new(), Person::done()] {
        person.say(Message::Profiles(ProfilesMessage::Toggled));
        assert!(!leads_back(&person), "it leads to a new profile");
        person.say(Message::Profiles(ProfilesMessage::Toggled));
        assert_eq!(person.step(), Step::Start);
    }
}

#[test]
fn so_it_is_without_the_guide() {
    let mut session = Session::filled();
    session.profiles(ProfilesMessage::Toggled);
    assert_eq!(pushed(&session.effects), [(Route::Step(Step::Start), Route::Profiles)]);
    // An address without a word of it is that of the form.
    session.say(Message::RouteChanged(Route::of_query("")));
    assert!(!session.state.shows_list() && pushed(&session.effects).is_empty());
}

/// The list was left before it was there: it opens no profile any more.
#[test]
fn who_left_the_list_is_not_called_back() {
    let mut session = Session::configured(r#"{"profileId": "p1", "auth": "none"}"#);
    session.say(Message::RouteChanged(Route::Step(Step::Start)));
    session.answer(200, &list(&[created("p1")]));
    assert!(!session.state.is_changing() && !session.state.shows_list());
}

/// Nothing that was changed is lost on the way back.
#[test]
fn a_profile_that_is_changed_stays_open() {
    let mut session = Session::changing(&[created("p1")]);
    session.type_in(Field::Name, "Sales");
    session.say(Message::RouteChanged(Route::of_query("")));
    assert!(session.state.is_changing() && session.state.form.draft.name == "Sales");
    assert!(pushed(&session.effects).is_empty());
}

/// The page was opened with the list, and with a profile to change.
#[test]
fn what_the_page_begins_with_is_no_step_of_the_way_back() {
    for config in [r#"{"view": "profiles", "auth": "none"}"#, r#"{"profileId": "p1", "auth": "none"}"#] {
        let mut session = Session::configured(config);
        assert_eq!((pushed(&session.effects), session.state.route()), (vec![], Route::Profiles), "{config}");
        session.answer(200, &list(&[created("p1")]));
        assert_eq!((pushed(&session.effects), session.state.route()), (vec![], Route::Profiles), "{config}");
    }
}

#[test]
fn a_query_names_a_route_and_keeps_the_rest() {
    for (before, route, after) in [
        ("", Route::Step(Step::Credentials), "?step=credentials"),
        ("?step=start", Route::Profiles, "?view=profiles"),
        ("?theme=dark&view=profiles", Route::Step(Step::Start), "?step=start&theme=dark"),
        ("?view=form&theme=dark", Route::Profiles, "?view=form&theme=dark&view=profiles"),
    ] {
        assert_eq!(route.in_query(before), after, "{before} {route:?}");
    }
    assert_eq!(Route::of_query("?view=form"), Route::Step(Step::Start));
    assert_eq!(Route::of_query("?x=1&step=oauth-settings"), Route::Step(Step::CreateApp), "an old name");
}

proptest! {
    /// Whatever the query is, what is written is read again, writing it twice changes nothing, and the rest stays.
    #[test]
    fn a_route_survives_any_query(
        query in "\\??([a-z]{0,5}=?[a-z%]{0,5}&?){0,6}",
        route in prop_oneof![select(Step::ALL.to_vec()).prop_map(Route::Step), Just(Route::Profiles)],
    ) {
        let named = route.in_query(&query);
        prop_assert_eq!(Route::of_query(&named), route);
        prop_assert_eq!(route.in_query(&named), named.clone());
        let rest = |query: &str| {
            let pairs = query.trim_start_matches('?').split('&').map(str::to_owned);
            pairs.filter(|pair| !pair.is_empty() && !pair.starts_with("step=") && pair != "view=profiles").collect::<Vec<_>>()
        };
        prop_assert_eq!(rest(&named), rest(&query));
    }
}
