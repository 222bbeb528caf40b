/** Words of a section, in English. */
export const en = {
  name: 'Section',
  hint: 'Keeps steps together that belong together',
  'help.what': 'A frame around steps that belong together. It can be folded, moved and named as one thing.',
  'help.when':
    'When a drawing grows: everything about appointments in one frame, everything about questions in another.',
  'help.tip': 'Callers notice nothing of it. Select some steps to put them into one.',
  'field.title': 'Title',
  'field.title.hint': 'Stands above the steps, for you; callers never hear it.',
  'field.title.placeholder': 'Appointments',
  untitled: 'Untitled section',
  steps: 'Steps of this section',
  stepsHint: 'They are moved together, and answered by one assistant where possible.',
  noSteps: 'No step yet.',
  addStep: 'Add a step to this section',
  addStepPlaceholder: 'Choose a step',
  removeStep: (name: string) => `Take “${name}” out of this section`,
};
