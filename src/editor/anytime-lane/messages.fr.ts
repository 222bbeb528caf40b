/** Words of the lane “at any time”, in French. */
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr: typeof en = {
  title: 'À tout moment',
  count: (rules) => pluralFr(rules, { zero: 'aucune règle', one: '# règle', other: '# règles' }),
  intro: 'Ces règles valent à chaque étape de l’appel.',
  close: 'Fermer',
  adjust: (rule) => `Régler : ${rule}`,
  hints: {
    'wants-human': 'L’appelant demande une personne. Choisissez l’étape qui prend le relais.',
    emergency: 'L’appelant parle d’un danger et entend quel numéro composer.',
    robot: 'L’assistant dit honnêtement qu’il est une machine.',
    silence: 'Personne ne parle : l’assistant relance, puis met fin à l’appel si personne ne répond.',
    unclear: 'Deux réponses de suite n’ont pas été comprises : l’assistant demande de le dire autrement.',
    language: 'L’appelant parle une autre langue que celle de la ligne.',
    angry: 'L’appelant est mécontent : l’assistant s’excuse, ou passe la main.',
  },
  sentence: 'Ce qui est dit',
  sentenceHint: 'Laissé vide, c’est la phrase en gris qui est dite.',
  goTo: 'Ce qui suit',
  goToHint: 'L’étape qui prend la suite, ou le retour là où l’appel en était.',
  back: 'Retour là où en était l’appel',
  gone: 'Choisissez une étape',
  phrases: 'Ce que l’appelant peut dire',
  phrasesHint: (usual) => `Une phrase par ligne. Déjà connues, entre autres : ${usual}.`,
  phrasesHintAlone: 'Une phrase par ligne.',
};
