/** Words of the page of one call, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  readBy: 'Qui a lu cet appel',
  title: 'Appel',
  back: 'Appels',
  version: (number: number) => `version ${number}`,
  transcript: 'Ce qui s’est dit',
  makeTest: 'En faire un essai',
  madeTest:
    'Gardé comme essai du scénario. Il sera supprimé en même temps que ce qui a été dit pendant cet appel.',
  testName: (when) => `Appel du ${when}`,
  openFlow: 'Ouvrir le scénario',
  testFailures: {
    'too-many': 'Ce scénario a déjà 200 essais. Supprimez-en un d’abord.',
    forgotten: 'Ce qui a été dit pendant cet appel est oublié à présent.',
  },
  nothingSaid: 'Rien n’a été dit.',
  notYet: 'La conversation apparaît ici au fur et à mesure.',
  assistant: 'Assistant',
  caller: 'Appelant',
  tool: 'Action',
  jump: (time: string) => `Montrer l’étape à ${time}`,
  information: 'Informations recueillies',
  noInformation: 'Rien n’a été recueilli.',
  deeds: 'Ce qui a été fait',
  technical: 'Détails techniques',
  fields: {
    status: 'État',
    reason: 'Motif de la fin',
    cost: 'Coût',
    id: 'Appel',
    started: 'Début',
    ended: 'Fin',
  },
  statuses: {
    scheduled: 'prévu',
    queued: 'en attente',
    ringing: 'sonne',
    'in-progress': 'en cours',
    forwarding: 'en cours de transfert',
    ended: 'terminé',
  },
  drawing: 'Le chemin dans le scénario',
  noDrawing: 'Le dessin de cet appel n’est plus connu.',
  noPath: 'Le chemin de cet appel n’est pas encore connu.',
  steps: 'Étapes de l’appel',
  step: (position: number, count: number) => `Étape ${position} sur ${count}`,
  play: 'Rejouer l’appel',
  pause: 'Pause',
  speed: 'Vitesse',
  speeds: { '1': '1×', '4': '4×', '16': '16×' },
  timeOf: (now, end) => `${now} sur ${end}`,
  previous: 'Étape précédente',
  next: 'Étape suivante',
  inferred: 'probablement',
  inferredHint: 'Nous le déduisons de ce qui s’est dit ; cela n’a pas été signalé.',
  unknownStep: 'Étape supprimée',
  fix: 'Corriger cette étape',
  hide: 'Masquer cet appel',
  hideHint: 'Un essai, un faux numéro ? Masqué, il ne compte plus dans les listes ni dans les chiffres.',
  hiddenNow: 'L’appel est masqué : il ne compte plus dans les listes ni dans les chiffres.',
  isHidden:
    'Cet appel est masqué : il ne compte ni dans les listes, ni dans les chiffres, ni sur le dessin. Son coût compte toujours.',
  show: 'Réafficher cet appel',
  shownNow: 'L’appel est de nouveau affiché.',
  undo: 'Annuler',
  erase: 'Effacer cet appel',
  eraseTitle: 'Effacer ce que l’on sait de cet appel ?',
  eraseText:
    'Ce qui a été dit, ce qui a été recueilli et le numéro de l’appelant sont effacés, ici et chez Vapi. L’appel lui-même, sa date et sa durée restent dans la liste. Les rendez-vous et les messages pris pendant l’appel restent.',
  eraseConfirm: 'Effacer',
  erased: 'Plus rien de ce qui a été dit ou recueilli n’est conservé.',
  eraseFailed: 'L’appel n’a pas pu être effacé.',
  because: {
    'went-on': () => 'Quittée parce que tout était fait.',
    'caller-chose': (what: string) =>
      what === ''
        ? 'Quittée parce que l’appelant a choisi.'
        : `Quittée parce que l’appelant a choisi « ${what} ».`,
    'nothing-fitted': () => 'Quittée parce qu’aucun choix ne convenait.',
    'caller-gave': (what: string) =>
      what === ''
        ? 'Quittée parce que l’appelant a répondu.'
        : `Quittée parce que l’appelant a donné : ${what}.`,
    'caller-refused': () => 'Quittée parce que l’appelant n’a pas voulu répondre.',
    'rule-held': () => 'Quittée parce que la règle était remplie.',
    'rule-failed': () => 'Quittée parce qu’aucune règle n’était remplie.',
    'nobody-answered': () => 'Quittée parce que personne n’a répondu.',
    'anytime-rule': () => 'Quittée parce qu’une règle valable à tout moment s’appliquait.',
    'no-more-questions': () => 'Quittée parce que l’appelant n’avait plus de question.',
    'question-unanswered': () => 'Quittée parce qu’une question est restée sans réponse.',
    'tool-worked': () => 'Quittée parce que cela a fonctionné.',
    'tool-failed': () => 'Quittée parce que cela n’a pas fonctionné.',
    'nothing-free': () => 'Quittée parce que rien n’était libre.',
  },
} satisfies Messages<typeof en>;
