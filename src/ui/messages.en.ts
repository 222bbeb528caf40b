/** Words of the widgets themselves, in English. */
export const en = {
  cancel: 'Cancel',
  close: 'Close',
  clearSearch: 'Clear the search',
  loading: 'Loading',
  dismiss: 'Dismiss',
  notifications: 'Notifications',
  increase: (what: string) => `Increase: ${what}`,
  decrease: (what: string) => `Decrease: ${what}`,
  optional: 'optional',
  languageMissing: 'The words of this language could not be loaded. Try again when you are online.',
};
