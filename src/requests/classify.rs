//! Maps answers to outcomes and failures, and decides when to repeat a read. Called by the features and the app.

use super::{Failure, TimerId};
use crate::profile::Secret;
use crate::stackone::answer::is_web_page;
use crate::stackone::error_body::{scrubbed, shortened};
use crate::stackone::secrets::cleaned;
use crate::stackone::{Answer, ConnectorProfile, ErrorBody, Page, TransportError, retry_after};

/// The longest pause before an automatic retry, in seconds. For a longer one, the person decides.
const MAX_RETRY_AFTER: u64 = 10;

/// The pause before a read is repeated, in milliseconds, after this many retries; `None` to accept the answer. Not for
/// writes, which are never repeated automatically.
pub fn retry_delay(answer: &Result<Answer, TransportError>, retries: u8) -> Option<u32> {
    let usual = match retries {
        0 => 500,
        1 => 1500,
        2.. => return None,
    };
    match answer {
        Ok(answer @ Answer { status: 408 | 429 | 500 | 502.., .. }) => match retry_after::asked(answer) {
            Some(asked @ ..=MAX_RETRY_AFTER) => Some(asked.max(1) as u32 * 1000),
            Some(_) => None,
            None => Some(usual),
        },
        Err(TransportError::Network | TransportError::TimedOut | TransportError::BrokenOff(_)) => Some(usual),
        Ok(_)
        | Err(TransportError::Offline | TransportError::ForbiddenByPolicy | TransportError::NoAuthorization(_)) => None,
    }
}

/// Redacts the request's secrets in the answer.
pub fn redacted(answer: Result<Answer, TransportError>, secrets: &[Secret]) -> Result<Answer, TransportError> {
    match answer {
        Ok(answer) => Ok(Answer { body: cleaned(&answer.body, secrets), ..answer }),
        Err(TransportError::NoAuthorization(why)) => Err(TransportError::NoAuthorization(cleaned(&why, secrets))),
        Err(why) => Err(why),
    }
}

/// The outcome of a write.
pub enum WriteOutcome {
    /// Contains the profile as StackOne has it now.
    Saved(ConnectorProfile),
    /// Nothing was written. Contains the reason.
    Rejected(Failure),
    /// Unknown. Contains the failure to show if the list does not show the outcome.
    Unknown(Failure),
}

/// Interprets the answer to a write. Redacts `secrets` in StackOne's texts.
pub fn write_outcome(answer: Result<Answer, TransportError>, secrets: &[Secret]) -> WriteOutcome {
    let answer = match answer {
        Ok(answer) => answer,
        Err(TransportError::NoAuthorization(why)) => {
            return WriteOutcome::Rejected(Failure::NoAuthorization(quotable(&why, secrets)));
        }
        // The list was read a moment ago, so the request probably left and only its answer is missing.
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
            None => WriteOutcome::Unknown(Failure::Unreadable(quotable(&answer.body, secrets))),
        },
        // A redirect or an answer from a cache does not show whether the request was executed.
        ..=399 | 408 | 500 | 502.. => WriteOutcome::Unknown(Failure::OutcomeUnknown),
        // A firewall may have replaced the answer after StackOne executed the request.
        403 if is_web_page(&answer.body) => WriteOutcome::Unknown(Failure::SiteForbidden),
        _ => WriteOutcome::Rejected(refusal(&answer, secrets)),
    }
}

/// Interprets the answer with page `number` of the list.
pub fn list_page(answer: Result<Answer, TransportError>, number: usize, secrets: &[Secret]) -> Result<Page, Failure> {
    let answer = require_success(answer, secrets)?;
    let page = parsed(&answer, secrets, |body| Page::read(body, number))?;
    Ok(Page { is_aged: answer.is_aged(), ..page })
}

/// Parses an answer's body. A body that cannot be parsed is a failure that contains its text.
pub fn parsed<T>(answer: &Answer, secrets: &[Secret], parse: impl FnOnce(&str) -> Option<T>) -> Result<T, Failure> {
    parse(&answer.body).ok_or_else(|| Failure::UnreadableList(quotable(&answer.body, secrets)))
}

/// Redacts and shortens a text from outside.
fn quotable(text: &str, secrets: &[Secret]) -> String {
    shortened(&scrubbed(text.trim(), secrets))
}

/// Returns the answer if it is a success, or else the failure. For every request except the create or change of a
/// profile.
pub fn require_success(answer: Result<Answer, TransportError>, secrets: &[Secret]) -> Result<Answer, Failure> {
    let answer = match answer {
        Ok(answer) => answer,
        Err(TransportError::NoAuthorization(why)) => return Err(Failure::NoAuthorization(quotable(&why, secrets))),
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
    let refusal = || ErrorBody::read(&answer.body).redacted(secrets);
    match answer.status {
        401 if is_web_page(&answer.body) => Failure::SiteSignIn,
        401 => Failure::Unauthorized,
        403 if is_web_page(&answer.body) => Failure::SiteForbidden,
        403 => Failure::Forbidden(refusal()),
        404 | 405 | 501 => Failure::NotOffered,
        409 => Failure::Conflict(Vec::new()),
        429 => {
            let seconds = retry_after::seconds(answer);
            Failure::RateLimited { seconds, until: answer.now.after(seconds), timer: TimerId::default() }
        }
        _ => Failure::Rejected(refusal()),
    }
}
