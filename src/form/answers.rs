//! Answers, judged: the table of statuses and failures, and when a read is tried again. Called by the files that wait
//! for an answer.

use super::Failure;
use crate::profile::Secret;
use crate::stackone::complaint::{scrubbed, shortened};
use crate::stackone::{Answer, Complaint, ConnectorProfile, Json, Page, Unanswered, retry_after};

/// Longest pause that is waited for by itself, in seconds; a longer one is the person's to know of.
const LONGEST_PAUSE: u64 = 10;

/// Milliseconds until a request that only reads is sent again, after so many retries; `None` where its answer stands. A
/// request that writes is never sent again by itself.
pub(super) fn pause(answer: &Result<Answer, Unanswered>, retries: u8) -> Option<u32> {
    let usual = match retries {
        0 => 500,
        1 => 1500,
        2.. => return None,
    };
    match answer {
        Ok(Answer { status: 408 | 429 | 500 | 502.., retry_after, now, .. }) => {
            match retry_after::asked(retry_after.as_deref(), *now) {
                Some(asked @ ..=LONGEST_PAUSE) => Some(asked as u32 * 1000),
                Some(_) => None,
                None => Some(usual),
            }
        }
        Err(Unanswered::Network | Unanswered::TimedOut | Unanswered::BrokenOff(_)) => Some(usual),
        Ok(_) | Err(Unanswered::Offline | Unanswered::ForbiddenByPolicy | Unanswered::NoAuthorization(_)) => None,
    }
}

/// What became of a request that writes.
pub(super) enum Written {
    /// The profile as StackOne has it now.
    Profile(ConnectorProfile),
    /// It was not done, and why.
    No(Failure),
    /// Nobody knows. The failure to show if nothing better is learned.
    Unknown(Failure),
}

/// Judges the answer to a request that writes. Texts of StackOne are stripped of `secrets`.
pub(super) fn written(answer: Result<Answer, Unanswered>, secrets: &[Secret]) -> Written {
    let answer = match answer {
        Ok(answer) => answer,
        Err(Unanswered::NoAuthorization(why)) => return Written::No(Failure::NoAuthorization(came(&why, secrets))),
        // The list was read a moment ago, so the network works and the policy allows it: it broke on the way.
        Err(
            Unanswered::Offline
            | Unanswered::ForbiddenByPolicy
            | Unanswered::Network
            | Unanswered::TimedOut
            | Unanswered::BrokenOff(_),
        ) => return Written::Unknown(Failure::Unread),
    };
    match answer.status {
        200..=299 => match Json::parse(&answer.body).as_ref().and_then(ConnectorProfile::read) {
            Some(profile) => Written::Profile(profile),
            None => Written::Unknown(Failure::Unreadable(came(&answer.body, secrets))),
        },
        408 | 500 | 502.. => Written::Unknown(Failure::Unread),
        _ => Written::No(refusal(&answer, secrets)),
    }
}

/// Judges page `number` of the list.
pub(super) fn listed(answer: Result<Answer, Unanswered>, number: usize, secrets: &[Secret]) -> Result<Page, Failure> {
    let body = got(answer, secrets)?.body;
    Page::read(&body, number).ok_or_else(|| Failure::UnreadableList(came(&body, secrets)))
}

/// What came, size-limited, without what was typed.
fn came(text: &str, secrets: &[Secret]) -> String {
    shortened(&scrubbed(text.trim(), secrets))
}

/// Judges the answer to a request that changes nothing that is there.
pub(super) fn got(answer: Result<Answer, Unanswered>, secrets: &[Secret]) -> Result<Answer, Failure> {
    let answer = match answer {
        Ok(answer) => answer,
        Err(Unanswered::NoAuthorization(why)) => return Err(Failure::NoAuthorization(came(&why, secrets))),
        Err(Unanswered::TimedOut | Unanswered::BrokenOff(_)) => return Err(Failure::NothingSent),
        Err(why @ (Unanswered::Offline | Unanswered::ForbiddenByPolicy | Unanswered::Network)) => {
            return Err(Failure::Blocked(why));
        }
    };
    match answer.status {
        200..=299 => Ok(answer),
        408 | 500 | 502.. => Err(Failure::NothingSent),
        _ => Err(refusal(&answer, secrets)),
    }
}

fn refusal(answer: &Answer, secrets: &[Secret]) -> Failure {
    let complaint = || Complaint::read(&answer.body).without(secrets);
    match answer.status {
        401 => Failure::Unauthorized,
        403 => Failure::Forbidden(complaint()),
        404 | 405 | 501 => Failure::NotOffered,
        409 => Failure::Conflict(Vec::new()),
        429 => Failure::RateLimited(retry_after::seconds(answer.retry_after.as_deref(), answer.now), 0),
        _ => Failure::Rejected(complaint()),
    }
}
