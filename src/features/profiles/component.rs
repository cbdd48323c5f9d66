//! The list of existing profiles, and what the form adds while one of them is changed.

use yew::prelude::*;

use super::ProfilesMessage;
use super::view::{ChangeView, FlagView, PinView, ProfileListView, ProfileRows};
use crate::components::{
    Button, Look, TextField, Tone, alert, button, facts, on_submit, remark, rich_text, say, sends, skeleton,
    support_details, switch, verbatim,
};
use crate::i18n::{TextKey, Words};
use crate::stackone::ConnectorProfile;

/// Renders the list, or what is needed to read it.
pub fn profile_list(view: &ProfileListView, words: &Words, send: &Callback<ProfilesMessage>, children: Html) -> Html {
    let known = view.rows.is_some();
    let (leave, look) = match view.leads_back {
        true => (TextKey::ProfilesBack, Look::Second),
        false if known => (TextKey::ProfilesNew, Look::First),
        false => (TextKey::ProfilesNew, Look::Second),
    };
    html! {
        <section class="stack is-wide" aria-labelledby="step">
            <div class="heading-row">
                <h2 id="step" tabindex="-1">{ say(words, TextKey::Profiles) }</h2>
                { button(look, words, leave, sends(send, ProfilesMessage::Toggled)) }
            </div>
            <div class="card" part="card">
                <form
                    class={if known { "section key-line is-known" } else { "section key-line" }}
                    novalidate=true
                    aria-busy={view.reading.to_string()}
                    onsubmit={on_submit(send, ProfilesMessage::ReadPressed)}
                >
                    { children }
                    <Button
                        kind="submit"
                        look={if known { Look::Second } else { Look::First }}
                        disabled={view.reading}
                    >
                        { say(words, if view.reading { TextKey::ProfilesReading } else { TextKey::ProfilesRead }) }
                    </Button>
                </form>
                <div class="section">
                    { alert(view.failed.as_ref()) }
                    { support_details(view.bundle.as_ref(), words) }
                    if view.awaits_rows {
                        { skeleton() }
                    }
                    // Stays, because a screen reader announces only what changes in it.
                    <p role="status" class={if view.is_empty { "" } else { "hint" }}>
                        if view.is_empty {
                            { say(words, TextKey::ProfilesNone) }
                        } else if let Some(rows) = &view.rows {
                            { rich_text(&rows.count) }
                        }
                    </p>
                    if let Some(rows) = &view.rows {
                        { search(rows, send) }
                    }
                </div>
                if let Some(rows) = &view.rows {
                    <ul class="rows profiles">
                        for profile in &rows.found {
                            { row(profile, words, send) }
                        }
                    </ul>
                    if rows.has_more {
                        <div class="section">
                            { button(
                                Look::Second,
                                words,
                                TextKey::ProfilesMore,
                                sends(send, ProfilesMessage::MorePressed),
                            ) }
                        </div>
                    }
                }
            </div>
        </section>
    }
}

/// The search, with the number of matches.
fn search(rows: &ProfileRows, send: &Callback<ProfilesMessage>) -> Html {
    html! {
        <div class="field">
            <TextField
                id="search"
                label={TextKey::ProfilesSearch}
                value={rows.search.clone()}
                onedit={send.reform(ProfilesMessage::SearchEdited)}
                kind="search"
            />
        </div>
    }
}

