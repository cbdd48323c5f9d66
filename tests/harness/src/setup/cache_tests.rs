//! The cache folder under failure: failed installs, killed installs, parallel set-ups.

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use super::*;

fn files() -> Vec<PathBuf> {
    vec![PathBuf::from("bin/tool")]
}

fn bring(work: &Path, content: &str) -> Result<()> {
    fs::create_dir_all(work.join("whole/bin"))?;
    Ok(fs::write(work.join("whole/bin/tool"), content)?)
}

#[test]
fn a_tool_is_installed_once() {
    let folder = tempfile::tempdir().unwrap();
    ensure_installed(folder.path(), "tool-1", &files(), |work| bring(work, "first")).unwrap();
    ensure_installed(folder.path(), "tool-1", &files(), |_| panic!("it is there")).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("tool-1/bin/tool")).unwrap(), "first");
    ensure_installed(folder.path(), "tool-2", &files(), |work| bring(work, "second")).unwrap();
}

#[test]
fn a_failed_install_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let failed = ensure_installed(folder.path(), "tool-1", &files(), |work| {
        bring(work, "half")?;
        anyhow::bail!("no network")
    });
    assert!(format!("{:#}", failed.unwrap_err()).contains("no network"));
    let empty = ensure_installed(folder.path(), "tool-1", &files(), |_| Ok(()));
    assert!(empty.unwrap_err().to_string().contains("not all there"));
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["tool-1.lock"]);
}

#[test]
fn what_a_killed_install_left_does_not_break_the_next() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join(".installing-tool-1-abc/whole/bin")).unwrap();
    fs::create_dir_all(folder.path().join("tool-1/bin")).unwrap();
    ensure_installed(folder.path(), "tool-1", &files(), |work| bring(work, "good")).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("tool-1/bin/tool")).unwrap(), "good");
    assert!(!folder.path().join(".installing-tool-1-abc").exists());
}

#[test]
fn two_tools_are_installed_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let both = Barrier::new(2);
    thread::scope(|scope| {
        for name in ["tool-1", "tool-2"] {
            let (folder, both) = (folder.path(), &both);
            scope.spawn(move || {
                ensure_installed(folder, name, &files(), |work| {
                    both.wait();
                    bring(work, name)
                })
                .unwrap();
            });
        }
    });
    for name in ["tool-1", "tool-2"] {
        assert_eq!(fs::read_to_string(folder.path().join(name).join("bin/tool")).unwrap(), name);
    }
}

#[test]
fn two_set_ups_at_once_install_once() {
    let folder = tempfile::tempdir().unwrap();
    let installs = AtomicU32::new(0);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                ensure_installed(folder.path(), "tool-1", &files(), |work| {
                    installs.fetch_add(1, Ordering::SeqCst);
                    thread::sleep(Duration::from_millis(50));
                    bring(work, "one")
                })
            });
        }
    });
    assert_eq!(installs.load(Ordering::SeqCst), 1);
}
