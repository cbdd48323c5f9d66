//! A web page from the host in place of StackOne's answer: reported as the host's, with the codes of a refusal or of an
//! unreadable answer.

use crate::fixtures::session::{Session, list};
use crate::fixtures::state_ext::StateExt;
use stackone_connector_profile::app::{Message, Target};
use stackone_connector_profile::features::submit::SubmitMessage;
use stackone_connector_profile::profile::Field;

const PAGE: &str = "<!doctype html><title>Sign in</title>";

/// The message is about the host: no mention of a wrong key, and no link to its field.
#[test]
fn a_web_page_that_refuses_is_of_the_site_and_not_of_stackone() {
    for (status, code, title) in [
        (401, "unauthorized", "This site’s own sign-in blocked the request"),
        (403, "forbidden", "A firewall or this site blocked the request"),
    ] {
        for config in ["{}", r#"{"auth": "host"}"#] {
            let mut listing = Session::configured(config);
            listing.fill();
            listing.say(Message::Submit(SubmitMessage::Pressed));
            for mut session in [listing, Session::sending()] {
                session.answer_text(status, &["\r\n ", PAGE].concat(), None);
                if session.state.is_comparing() {
                    // A firewall may have read the answer alone.
                    session.answer(200, &list(&[]));
                }
                assert_eq!((session.failed(), session.focus()), (code.to_owned(), Some(Target::Failure)));
                let view = session.failure_view();
                assert_eq!(view.title.english(), title);
                assert!(view.quote.is_empty() && !view.body.concat().contains('<'), "{view:?}");
                assert!(session.said_of(Field::ApiKey).is_empty());
                session.assert_nothing_lost();
            }
        }
    }
}

/// A web page in place of the list, or of the created profile: forwarding is not configured.
#[test]
fn a_web_page_in_place_of_an_answer_is_of_the_site() {
    let forward = "https://api.stackone.com isn’t forwarded to StackOne, or a sign-in expired";
    let mut listing = Session::filled();
    listing.say(Message::Submit(SubmitMessage::Pressed));
    listing.answer_text(200, PAGE, None);
    assert!(listing.failure_view().body.concat().contains("Nothing was created this time"));
    assert_eq!(listing.count("POST"), 0);
    let mut creating = Session::sending();
    creating.answer_text(200, PAGE, None);
    creating.answer(200, &list(&[]));
    for session in [listing, creating] {
        assert_eq!(session.failed(), "unreadable");
        let view = session.failure_view();
        assert_eq!(view.title.english(), "A web page came back instead of StackOne’s answer");
        assert!(view.body.concat().contains(forward), "{view:?}");
        assert_eq!(view.quote, [PAGE]);
        session.assert_nothing_lost();
    }
}
