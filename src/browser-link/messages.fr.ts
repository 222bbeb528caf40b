/** Words of the switch of a browser link, in French. */
import type { Messages } from '../i18n/messages.ts';
import { pluralFr } from '../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Liens navigateur',
  lead: 'Une page où toute personne qui a l’adresse peut parler à un scénario publié, sans numéro et sans compte. Désactivée tant que vous ne l’activez pas.',
  list: 'Scénarios et leurs liens navigateur',
  none: 'Dessinez d’abord un scénario : il pourra alors avoir un lien.',
  open: 'Ouvert à tous',
  openOf: (flow) => `Ouvert à tous : « ${flow} »`,
  answers: (version) => `Répond avec la version ${version}.`,
  nothing: 'Rien de ce scénario n’est encore en service.',
  today: (count) =>
    pluralFr(count, {
      zero: 'Aucun appel aujourd’hui.',
      one: 'Un appel en 24 heures.',
      other: '# appels en 24 heures.',
    }),
  address: (flow) => `Adresse du lien de « ${flow} »`,
  copy: 'Copier l’adresse',
  copied: 'L’adresse est copiée.',
  notCopied: 'L’adresse n’a pas pu être copiée. Sélectionnez-la et copiez-la à la main.',
  renew: 'Nouvelle adresse',
  renewTitle: (flow) => `Donner une nouvelle adresse à « ${flow} » ?`,
  renewText: 'L’adresse actuelle ne mènera plus nulle part. Qui la possède aura besoin de la nouvelle.',
  renewed: 'Le lien a une nouvelle adresse.',
  pause: 'Mettre en pause',
  pauseOf: (flow) => `Mettre en pause le lien de « ${flow} »`,
  resume: 'Reprendre',
  resumeOf: (flow) => `Reprendre le lien de « ${flow} »`,
  pauseTitle: (flow) => `Mettre en pause le lien de « ${flow} » ?`,
  pauseLead:
    'Les visiteurs lisent vos mots et ne peuvent pas appeler. Les appels en cours se terminent normalement ; vous reprenez d’un seul geste.',
  words: 'Ce que lisent les visiteurs',
  usualWords: 'Notre assistant est en pause pour le moment. Merci de revenir plus tard.',
  wordsNeeded:
    'Écrivez ce que les visiteurs doivent lire : sinon ils ne sauraient pas pourquoi personne ne répond.',
  paused: (words) => `En pause. Les visiteurs lisent : « ${words} »`,
  cancel: 'Annuler',
  drifted: 'Quelqu’un a modifié chez Vapi ce qui répond sur ce lien.',
  seeDrift: 'Décider dans la fenêtre de mise en service du scénario',
  publish: 'Publier sur le lien',
  publishNew: 'Publier le dernier dessin sur le lien',
  publishing: 'Publication…',
  published: (version) => `La version ${version} répond sur le lien.`,
  failed: 'La publication a échoué. Ouvrez le scénario pour voir pourquoi, puis réessayez.',
  limits:
    'Chaque appel compte dans votre plafond mensuel. Un lien prend quelques appels à la fois et un nombre limité par heure ; un visiteur qui appelle trop souvent est prié d’attendre.',
} satisfies Messages<typeof en>;
