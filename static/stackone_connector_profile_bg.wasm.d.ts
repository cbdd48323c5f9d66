// The WebAssembly file is an entry for the sake of its address, which `import.meta.resolve` or a bundler tells. There is
// nothing to import from it.

export {};
