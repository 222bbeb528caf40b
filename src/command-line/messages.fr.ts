/** Words of the command line, in French. */
import type { Messages } from '../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  usage: (templates: string) => `usage : flow <commande> FICHIER… [options]

  check      les problèmes du scénario
  compile    l’assistant ou la squad Vapi, et le manifeste
  paths      tous les chemins d’un appel : ce qui est dit, la durée, le prix
  rehearse   joue le scénario compilé avec ce que dit un appelant
  import     fait un scénario d’un workflow, d’un assistant ou d’une squad Vapi, ou d’un Typebot
  diff       ce qui a changé du premier fichier au second
  document   le scénario comme un texte à lire, en Markdown

FICHIER est un scénario en JSON, ou template:<id> (${templates}).

  --lang en|fr        langue des phrases, et des modèles
  --preview           compile : comme pour une répétition
  --script FICHIER    rehearse : ce que dit l’appelant, liste JSON ou une ligne par réplique
  --say TEXTE         rehearse : de même, réplique par réplique ; peut se répéter
  --now ISO           rehearse, paths : l’instant de l’appel
  --nobody-answers    rehearse : personne ne répond aux appels transmis
  --price DOLLARS     paths : prix d’une minute`,
  unknownCommand: (name: string) => `Il n’y a pas de commande « ${name} ».`,
  badOption: (text: string) => `Cette option ne peut pas servir : ${text}`,
  badLanguage: (text: string) => `--lang attend en ou fr, pas « ${text} ».`,
  badInstant: (text: string) => `--now attend un instant comme 2026-11-24T12:15:00+01:00, pas « ${text} ».`,
  badPrice: (text: string) => `--price attend un nombre de dollars, pas « ${text} ».`,
  needsFile: 'Donnez au moins un fichier.',
  needsTwoFiles: 'diff attend deux fichiers : avant et après.',
  unreadableFile: (reason: string) => `Le fichier est illisible : ${reason}`,
  unknownTemplate: (ids: string) => `Ce modèle n’existe pas. Il y a : ${ids}.`,
  notJson: (reason: string) => `Ce n’est pas du JSON : ${reason}`,
  badScript: 'Le script doit être une liste JSON de textes, ou une ligne par réplique.',
  refused: (reason: string) => `Le bac à sable a refusé le scénario : ${reason}`,
  problem: (severity: string, step: string, sentence: string) =>
    `${step === '' ? severity : `${severity} (${step})`} : ${sentence}`,
  severity: { error: 'erreur', warning: 'attention', hint: 'conseil' },
} satisfies Messages<typeof en>;
