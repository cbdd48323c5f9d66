//! The details for StackOne's support, as a text to copy: the version, the progress, the issues, and each request with
//! time and outcome. Contains nothing that was typed.

use crate::app::State;
use crate::features::guide::Step;
use crate::features::submit::Phase;

impl State {
    /// The text.
    pub(crate) fn support_bundle(&self) -> String {
        let failure = match &self.submission.phase {
            Phase::Failed(failure) => failure.code().name(),
            _ => "-",
        };
        let step = if self.guided() { self.guide.step } else { Step::Profile };
        let mut lines = vec![
            format!("stackone-connector-profile {}", env!("CARGO_PKG_VERSION")),
            format!("step {}, failure {failure}", step.name()),
        ];
        lines.extend(self.guide.passed.iter().map(|step| format!("done {}", step.name())));
        lines.extend(self.issues().iter().map(|issue| format!("issue {} {}", issue.field.name(), issue.code.name())));
        lines.extend(self.requests.log().lines());
        lines.join("\n")
    }
}
