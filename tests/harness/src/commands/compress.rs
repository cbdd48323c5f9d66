//! Compresses as a host does ahead of time.

use std::io::Write;

use anyhow::Result;

/// Brotli at quality 11 with a window of 22 bits.
pub fn brotli_11(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(content)?;
    Ok(writer.into_inner())
}
