//! The tests of the pure floors, in one program: fifty would be linked anew for every change, and once more for every
//! change that `cargo mutants` makes.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

mod fixtures;

mod architecture;
mod authorization_url;
mod explained_lengths;
mod explained_secrets;
mod explained_words;
mod form_actions;
mod form_actions_change;
mod form_actions_loading;
mod form_actions_scopes;
mod form_actions_search;
mod form_any_sequence;
mod form_conflict;
mod form_created_twice;
mod form_failures;
mod form_first_profile;
mod form_lost_change;
mod form_names_and_edits;
mod form_one_profile;
mod form_pins;
mod form_pins_outcome;
mod form_profile_changes;
mod form_profile_id;
mod form_profile_kept;
mod form_profile_switching;
mod form_profiles;
mod form_quick_fixes;
mod form_read_retries;
mod form_read_retries_overlap;
mod form_request_box;
mod form_support_bundle;
mod form_unknown_outcome;
mod form_view;
mod form_web_pages;
mod guide_answers;
mod guide_any_sequence;
mod guide_clock;
mod guide_explains;
mod guide_link_fails;
mod guide_link_runs_out;
mod guide_linking;
mod guide_progress;
mod guide_sentences;
mod guide_setup;
mod guide_storage;
mod headers;
mod matrix;
#[path = "../fixtures/matrix/expected.rs"]
mod matrix_expected;
#[path = "../fixtures/matrix/faults.rs"]
mod matrix_faults;
mod matrix_faulty;
mod matrix_rows;
mod my_domain_cases;
mod normalization;
mod profile_cases;
mod request_texts;
mod salesforce_encoded;
mod salesforce_errors;
mod screens;
mod secrets_stay_secret;
mod stackone_action_names;
mod stackone_actions;
mod stackone_answers;
mod stackone_pins;
mod stackone_scopes;
mod texts;
