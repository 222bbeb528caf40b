/** What a workspace may have blacked out of its calls before they are kept. A file without schemas, for both sides. */
export const HIDDEN_KINDS = ['card', 'iban', 'nir', 'email', 'phone', 'birth-date'] as const;
export type HiddenKind = (typeof HIDDEN_KINDS)[number];
