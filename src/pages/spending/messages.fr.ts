/** Words of the spending page, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Dépenses',
  lead: 'Ce que vos appels coûtent ce mois-ci, et jusqu’où vous voulez aller.',
  back: 'Réglages',
  onlyOwners: 'Seuls les propriétaires peuvent fixer le plafond.',
  month: (month) => `Consommation : ${month}`,
  minutes: 'Minutes de téléphone',
  dollars: 'Coût des appels',
  calls: 'Appels',
  ofLimit: (used, most) => `${used} sur ${most}`,
  counted: 'Un appel compte une fois terminé. Le mois recommence le 1er à minuit (UTC).',
  noLimit: 'Aucun plafond n’est fixé : les appels sont pris, quel qu’en soit le coût.',
  isPast: 'Le plafond de ce mois est atteint.',
  diverted: (numbers) => `Ces numéros répondent maintenant avec votre message : ${numbers}.`,
  notYetDiverted: 'Vos numéros répondront avec votre message d’ici une minute.',
  stillDiverted: (numbers) => `Ces numéros répondront de nouveau comme publié d’ici une minute : ${numbers}.`,
  limit: 'Plafond mensuel',
  limitHint:
    'Une fois le plafond atteint, personne n’entend de silence : vos numéros disent votre message jusqu’à la fin du mois, ou jusqu’à ce que vous releviez le plafond. Les appels en cours se terminent normalement.',
  unit: 'Compter',
  units: { minutes: 'Minutes', dollars: 'Dollars US' },
  most: { minutes: 'Minutes par mois', dollars: 'Dollars US par mois' },
  minutesOf: (count) => pluralFr(count, { one: '# minute', other: '# minutes' }),
  heard: 'Ce que les appelants entendent alors',
  heardHint: 'D’abord « Bonjour. Je suis un assistant vocal automatisé. », comme à chaque appel.',
  message: 'Message',
  messages: {
    en: 'We cannot take your call here at the moment. Please try again in a few days, or write to us.',
    fr: 'Nous ne pouvons pas prendre votre appel ici pour le moment. Merci de rappeler dans quelques jours, ou de nous écrire.',
  },
  language: 'Langue parlée',
  languages: { en: 'Anglais', fr: 'Français' },
  after: 'Ensuite',
  afters: { end: 'L’appel se termine', transfer: 'L’appel est transféré' },
  afterHints: {
    end: 'Plus rien n’est dépensé',
    transfer: 'Vers un téléphone auquel vous répondez vous-même',
  },
  number: 'Numéro de téléphone',
  numberHint:
    'Un numéro ordinaire d’un pays que vous pouvez appeler. Le transfert est facturé comme une communication.',
  needMessage: 'Écrivez ce que les appelants doivent entendre.',
  badNumber:
    'Ce numéro ne peut pas être appelé. Écrivez un numéro ordinaire, par exemple 06 12 34 56 78, d’un pays autorisé dans « Confidentialité ».',
  save: 'Enregistrer le plafond',
  saved: 'Le plafond est enregistré.',
  remove: 'Supprimer le plafond',
  removed: 'Le plafond est supprimé. Les numéros répondent de nouveau comme publié.',
  removeTitle: 'Supprimer le plafond mensuel ?',
  removeText: 'Les appels seront pris, quel qu’en soit le coût.',
  perNumber: {
    title: 'Un message par numéro',
    hint: 'Chaque numéro peut dire autre chose une fois le plafond atteint, dans sa langue. Sinon, il dit le message ci-dessus. Ce qui se passe ensuite est le même pour tous.',
    usual: 'Le message ci-dessus',
    own: (message: string) => `« ${message} »`,
    change: 'Changer',
    changeOne: (name: string) => `Changer le message : ${name}`,
    save: 'Enregistrer le message',
    saved: 'Le message de ce numéro est enregistré.',
    asUsual: 'Comme les autres numéros',
    back: 'Ce numéro dit de nouveau le message commun.',
  },
  rates: 'Autres limites',
  ratesHint:
    'Elles vous protègent des boucles et des erreurs, et sont les mêmes pour tous les espaces de travail.',
  rehearsals: 'Échanges de répétition en 24 heures',
  testMinutes: 'Minutes d’appels d’essai en 24 heures',
  publications: 'Mises en service en une heure',
} satisfies Messages<typeof en>;
