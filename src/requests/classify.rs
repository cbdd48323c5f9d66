//! Answers, judged: the table of statuses and failures, and when a read is tried again. Called by the files that wait
//! for an answer; reads nothing by itself.

use super::{Failure, TimerId};
use crate::profile::Secret;
use crate::stackone::answer::is_web_page;
use crate::stackone::error_body::{scrubbed, shortened};
use crate::stackone::secrets::cleaned;
use crate::stackone::{Answer, ConnectorProfile, ErrorBody, Page, TransportError, retry_after};

/// Longest pause that is waited for by itself, in seconds; a longer one is the person's to know of.
const LONGEST_PAUSE: u64 = 10;

/// Milliseconds until a request that only reads is sent again, after so many retries; `None` where its answer stands. A
/// request that writes is never sent again by itself.
pub fn pause(answer: &Result<Answer, TransportError>, retries: u8) -> Option<u32> {
    let usual = match retries {
        0 => 500,
        1 => 1500,
        2.. => return None,
    };
    match answer {
        Ok(answer @ Answer { status: 408 | 429 | 500 | 502.., .. }) => match retry_after::asked(answer) {
            Some(asked @ ..=LONGEST_PAUSE) => Some(asked.max(1) as u32 * 1000),
            Some(_) => None,
            None => Some(usual),
        },
        Err(TransportError::Network | TransportError::TimedOut | TransportError::BrokenOff(_)) => Some(usual),
        Ok(_)
        | Err(TransportError::Offline | TransportError::ForbiddenByPolicy | TransportError::NoAuthorization(_)) => None,
    }
}

/// What came back, without the secrets that travelled with the request.
pub fn without(answer: Result<Answer, TransportError>, secrets: &[Secret]) -> Result<Answer, TransportError> {
    match answer {
        Ok(answer) => Ok(Answer { body: cleaned(&answer.body, secrets), ..answer }),
        Err(TransportError::NoAuthorization(why)) => Err(TransportError::NoAuthorization(cleaned(&why, secrets))),
        Err(why) => Err(why),
    }
}

/// What became of a request that writes.
pub enum WriteOutcome {
    /// The profile as StackOne has it now.
    Saved(ConnectorProfile),
    /// It was not done, and why.
    Rejected(Failure),
    /// The outcome is unknown. The failure to show if the list does not tell more.
    Unknown(Failure),
}

/// Judges the answer to a request that writes. Texts of StackOne are stripped of `secrets`.
pub fn written(answer: Result<Answer, TransportError>, secrets: &[Secret]) -> WriteOutcome {
    let answer = match answer {
        Ok(answer) => answer,
        Err(TransportError::NoAuthorization(why)) => {
            return WriteOutcome::Rejected(Failure::NoAuthorization(came(&why, secrets)));
        }
        // The list was read a moment ago, so the network works and the policy allows it: it broke on the way.
        Err(
            TransportError::Offline
            | TransportError::ForbiddenByPolicy
            | TransportError::Network
            | TransportError::TimedOut
            | TransportError::BrokenOff(_),
        ) => return WriteOutcome::Unknown(Failure::OutcomeUnknown),
    };
    match answer.status {
        200..=299 => match ConnectorProfile::read(&answer.body) {
            Some(profile) => WriteOutcome::Saved(profile),
            None => WriteOutcome::Unknown(Failure::Unreadable(came(&answer.body, secrets))),
        },
        // A redirect, or an answer from a cache, does not tell whether the request was executed.
        ..=399 | 408 | 500 | 502.. => WriteOutcome::Unknown(Failure::OutcomeUnknown),
        // A firewall may have read the answer, too, and not the request alone.
        403 if is_web_page(&answer.body) => WriteOutcome::Unknown(Failure::SiteForbidden),
        _ => WriteOutcome::Rejected(refusal(&answer, secrets)),
    }
}

/// Judges page `number` of the list.
pub fn listed(answer: Result<Answer, TransportError>, number: usize, secrets: &[Secret]) -> Result<Page, Failure> {
    let answer = got(answer, secrets)?;
    let page = parsed(&answer, secrets, |body| Page::read(body, number))?;
    Ok(Page { is_aged: answer.is_aged(), ..page })
}

/// What was asked for, out of an answer.
pub fn parsed<T>(answer: &Answer, secrets: &[Secret], parse: impl FnOnce(&str) -> Option<T>) -> Result<T, Failure> {
    parse(&answer.body).ok_or_else(|| Failure::UnreadableList(came(&answer.body, secrets)))
}

/// What came, size-limited, without what was typed.
fn came(text: &str, secrets: &[Secret]) -> String {
    shortened(&scrubbed(text.trim(), secrets))
}

/// Judges the answer to a request that changes nothing that is there.
pub fn got(answer: Result<Answer, TransportError>, secrets: &[Secret]) -> Result<Answer, Failure> {
    let answer = match answer {
        Ok(answer) => answer,
        Err(TransportError::NoAuthorization(why)) => return Err(Failure::NoAuthorization(came(&why, secrets))),
        Err(TransportError::TimedOut | TransportError::BrokenOff(_)) => return Err(Failure::ListUnavailable),
        Err(why @ (TransportError::Offline | TransportError::ForbiddenByPolicy | TransportError::Network)) => {
            return Err(Failure::Blocked(why));
        }
    };
    match answer.status {
        200..=299 => Ok(answer),
        ..=399 => Err(Failure::UnreadableList(String::new())),
        408 | 500 | 502.. => Err(Failure::ListUnavailable),
        _ => Err(refusal(&answer, secrets)),
    }
}

fn refusal(answer: &Answer, secrets: &[Secret]) -> Failure {
    let complaint = || ErrorBody::read(&answer.body).without(secrets);
    match answer.status {
        401 if is_web_page(&answer.body) => Failure::SiteSignIn,
        401 => Failure::Unauthorized,
        403 if is_web_page(&answer.body) => Failure::SiteForbidden,
        403 => Failure::Forbidden(complaint()),
        404 | 405 | 501 => Failure::NotOffered,
        409 => Failure::Conflict(Vec::new()),
        429 => {
            let seconds = retry_after::seconds(answer);
            Failure::RateLimited { seconds, until: answer.now.after(seconds), timer: TimerId::default() }
        }
        _ => Failure::Rejected(complaint()),
    }
}
