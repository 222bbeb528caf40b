/** Words about what is in service, in French. */
import type { Messages } from '../../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  now: 'Ce qui répond actuellement',
  nowOnLink: 'Ce qui répond actuellement sur le lien navigateur',
  answers: (version: number, since: string) => `Version ${version}, depuis le ${since}`,
  fallbackAnswers: 'Un message répond à la place du scénario.',
  version: (version: number) => `Version ${version}`,
  otherFlow: (version: number) => `Version ${version} d’un autre scénario`,
  since: (moment: string) => `Mise en service le ${moment}`,
  goBack: 'Revenir',
  goBackTo: (version: number) => `Revenir à la version ${version}`,
  unpublish: 'Mettre hors service…',
  unpublishTitle: 'Mettre hors service',
  unpublishLead: (number: string) =>
    `Les appelants du ${number} entendront vos mots à la place. Les appels en cours se terminent normalement.`,
  words: 'Ce que les appelants entendent',
  wordsHint: 'Il leur est ensuite dit qu’un assistant automatisé parle ; puis l’appel se termine.',
  wordsNeeded: 'Écrivez ce que les appelants doivent entendre : un numéro ne reste jamais muet.',
  wordsBraces: 'Retirez { et } : rien ne peut être complété ici.',
  confirm: 'Mettre hors service',
  outTitle: 'Hors service',
  out: 'Vos mots répondent désormais à ce numéro.',
  undo: 'Revenir en arrière',
  driftTitle: 'Modifié chez Vapi',
  drift:
    'Quelqu’un a modifié dans Vapi ce qui répond à ce numéro. Les appelants ont déjà affaire à cette modification.',
  driftOnLink:
    'Quelqu’un a modifié dans Vapi ce qui répond sur le lien navigateur. Les visiteurs ont déjà affaire à cette modification.',
  findings: {
    'number-gone': 'Le numéro n’existe plus chez Vapi.',
    'number-silent': 'Plus rien ne répond au numéro.',
    'number-other': (version: number | null) =>
      version === null
        ? 'Quelque chose qui n’a pas été fait ici répond au numéro.'
        : `La version ${version} répond de nouveau au numéro.`,
    gone: (name: string) => `« ${name} » a été supprimé : les appels y échouent.`,
    changed: (name: string, aspects: string) => `« ${name} » a été modifié : ${aspects}.`,
  },
  aspects: {
    greeting: 'ses premiers ou derniers mots',
    instructions: 'ses consignes',
    actions: 'ce qu’il peut faire',
    model: 'son modèle de langue',
    voice: 'sa voix',
    hearing: 'sa façon d’écouter',
    privacy: 'l’enregistrement et les transcriptions',
    reports: 'l’endroit où les appels sont signalés',
    parts: 'les parties qui le composent',
    other: 'd’autres réglages',
  },
  choices: {
    overwrite: 'Remettre la nôtre',
    adopt: 'La reprendre',
    keep: 'Laisser tel quel',
  },
  choiceHints: {
    overwrite: 'Ce qui a été mis en service d’ici répond de nouveau.',
    adopt:
      'La version qui répond est de nouveau en service ici ; toute autre chose devient un nouveau scénario à relire.',
    keep: 'Les appelants gardent ce qui est chez Vapi ; il n’en sera plus question.',
  },
  kept: 'Cela reste tel quel chez Vapi.',
  adopted: 'C’est de nouveau en service ici.',
  lookAgain: 'Regarder de nouveau',
} satisfies Messages<typeof en>;
