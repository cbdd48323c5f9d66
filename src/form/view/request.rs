//! The request that could not be sent, to be sent from elsewhere; and every box whose text can be copied.

use super::super::{Copy, State};
use super::url::{UrlOptions, authorization_url};
use crate::profile::{Extent, Secret, check};
use crate::stackone::{Auth, Show, write};
use crate::text::{Key, plain};

/// A text in a box with its button.
#[derive(Clone, Debug)]
pub struct CopyView<'a> {
    /// Which.
    pub copy: Copy,
    /// The text. May hold secrets where the person asked for them.
    pub text: Secret,
    /// The button's word.
    pub button: &'a str,
    /// What the text is.
    pub what: String,
    /// The same with what is copied, for screen readers.
    pub label: String,
    /// What to say after a try, and whether it worked.
    pub outcome: Option<(bool, &'a str)>,
}

/// The request in two forms.
#[derive(Clone, Debug)]
pub struct RequestView<'a> {
    /// Heading.
    pub title: &'a str,
    /// As a command and as JSON, with their labels.
    pub boxes: Vec<(&'a str, CopyView<'a>)>,
    /// The switch that includes secrets.
    pub switch: &'a str,
    /// Whether they are included.
    pub secrets: bool,
    /// What to mind while they are.
    pub warning: &'a str,
}

impl<'a> CopyView<'a> {
    pub(super) fn new(state: &'a State, copy: Copy, what: Key, text: Secret) -> Self {
        let words = state.words();
        let outcome = state.copied.filter(|(copied, _)| *copied == copy).map(|(_, worked)| worked);
        let said = |worked| words.get(if worked { Key::Copied } else { Key::CopyImpossible });
        let what = plain(words.get(what));
        Self {
            copy,
            text,
            button: words.get(if outcome == Some(true) { Key::Copied } else { Key::Copy }),
            label: words.fill(Key::CopyOf, &[("what", &what)]),
            what,
            outcome: outcome.map(|worked| (worked, said(worked))),
        }
    }
}

pub(super) fn request(state: &State) -> RequestView<'_> {
    let words = state.words();
    let mut boxes = Vec::new();
    for (copy, key) in [(Copy::Curl, Key::RequestCurl), (Copy::Json, Key::RequestJson)] {
        if let Some(text) = text_of(state, copy) {
            boxes.push((words.get(key), CopyView::new(state, copy, key, text)));
        }
    }
    RequestView {
        title: words.get(Key::RequestTitle),
        boxes,
        switch: words.get(Key::RequestSecrets),
        secrets: state.open.request_secrets,
        warning: words.get(Key::RequestWarning),
    }
}

/// The text that a copy button copies; `None` while there is none.
pub fn text_of(state: &State, copy: Copy) -> Option<Secret> {
    let show = if state.open.request_secrets { Show::Secrets } else { Show::Redacted };
    let request = || {
        let profile = state.report().profile()?;
        Some(match &state.editing {
            Some(existing) => write::update(existing, &profile, state.api()),
            None => write::create(&profile, &state.name(), state.api()),
        })
    };
    match copy {
        Copy::Url => {
            let report = check(&state.draft, &Default::default(), Extent::WithoutSecret);
            authorization_url(&report, UrlOptions::default()).map(Secret::new)
        }
        Copy::Curl => {
            let key = (state.api().auth == Auth::ApiKey).then_some(&state.api_key);
            request().map(|request| Secret::new(request.curl(state.api(), key, show)))
        }
        Copy::Json => request().map(|request| Secret::new(request.json(show))),
    }
}
