/** Words of a section, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Partie',
  hint: 'Rassemble les étapes qui vont ensemble',
  'field.title': 'Titre',
  'field.title.placeholder': 'Rendez-vous',
  untitled: 'Partie sans titre',
  steps: 'Étapes de cette partie',
  noSteps: 'Aucune étape pour l’instant.',
  addStep: 'Ajouter une étape à cette partie',
  addStepPlaceholder: 'Choisir une étape',
  removeStep: (name: string) => `Retirer « ${name} » de cette partie`,
} satisfies Messages<typeof en>;
