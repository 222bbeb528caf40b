/** Words of a section, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  name: 'Partie',
  hint: 'Rassemble les étapes qui vont ensemble',
  'help.what':
    'Un cadre autour d’étapes qui vont ensemble. Il se replie, se déplace et se nomme d’un seul geste.',
  'help.when':
    'Quand un dessin grandit : tout ce qui touche aux rendez-vous dans un cadre, aux renseignements dans un autre.',
  'help.tip': 'Les appelants n’en remarquent rien. Sélectionnez des étapes pour les y mettre.',
  'field.title': 'Titre',
  'field.title.hint': 'Figure au-dessus des étapes, pour vous ; on ne l’entend jamais.',
  'field.title.placeholder': 'Rendez-vous',
  untitled: 'Partie sans titre',
  steps: 'Étapes de cette partie',
  stepsHint: 'Elles se déplacent ensemble et, si possible, un même assistant s’en charge.',
  noSteps: 'Aucune étape pour l’instant.',
  addStep: 'Ajouter une étape à cette partie',
  addStepPlaceholder: 'Choisir une étape',
  removeStep: (name: string) => `Retirer « ${name} » de cette partie`,
} satisfies Messages<typeof en>;
