/** Words of the settings of a flow, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Réglages du scénario',
  close: 'Fermer',
  name: 'Nom',
  nameHint: 'L’assistant dit qu’il répond pour ce nom, et vous retrouvez le scénario grâce à lui.',
  language: 'Langue des appels',
  languageHint: 'Celle que l’assistant parle et comprend. Les phrases déjà écrites ne sont pas traduites.',
  languages: { en: 'Anglais', fr: 'Français' },
  voice: 'Voix',
  voices: {
    warm: { name: 'Chaleureuse', about: 'Une voix de femme, amicale' },
    calm: { name: 'Calme', about: 'Une voix de femme, posée' },
    lively: { name: 'Vive', about: 'Une voix de femme, enjouée' },
    deep: { name: 'Grave', about: 'Une voix d’homme, basse' },
  },
  listen: (voice: string) => `Écouter : ${voice}`,
  stop: 'Arrêter',
  voiceHint: 'Une approximation : c’est votre navigateur qui lit. Au téléphone, la voix est différente.',
  voiceSilent: 'Ce navigateur ne sait pas lire à voix haute : il n’y a rien à écouter ici.',
  more: 'Durée des appels, fuseau horaire',
  longest: 'Durée maximale d’un appel',
  longestHint: 'Passé ce temps, l’appel est coupé, quoi qu’il se dise.',
  timeZone: 'Fuseau horaire',
  timeZoneHint: 'Dit à l’assistant quel jour et quelle heure il est chez vous.',
  information: 'Informations du scénario',
  informationHint: 'Ce qui est demandé aux appelants. Un nouveau nom vaut aussitôt partout.',
  noInformation: 'Rien n’est encore demandé. Une étape « Demander » obtient des informations.',
  informationName: 'Nom de l’information',
  used: (steps: number) =>
    pluralFr(steps, {
      zero: 'utilisée nulle part',
      one: 'utilisée dans # étape',
      other: 'utilisée dans # étapes',
    }),
  removeInformation: (name: string) => `Retirer « ${name} »`,
  hours: 'Horaires du scénario',
  hoursHint: 'Quand vous êtes ouvert : pour les règles, les transferts et les rendez-vous.',
  noHours: 'Pas encore d’horaires. L’étape qui en a besoin les apporte.',
  sharedHours: 'Ils se modifient dans les Réglages, pour tous les scénarios qui les suivent.',
} satisfies Messages<typeof en>;
