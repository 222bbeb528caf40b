/** Words of the frame around the pages, in English. */
export const en = {
  navigation: 'Main',
  flows: 'Flows',
  calls: 'Calls',
  numbers: 'Numbers',
  settings: 'Settings',
  workspace: 'Workspace',
  chooseWorkspace: 'Choose a workspace',
  skip: 'Skip to the content',
  sandboxBanner: 'Sandbox: no real phone line is connected.',
  language: 'Language',
  theme: 'Appearance',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  account: (email: string) => `Account: ${email}`,
  signOut: 'Sign out',
  languages: { en: 'English', fr: 'Français' },
};
