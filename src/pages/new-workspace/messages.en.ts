/** Words of a new workspace, in English. */
export const en = {
  title: 'New workspace',
  lead: 'For another business or team: with its own flows, numbers, calls and people.',
  name: 'Name',
  nameHint: 'The name of your business or team, as your colleagues see it.',
  create: 'Create the workspace',
  noneTitle: 'You belong to no workspace',
  noneText: 'Create one, or ask a colleague to invite you to theirs.',
  signOut: 'Sign out',
};
