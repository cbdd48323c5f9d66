//! Counts tests from the output of the test runners. Any other check counts as one.

use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// How a step is counted.
#[derive(Clone, Copy)]
pub enum Counting {
    /// One check.
    One,
    /// `test result: ok. 3 passed; 0 failed; …` for each test program. wasm-bindgen prints the same.
    Cargo,
    /// `# pass 3` and `# fail 0`.
    Node,
}

impl Counting {
    /// Counts the tests of a step from its exit status and its output.
    pub fn count(self, success: bool, printed: &str) -> Count {
        let mut count = match self {
            Self::One => Count { passed: u32::from(success), failed: 0 },
            Self::Cargo => cargo(printed),
            Self::Node => node(printed),
        };
        // It did not compile, crashed, or ran no test: no line reports a failed test.
        let nothing = count == Count::default();
        if count.failed == 0 && (!success || nothing) {
            count.failed = 1;
        }
        count
    }
}

fn cargo(printed: &str) -> Count {
    let mut count = Count::default();
    for line in printed.lines().filter_map(|line| line.trim().strip_prefix("test result: ")) {
        for part in line.split(['.', ';']) {
            match part.trim().split_once(' ') {
                Some((number, "passed")) => count.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => count.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
    count
}

fn node(printed: &str) -> Count {
    let number = |word: &str| {
        let lines = printed.lines().filter_map(|line| line.strip_prefix("# ")?.strip_prefix(word));
        lines.filter_map(|rest| rest.trim().parse::<u32>().ok()).sum()
    };
    Count { passed: number("pass "), failed: number("fail ") + number("cancelled ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(passed: u32, failed: u32) -> Count {
        Count { passed, failed }
    }

    #[test]
    fn cargo_prints_a_line_for_each_program() {
        let printed = "running 2 tests\n\
            test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 0 filtered out; finished in 0.1s\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(Counting::Cargo.count(false, printed), count(15, 2));
    }

    #[test]
    fn node_prints_a_summary() {
        let printed = "# tests 4\n# suites 0\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 0\n";
        assert_eq!(Counting::Node.count(false, printed), count(3, 1));
    }

    #[test]
    fn a_step_that_fails_without_a_failed_test_has_failed_all_the_same() {
        let good = "test result: ok. 4 passed; 0 failed;";
        assert_eq!(Counting::Cargo.count(true, good), count(4, 0));
        assert_eq!(Counting::Cargo.count(false, good), count(4, 1));
        assert_eq!(Counting::Cargo.count(false, "error: could not compile"), count(0, 1));
        assert_eq!(Counting::Cargo.count(true, "nothing ran"), count(0, 1));
        assert_eq!(Counting::Node.count(true, ""), count(0, 1));
    }

    #[test]
    fn a_check_counts_as_one() {
        assert_eq!(Counting::One.count(true, ""), count(1, 0));
        assert_eq!(Counting::One.count(false, ""), count(0, 1));
    }
}
