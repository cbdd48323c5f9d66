//! The end-to-end cases, a file for each topic. `browser_tests::run` runs them.

mod accessibility;
mod actions;
mod actions_accessibility;
mod actions_keys;
mod actions_loading;
mod consumers;
mod copying;
mod element;
mod element_failures;
mod element_lifecycle;
mod every_state;
mod first_view;
mod frame_security;
mod frames;
mod frames_lifecycle;
mod full_flow;
mod guide;
mod guide_accessibility;
mod guide_mistakes;
mod guide_mistakes_late;
mod guide_storage;
mod hosts;
mod hub;
mod keyboard;
mod layout_shifts;
mod lost_answers;
mod lost_answers_late;
mod manual_request;
mod matrix;
#[path = "../../fixtures/matrix/expected.rs"]
#[expect(dead_code, reason = "the native matrix has more rows")]
mod matrix_expected;
#[path = "../../fixtures/matrix/faults.rs"]
mod matrix_faults;
mod matrix_requests;
mod matrix_setup;
mod misconfigured_servers;
mod one_click;
mod pasting;
mod pins;
mod pointing;
mod profile_id;
mod profiles;
mod profiles_accessibility;
mod quick_fixes;
mod rate_limits;
mod refusals;
mod reloads;
mod secrets;
mod settings;
mod start;
mod states;
mod strange_pages;
mod sub_path;
mod translated;
mod unreachable;

fn main() -> anyhow::Result<std::process::ExitCode> {
    let topics = [
        full_flow::cases(),
        keyboard::cases(),
        pointing::cases(),
        one_click::cases(),
        reloads::cases(),
        pasting::cases(),
        quick_fixes::cases(),
        copying::cases(),
        refusals::cases(),
        rate_limits::cases(),
        lost_answers::cases(),
        lost_answers_late::cases(),
        unreachable::cases(),
        matrix::cases(),
        manual_request::cases(),
        element::cases(),
        element_lifecycle::cases(),
        element_failures::cases(),
        settings::cases(),
        sub_path::cases(),
        consumers::cases(),
        frames::cases(),
        frames_lifecycle::cases(),
        frame_security::cases(),
        guide::cases(),
        guide_storage::cases(),
        guide_accessibility::cases(),
        guide_mistakes::cases(),
        guide_mistakes_late::cases(),
        actions::cases(),
        actions_keys::cases(),
        actions_loading::cases(),
        actions_accessibility::cases(),
        profiles::cases(),
        pins::cases(),
        profile_id::cases(),
        profiles_accessibility::cases(),
        hosts::cases(),
        hub::cases(),
        misconfigured_servers::cases(),
        start::cases(),
        translated::cases(),
        strange_pages::cases(),
        first_view::cases(),
        layout_shifts::cases(),
        secrets::cases(),
        accessibility::cases(),
        every_state::cases(),
    ];
    browser_tests::run(&topics.concat())
}
