// The WebAssembly file is an entry only for its URL, from `import.meta.resolve` or a bundler. It has no exports to
// import.

export {};
