//! The folder of a server: the page, the edited recipe, logs.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::workspace;

/// The folder, the port and the API of a server.
pub struct Place {
    folder: TempDir,
    pub port: u16,
    pub api: Api,
    /// The key, if the server has one.
    pub key: Option<Key>,
}

/// The API behind a server.
#[derive(Clone, Debug)]
pub struct Api {
    /// Its URL, without a trailing slash.
    pub url: String,
    /// Replaces the system's certificate authorities.
    pub authority: Option<PathBuf>,
    /// Replaces the network's name server. Apache has no setting for that and asks the system.
    pub names: Option<SocketAddr>,
}

impl From<&str> for Api {
    fn from(url: &str) -> Self {
        Self { url: url.to_owned(), authority: None, names: None }
    }
}

/// A key on the server.
pub struct Key {
    /// The value of `Authorization`.
    pub authorization: String,
    /// Whether the file that says who may use the key exists.
    pub access: bool,
}

impl Place {
    /// Creates a folder with the page in it.
    pub fn new(pages: &Path, port: u16, api: Api, key: Option<Key>) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        // Servers that root starts read their files as another user.
        #[cfg(unix)]
        fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
        let place = Self { folder, port, api, key };
        fs::create_dir_all(place.path("stackone"))?;
        workspace::copy_folder(pages, &place.page())?;
        Ok(place)
    }

    /// A file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder that is served.
    pub fn page(&self) -> PathBuf {
        self.path("page")
    }

    /// Writes a file into the folder.
    pub fn write(&self, name: &str, text: &str) -> Result<()> {
        Ok(fs::write(self.path(name), text)?)
    }

    /// Copies a recipe into the folder and edits it. Each text must occur exactly once.
    pub fn put(&self, recipe: &str, name: &str, edits: &[(&str, String)]) -> Result<()> {
        let file = workspace::root().join("static/hosting").join(recipe);
        let mut text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        for (from, to) in edits {
            ensure!(text.matches(from).count() == 1, "{from:?} must occur once in {recipe}");
            text = text.replace(from, to);
        }
        self.write(name, &text)
    }
}
