/** Words of a section, in English. */
export const en = {
  name: 'Section',
  hint: 'Keeps steps together that belong together',
  'field.title': 'Title',
  'field.title.placeholder': 'Appointments',
  untitled: 'Untitled section',
  steps: 'Steps of this section',
  noSteps: 'No step yet.',
  addStep: 'Add a step to this section',
  addStepPlaceholder: 'Choose a step',
  removeStep: (name: string) => `Take “${name}” out of this section`,
};
