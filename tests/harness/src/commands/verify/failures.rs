//! Repeats the failed tests at the end of a long log, with name and details, from the output of the test runners.

/// The maximum number of lines for a test.
const MOST: usize = 60;
/// Of these, the lines from the end of the details.
const LAST: usize = 15;

/// A failed test, or the end of the output of a step that names none.
#[derive(Debug, Default, PartialEq)]
pub struct Failure {
    name: String,
    details: Vec<String>,
}

/// Finds the failed tests.
pub fn find(printed: &str) -> Vec<Failure> {
    let mut found: Vec<Failure> = Vec::new();
    let mut place = Place::Elsewhere;
    for line in printed.lines() {
        if let Some((next, name)) = begins(line) {
            found.push(Failure { name, details: Vec::new() });
            place = next;
            continue;
        }
        let ends = line.starts_with("test result: ") || line.trim() == "failures:";
        match place {
            _ if ends => place = if line.trim() == "failures:" { Place::Names } else { Place::Elsewhere },
            Place::Details => tell(&mut found, line),
            Place::Yaml => {
                tell(&mut found, line);
                // The parent of a failed test has no details of its own.
                if line.trim() == "failureType: 'subtestsFailed'" {
                    found.pop();
                    place = Place::Elsewhere;
                } else if line.trim() == "..." {
                    place = Place::Elsewhere;
                }
            }
            Place::Names => {
                let name = line.strip_prefix("    ").map(str::trim).unwrap_or_default();
                if !name.is_empty() && found.iter().all(|failure| failure.name != name) {
                    found.push(Failure { name: name.to_owned(), details: Vec::new() });
                }
            }
            Place::Elsewhere => {}
        }
    }
    if found.is_empty() {
        let mut details: Vec<_> = printed.trim_end().lines().map(str::to_owned).collect();
        details.drain(..details.len().saturating_sub(MOST));
        found.push(Failure { name: "the end of what it printed".into(), details });
    }
    found
}

/// The section of a line.
enum Place {
    Elsewhere,
    /// Below `---- name stdout ----`.
    Details,
    /// Below `not ok 3 - name`.
    Yaml,
    /// Below the second `failures:`, which lists names. The first one precedes the details.
    Names,
}

/// The section that starts with this line, and the name of the test.
fn begins(line: &str) -> Option<(Place, String)> {
    if let Some(title) = line.strip_prefix("---- ").and_then(|rest| rest.strip_suffix(" ----")) {
        // Cargo and wasm-bindgen add the stream, libtest-mimic does not.
        let name = [" stdout", " stderr", " output"].iter().find_map(|stream| title.strip_suffix(stream));
        return Some((Place::Details, name.unwrap_or(title).to_owned()));
    }
    let (number, name) = line.trim_start().strip_prefix("not ok ")?.split_once(" - ")?;
    number.parse::<u32>().is_ok().then(|| (Place::Yaml, name.to_owned()))
}

fn tell(found: &mut [Failure], line: &str) {
    if let Some(failure) = found.last_mut() {
        failure.details.push(line.to_owned());
    }
}

