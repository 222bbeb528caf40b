/** What the editor's actions are called, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  'add-step': 'Ajouter une étape',
  'insert-block': 'Insérer un bloc',
  'insert-step': 'Insérer une étape sur le lien',
  connect: 'Relier les étapes',
  disconnect: 'Supprimer le lien',
  'delete-selection': (count: number) =>
    pluralFr(count, { zero: 'Supprimer', one: 'Supprimer l’étape', other: 'Supprimer # étapes' }),
  duplicate: (count: number) =>
    pluralFr(count, { zero: 'Dupliquer', one: 'Dupliquer l’étape', other: 'Dupliquer # étapes' }),
  cut: (count: number) =>
    pluralFr(count, { zero: 'Couper', one: 'Couper l’étape', other: 'Couper # étapes' }),
  paste: (count: number) =>
    pluralFr(count, { zero: 'Coller', one: 'Coller l’étape', other: 'Coller # étapes' }),
  'edit-step': 'Modifier l’étape',
  'edit-anytime': 'Modifier ce qui vaut à tout moment',
  'edit-hours': 'Modifier les horaires',
  'refresh-hours': 'Reprendre les horaires les plus récents',
  'fix-problems': (count: number) =>
    pluralFr(count, { one: 'Corriger un problème', other: 'Corriger # problèmes' }),
  'forget-information': 'Supprimer l’information',
  'edit-settings': 'Modifier les réglages',
  'rename-flow': 'Renommer le scénario',
  'move-steps': (count: number) => pluralFr(count, { one: 'Déplacer l’étape', other: 'Déplacer # étapes' }),
  'rename-step': 'Renommer l’étape',
  'set-information': 'Modifier l’information',
  'set-section': 'Changer de partie',
  'make-section': 'Regrouper en une partie',
  'align-steps': (count: number) =>
    pluralFr(count, { zero: 'Aligner', one: 'Aligner l’étape', other: 'Aligner # étapes' }),
  'distribute-steps': (count: number) =>
    pluralFr(count, {
      zero: 'Espacer régulièrement',
      one: 'Espacer régulièrement',
      other: 'Espacer # étapes régulièrement',
    }),
  'tidy-layout': 'Ranger',
  'tidy-selection': (count: number) =>
    pluralFr(count, { zero: 'Ranger les étapes choisies', one: 'Ranger l’étape', other: 'Ranger # étapes' }),
  'take-in': 'Modifications d’une autre personne',
  'restore-draft': 'Retrouver les modifications non enregistrées',
} satisfies Messages<typeof en>;
