//! The cases, a file for each topic. `browser_tests::run` plays them.

mod accessibility;
mod actions;
mod actions_keys;
mod actions_looks;
mod actions_read;
mod by_hand;
mod consumers;
mod copying;
mod element;
mod element_breaks;
mod element_goes;
mod every_state;
mod frame_strangers;
mod frames;
mod guide;
mod guide_keeps;
mod guide_looks;
mod guide_mistakes;
mod guide_mistakes_late;
mod hosts;
mod hub;
mod keyboard;
mod layout_shifts;
mod lost_answers;
mod matrix;
#[path = "../../fixtures/matrix/expected.rs"]
#[expect(dead_code, reason = "the native matrix has more rows")]
mod matrix_expected;
#[path = "../../fixtures/matrix/faults.rs"]
mod matrix_faults;
mod matrix_requests;
mod matrix_scenes;
mod mends;
mod odd_servers;
mod one_click;
mod out_of_reach;
mod pasting;
mod pins;
mod pointing;
mod profiles;
mod profiles_given;
mod profiles_looks;
mod rate_limits;
mod refusals;
mod reloads;
mod secrets;
mod settings;
mod start;
mod states;
mod sub_path;
mod whole_job;

fn main() -> anyhow::Result<std::process::ExitCode> {
    let topics = [
        whole_job::cases(),
        keyboard::cases(),
        pointing::cases(),
        one_click::cases(),
        reloads::cases(),
        pasting::cases(),
        mends::cases(),
        copying::cases(),
        refusals::cases(),
        rate_limits::cases(),
        lost_answers::cases(),
        out_of_reach::cases(),
        matrix::cases(),
        by_hand::cases(),
        element::cases(),
        element_goes::cases(),
        element_breaks::cases(),
        settings::cases(),
        sub_path::cases(),
        consumers::cases(),
        frames::cases(),
        frame_strangers::cases(),
        guide::cases(),
        guide_keeps::cases(),
        guide_looks::cases(),
        guide_mistakes::cases(),
        guide_mistakes_late::cases(),
        actions::cases(),
        actions_keys::cases(),
        actions_read::cases(),
        actions_looks::cases(),
        profiles::cases(),
        pins::cases(),
        profiles_given::cases(),
        profiles_looks::cases(),
        hosts::cases(),
        hub::cases(),
        odd_servers::cases(),
        start::cases(),
        layout_shifts::cases(),
        secrets::cases(),
        accessibility::cases(),
        every_state::cases(),
    ];
    browser_tests::run(&topics.concat())
}
