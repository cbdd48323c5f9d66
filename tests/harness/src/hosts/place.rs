//! A place: a folder of its own for one server – the page, the recipe, logs – and what the recipe is edited to.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::workspace;

/// Where and in front of what a server runs.
pub struct Place {
    folder: TempDir,
    pub port: u16,
    pub api: Api,
    /// The key, where the server has one.
    pub key: Option<Key>,
}

/// The API behind a server.
#[derive(Clone, Debug)]
pub struct Api {
    /// Its address, without a slash at the end.
    pub url: String,
    /// In place of the system's, the authority whose certificates are trusted.
    pub authority: Option<PathBuf>,
    /// In place of the network's, the name server to ask. Apache has no setting for that and asks the system.
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
    /// Whether the file is there that says who may use it.
    pub access: bool,
}

impl Place {
    /// A new folder with the page in it.
    pub fn new(pages: &Path, port: u16, api: Api, key: Option<Key>) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        // Servers that root starts read their files as somebody else.
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

    /// Puts a recipe into the folder, edited: each of the texts stands in it once.
    pub fn put(&self, recipe: &str, name: &str, edits: &[(&str, String)]) -> Result<()> {
        let file = workspace::root().join("static/hosting").join(recipe);
        let mut text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        for (from, to) in edits {
            ensure!(text.matches(from).count() == 1, "{from:?} should stand once in {recipe}");
            text = text.replace(from, to);
        }
        self.write(name, &text)
    }
}
