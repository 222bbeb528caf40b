/** Words of the publication, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Publier',
  lead: 'Vous voyez ce qui va se passer avant que cela ne se passe.',
  cancel: 'Annuler',
  close: 'Fermer',
  publish: 'Publier',
  preparing: 'Examen de ce qui va changer…',
  blockedTitle: 'Pas encore prêt',
  blocked: (count: number) =>
    pluralFr(count, {
      one: 'Un problème ferait échouer des appels. Corrigez-le d’abord.',
      other: '# problèmes feraient échouer des appels. Corrigez-les d’abord.',
    }),
  show: 'Voir',
  where: 'Où',
  number: 'Numéro de téléphone',
  noNumber: 'Cet espace n’a pas encore de numéro de téléphone.',
  getTestNumber: 'Obtenir un numéro d’essai',
  answersNow: (flow: string) => `« ${flow} » y répond aujourd’hui. Il sera remplacé.`,
  answersItself: 'Ce scénario y répond déjà. La nouvelle version le remplacera.',
  answersNothing: 'Rien n’y répond pour l’instant.',
  activating: 'Ce numéro est en cours d’activation.',
  blockedNumber: 'Ce numéro est bloqué par son opérateur.',
  changes: (version: number) => `Ce que change la version ${version}`,
  firstVersion: 'C’est la première version de ce scénario.',
  noChanges: (version: number) => `Rien : le dessin est celui de la version ${version}.`,
  moreChanges: (count: number) =>
    pluralFr(count, { one: 'et un autre changement', other: 'et # autres changements' }),
  compareWith: (version: number) => `Comparer avec la version ${version}`,
  note: 'Note',
  noteHint:
    'Ce qui est nouveau, pour qui regardera les versions plus tard. Elle ne peut pas être modifiée ensuite.',
  seeWarnings: (count: number) =>
    pluralFr(count, { one: 'Voir l’avertissement', other: 'Voir les # avertissements' }),
  callNumber: (number: string) => `Appeler le ${number} maintenant`,
  versions: 'Toutes les versions',
  what: 'Ce qui va se passer',
  unchanged: 'Cette version précise y est déjà en service. Rien ne changerait.',
  creates: (count: number) =>
    pluralFr(count, {
      zero: 'Rien de nouveau à préparer.',
      one: 'Une partie est préparée.',
      other: '# parties sont préparées.',
    }),
  reuses: (count: number) =>
    pluralFr(count, { one: 'Une partie reste telle quelle.', other: '# parties restent telles quelles.' }),
  switch: (number: string) => `${number} répond aussitôt avec la nouvelle version.`,
  byHours: (number: string, hours: string, isRest: boolean) =>
    hours === ''
      ? `Le ${number} répond selon les horaires : avec ce scénario en dehors de ceux-ci.`
      : isRest
        ? `Le ${number} répond selon les horaires : avec ce scénario pendant « ${hours} » et en dehors.`
        : `Le ${number} répond selon les horaires : avec ce scénario pendant « ${hours} ».`,
  byHoursNow: 'Ce sont ses heures : il répond aussitôt avec la nouvelle version.',
  byHoursLater:
    'Ce ne sont pas ses heures : la nouvelle version est préparée et répondra quand elles commenceront.',
  byHoursNone: (number: string) =>
    `Le ${number} répond selon les horaires, et ce scénario n’y figure pas. Ajoutez-le sur la page du numéro, ou choisissez un autre numéro.`,
  toNumber: 'Ouvrir le numéro',
  liveLater: (version: number) =>
    `La version ${version} est prête. Elle répondra à ce numéro quand ses heures commenceront.`,
  ongoing: 'Les appels en cours se terminent avec l’ancienne version.',
  warnings: (count: number) =>
    pluralFr(count, {
      one: 'Un avertissement demeure. Il n’empêche pas de publier.',
      other: '# avertissements demeurent. Ils n’empêchent pas de publier.',
    }),
  secrecy: 'Secret professionnel : rien n’est enregistré, et rien de ce qui est dit n’est conservé.',
  secrecyNoRecording:
    'Le scénario enregistre les appels. Sous le secret professionnel, il ne le fait pas : retirez du scénario l’enregistrement et la question qui le concerne.',
  colon: ' : ',
  outside: 'Ce que cela fait à l’extérieur',
  effects: {
    dials: (number: string) => `Peut appeler le ${number}`,
    asks: (host: string) => `Peut interroger ${host}`,
    textsAddress: (number: string) => `Peut envoyer un SMS au ${number}`,
    textsCaller: 'Peut envoyer un SMS à la personne qui appelle',
    textsInformation: (name: string) => `Peut envoyer un SMS au numéro recueilli dans « ${name} »`,
    mailsAddress: (address: string) => `Peut envoyer un e-mail à ${address}`,
    mailsInformation: (name: string) => `Peut envoyer un e-mail à l’adresse recueillie dans « ${name} »`,
    books: 'Peut inscrire un rendez-vous dans votre agenda',
    booksIn: (calendar: string) => `Peut inscrire un rendez-vous dans l’agenda « ${calendar} »`,
  },
  inStep: (what: string, step: string) => `${what}, dans « ${step} »`,
  sends: (names: string) => `Ce qui est transmis : ${names}`,
  differences: { new: 'Nouveau', 'sends-other': 'Autres données', gone: 'N’a plus lieu' },
  noEffects: 'Personne n’est appelé et rien n’est envoyé.',
  running: 'Publication en cours',
  runningText: 'Vous pouvez fermer cette fenêtre : cela continue, et vous pourrez revenir.',
  steps: {
    'create-assistant': (name: string) => `Préparer « ${name} »`,
    'create-squad': (_name: string) => 'Assembler les parties',
    verify: (_name: string) => 'Tout vérifier',
    'switch-number': (name: string) => (name === '' ? 'Basculer le numéro' : `Basculer le ${name}`),
    commit: (_name: string) => 'Noter la version',
  },
  states: { pending: 'en attente', 'in-flight': 'en cours', done: 'fait', failed: 'échec' },
  liveTitle: 'En service',
  live: (version: number) => `La version ${version} répond désormais à ce numéro.`,
  liveOnLink: (version: number) => `La version ${version} répond désormais sur le lien navigateur.`,
  linkTitle: 'Lien navigateur',
  linkToo: 'Une fois en service, elle répond aussi à cette adresse.',
  linkAlso: 'Aussi par ce lien :',
  linkPaused: 'Le lien est en pause : les visiteurs lisent vos mots à la place.',
  linkAddress: 'Adresse du lien navigateur',
  copyLink: 'Copier l’adresse',
  linkCopied: 'L’adresse est copiée.',
  linkNotCopied: 'L’adresse n’a pas pu être copiée. Sélectionnez-la et copiez-la à la main.',
  liveNews: (version: number) => `La version ${version} est en service.`,
  failedNews: 'La publication n’a pas fonctionné. Les appels sont pris comme avant.',
  callIt: 'L’appeler maintenant',
  failedTitle: 'Cela n’a pas fonctionné',
  failedText: 'Les appels sont pris comme avant. Rien n’a été basculé.',
  superseded: 'Une publication plus récente a pris sa place.',
  again: 'Réessayer',
  notSaved:
    'Les dernières modifications n’ont pas pu être enregistrées ; elles ne peuvent donc pas encore être publiées.',
} satisfies Messages<typeof en>;
