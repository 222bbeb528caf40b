/** The languages that are spoken and heard, as browsers name them. Knows no call. */

export type SpokenLanguage = 'en' | 'fr';
export const LOCALES: Readonly<Record<SpokenLanguage, string>> = { en: 'en-GB', fr: 'fr-FR' };