impl Failure {
    /// The lines below the name, without the middle if they are too many.
    pub fn lines(&self) -> Vec<String> {
        let blank = |line: &&String| line.trim().is_empty();
        let end = self.details.len() - self.details.iter().rev().take_while(blank).count();
        let details = self.details.get(..end).unwrap_or_default();
        let mut lines = vec![self.name.clone()];
        lines.extend(details.iter().take(if end > MOST { MOST - LAST } else { end }).map(|line| format!("    {line}")));
        if end > MOST {
            lines.push(format!("    … {} more lines above …", end - MOST));
            lines.extend(details.iter().skip(end - LAST).map(|line| format!("    {line}")));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(printed: &str) -> Vec<(String, Vec<String>)> {
        find(printed).into_iter().map(|failure| (failure.name.clone(), failure.lines()[1..].to_vec())).collect()
    }

    fn one(name: &str, details: &[&str]) -> (String, Vec<String>) {
        (name.into(), details.iter().map(|line| format!("    {line}")).collect())
    }

    #[test]
    fn cargo_tells_in_sections_and_lists_the_names() {
        let printed = "running 3 tests\ntest a::good ... ok\ntest a::bad ... FAILED\n\nfailures:\n\n\
            ---- a::bad stdout ----\n\nthread 'a::bad' panicked at x.rs:1:2:\nleft: 1\n\n\n\
            ---- src/b.rs - b (line 7) stdout ----\nTest executable failed\n\n\
            failures:\n    a::bad\n    src/b.rs - b (line 7)\n    silent\n\n\
            test result: FAILED. 1 passed; 3 failed; 0 ignored;\n\n     Running tests/c.rs\n    indented\n";
        let expected = [
            one("a::bad", &["", "thread 'a::bad' panicked at x.rs:1:2:", "left: 1"]),
            one("src/b.rs - b (line 7)", &["Test executable failed"]),
            one("silent", &[]),
        ];
        assert_eq!(found(printed), expected);
    }

    #[test]
    fn each_program_has_its_own() {
        let program = |name: &str| {
            format!(
                "failures:\n\n---- {name} stdout ----\nwhy\n\nfailures:\n    {name}\n\ntest result: FAILED. 0 passed\n"
            )
        };
        let names = ["one", "two", "one"];
        let printed = names.map(program).concat();
        assert_eq!(found(&printed), names.map(|name| one(name, &["why"])));
    }

    #[test]
    fn end_to_end_and_in_the_browser_the_titles_are_others() {
        let printed = "failures:\n\n---- chromium::rates::seconds ----\nwaited in vain\nscreenshot: x.png\n\n\
            failures:\n    chromium::rates::seconds\n\ntest result: FAILED. 3 passed\n\
            failures:\n\n---- web::draws output ----\n    error output:\n        panicked\n\nfailures:\n\n    web::draws\n";
        let expected = [
            one("chromium::rates::seconds", &["waited in vain", "screenshot: x.png"]),
            one("web::draws", &["    error output:", "        panicked"]),
        ];
        assert_eq!(found(printed), expected);
    }

    #[test]
    fn node_tells_below_the_line_and_the_test_around_it_tells_nothing() {
        let printed = "TAP version 13\nok 1 - good\n  ---\n  duration_ms: 1\n  ...\n\
            # Subtest: outer\n    # Subtest: inner\n    not ok 1 - inner - here\n      ---\n      error: 'boom'\n      ...\n\
            \x20   1..1\nnot ok 2 - outer\n  ---\n  failureType: 'subtestsFailed'\n  error: '1 subtest failed'\n  ...\n1..2\n# fail 2\n";
        assert_eq!(found(printed), [one("inner - here", &["      ---", "      error: 'boom'", "      ..."])]);
    }

    #[test]
    fn a_long_story_loses_its_middle() {
        let details: Vec<_> = (1..=100).map(|number| number.to_string()).collect();
        let lines = find(&format!("---- long stdout ----\n{}\n\ntest result: FAILED.", details.join("\n")))[0].lines();
        assert_eq!(lines.len(), 1 + MOST + 1);
        assert_eq!([&lines[1], &lines[45], &lines[46]], ["    1", "    45", "    … 40 more lines above …"]);
        assert_eq!([&lines[47], &lines[61]], ["    86", "    100"]);
        let whole = find(&format!("---- whole stdout ----\n{}\n", details[..MOST].join("\n")))[0].lines();
        assert_eq!((whole.len(), &*whole[60]), (1 + MOST, "    60"));
    }

    #[test]
    fn where_no_test_is_named_the_end_is_told() {
        let printed = (1..=100).map(|number| format!("line {number}\n")).collect::<String>();
        let failures = find(&format!("{printed}error: could not compile\n\n"));
        let lines = failures[0].lines();
        assert_eq!((failures.len(), lines.len()), (1, 1 + MOST));
        assert_eq!([&lines[1], &lines[60]], ["    line 42", "    error: could not compile"]);
        assert_eq!(find("")[0].lines().len(), 1);
    }
}
