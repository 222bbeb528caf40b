/** Superseded by `start.mjs`. */
await import(String('./start.mjs'));

export {};