/// A profile with its buttons. The name opens it for a change.
fn row(profile: &ConnectorProfile, words: &Words, send: &Callback<ProfilesMessage>) -> Html {
    let row_button = |look: Look, key: TextKey, msg: ProfilesMessage, content: Html| {
        let label = Some(format!("{}: {}", words.get(key), profile.name));
        html! { <Button {look} {label} onclick={sends(send, msg)}>{ content }</Button> }
    };
    let edit = ProfilesMessage::EditPressed(profile.clone());
    let duplicate = ProfilesMessage::DuplicatePressed(profile.clone());
    let connect = ProfilesMessage::LinkPressed(profile.clone());
    let badges = [
        (profile.is_sandbox(), "badge is-info", TextKey::Sandbox),
        (profile.default, "badge is-ok", TextKey::ProfileDefault),
        (!profile.active, "badge", TextKey::ProfileDisabled),
    ];
    html! {
        <li>
            <div class="row-name">
                <span>
                    { row_button(Look::Link, TextKey::ProfilesChange, edit, verbatim(&profile.name)) }
                    for (is_so, class, key) in badges {
                        if is_so {
                            <span {class}>{ say(words, key) }</span>
                        }
                    }
                </span>
                <span>
                    { rich_text(&profile.version_and_time(words)) }
                    <code>{ verbatim(&profile.id) }</code>
                    if !profile.is_sandbox() {
                        { row_button(Look::Link, TextKey::ProfilesDuplicate, duplicate, say(words, TextKey::ProfilesDuplicate)) }
                    }
                </span>
            </div>
            { row_button(Look::Small, TextKey::LinkTo, connect, say(words, TextKey::LinkTo)) }
        </li>
    }
}

/// The version of the connector. Separate from the other changes, because a pin is sent immediately.
pub fn pin(view: &PinView, words: &Words, send: &Callback<ProfilesMessage>) -> Html {
    html! {
        <form
            class="card section"
            part="card"
            novalidate=true
            aria-labelledby="pins"
            aria-busy={view.busy.to_string()}
            onsubmit={on_submit(send, ProfilesMessage::PinPressed { on: true })}
        >
            <h3 id="pins">{ say(words, TextKey::PinTitle) }</h3>
            <div role="status">{ facts(&view.versions, Html::default(), words) }</div>
            <div class="field">
                <TextField
                    id="pin"
                    label={TextKey::PinVersion}
                    value={view.typed.clone()}
                    onedit={send.reform(ProfilesMessage::PinEdited)}
                    hint="pin-hint"
                    readonly={view.disabled}
                />
                <p class="hint" id="pin-hint">{ say(words, TextKey::PinHint) }</p>
                <p class="hint" role="status">{ rich_text(&view.offered) }</p>
                { alert(view.failed.as_ref()) }
            </div>
            <div class="button-row">
                <Button kind="submit" disabled={view.disabled}>{ say(words, TextKey::PinSet) }</Button>
                <Button
                    disabled={view.disabled}
                    onclick={sends(send, ProfilesMessage::PinPressed { on: false })}
                >
                    { say(words, TextKey::PinOff) }
                </Button>
                <Button disabled={view.disabled} onclick={sends(send, ProfilesMessage::VersionsPressed)}>
                    { say(words, TextKey::PinVersions) }
                </Button>
            </div>
        </form>
    }
}

/// The link to the list.
pub fn link_to_profiles(words: &Words, send: &Callback<ProfilesMessage>) -> Html {
    html! {
        { button(Look::Link, words, TextKey::ProfilesOpen, sends(send, ProfilesMessage::Toggled)) }
    }
}

/// The button that shows the fields for client ID and secret.
pub fn kept_credentials(words: &Words, send: &Callback<ProfilesMessage>) -> Html {
    html! {
        <>
            <p>{ say(words, TextKey::EditCredentials) }</p>
            { button(
                Look::Second,
                words,
                TextKey::EditReplace,
                sends(send, ProfilesMessage::ReplaceCredentialsPressed),
            ) }
        </>
    }
}

/// The switches of a profile, and the pending changes.
pub fn change(view: &ChangeView, words: &Words, send: &Callback<ProfilesMessage>) -> Html {
    html! {
        <>
            for FlagView { flag, label, on, note } in view.flags.iter().cloned() {
                <>
                    { switch(label, on, view.disabled, sends(send, ProfilesMessage::FlagToggled(flag)), words) }
                    <div role="status">
                        if let Some(note) = note {
                            { remark(Tone::Warn, &note, Html::default()) }
                        }
                    </div>
                </>
            }
            <div role="status">
                <h3 id="changes" tabindex="-1">{ say(words, TextKey::Changes) }</h3>
                if view.changes.is_empty() {
                    <p>{ say(words, TextKey::ChangesNone) }</p>
                }
                { facts(&view.changes, Html::default(), words) }
            </div>
        </>
    }
}
