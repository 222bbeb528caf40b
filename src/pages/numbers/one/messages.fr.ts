/** Words of one number, in French. */
import type { Messages } from '../../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Numéro',
  back: 'Numéros',
  call: 'L’appeler',
  answersTitle: 'Ce qui répond',
  nobody: 'Personne encore. Ouvrez un scénario, pressez « Publier », puis choisissez ce numéro.',
  openFlow: 'Ouvrir le scénario',
  chooseFlow: 'Choisir un scénario',
  message: 'Un message : le scénario est hors service.',
  label: 'Son nom ici',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  forwardingsTitle: 'Vos propres numéros qui y sont renvoyés',
  forwardingsNone:
    'Aucun. Si l’on vous connaît sous un autre numéro, gardez-le : cette ligne renvoie ses appels ici.',
  forward: 'Garder mon numéro',
  forwardAnother: 'Renvoyer un autre numéro',
  verified: (when: string) => `Un appel est arrivé le ${when}.`,
  unverified: 'Pas encore vérifié.',
  check: 'Vérifier',
  checkOf: (number: string) => `Vérifier le ${number} par un appel`,
  forget: (number: string) => `Oublier le ${number}`,
  forgetTitle: 'Oublier ce numéro ?',
  forgetText: (off: string) =>
    off === ''
      ? 'Votre ligne continue de renvoyer ses appels jusqu’à ce que votre opérateur l’arrête.'
      : `Votre ligne continue de renvoyer ses appels jusqu’à ce que vous y composiez ${off}.`,
  forgetDo: 'Oublier',
  forgotten: 'Oublié.',
  heardTitle: 'Quand le scénario ne répond pas',
  heardNow: 'Dit en ce moment',
  heardNoLimit:
    'Aucun plafond mensuel n’est fixé : le scénario répond toujours. Avec un plafond, on entend votre message une fois qu’il est atteint, ou l’on est transféré.',
  heardThenEnds: 'Une fois le plafond mensuel atteint, on entend ceci, puis l’appel se termine.',
  heardThenPasses: (number: string) =>
    `Une fois le plafond mensuel atteint, on entend ceci, puis l’on est transféré vers le ${number}.`,
  heardOutOfService:
    'Quand vous retirez le scénario du service, vous choisissez les mots dits à sa place. On ne tombe jamais sur le silence.',
  heardChoose: 'Fixer un plafond et choisir les mots',
  heardChange: 'Changer les mots ou le numéro',
  removeTitle: 'Le rendre',
  removeHints: {
    vapi: 'Le numéro retourne à Vapi et peut être attribué à quelqu’un d’autre. Vous ne le retrouverez pas.',
    own: 'Le numéro reste chez votre fournisseur et ne sonne plus ici. Les clés qui le relient sont supprimées du service téléphonique.',
  },
  remove: 'Rendre le numéro',
  removeConfirm: 'Rendre ce numéro ?',
  removeAnswers: (what: string) =>
    `« ${what} » y répond. Les appels sont encore pris pendant dix minutes, puis plus du tout.`,
  removeNobody: 'Rien n’y répond.',
  removeForwarded: (numbers: string) => `${numbers} y renvoie ses appels : arrêtez d’abord ce renvoi.`,
  removeUndo: 'Vous pouvez revenir en arrière pendant dix minutes.',
  goes: (time: string) => `Ce numéro sera rendu à ${time}. D’ici là, il répond comme avant.`,
  keep: 'Le garder',
  kept: 'Le numéro reste.',
  tooLate: 'Il est justement en train d’être rendu et ne peut plus être gardé.',
} satisfies Messages<typeof en>;
