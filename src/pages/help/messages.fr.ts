/** Words of the help pages, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Aide',
  lead: 'Comment se nomment les choses, ce que fait chaque étape, et ce que devient un appel.',
  back: 'Aide',
  search: 'Chercher dans l’aide',
  results: 'Trouvé dans l’aide',
  found: (count) => pluralFr(count, { one: '# réponse', other: '# réponses' }),
  nothing: (query) => `Rien sur « ${query} ». Essayez un autre mot, ou parcourez les mots de l’application.`,
  call: 'Ce que devient un appel',
  callHint: 'Qui reçoit quoi, où cela va, et combien de temps c’est gardé : d’après vos propres réglages.',
  words: 'Les mots de l’application',
  wordsHint: 'Scénario, sortie, répétition, version… chacun en une phrase ou deux.',
  wordsLead: 'Ce que chaque mot veut dire ici, par ordre alphabétique.',
  wordsSearch: 'Chercher un mot',
  wordsNothing: (query) => `Aucun mot pour « ${query} ».`,
  wordsAll: 'Afficher tous les mots',
  keys: 'Raccourcis clavier',
  keysHint: 'Dans l’éditeur, tout peut se faire sans souris.',
  keysLead: 'Dans l’éditeur, la touche ? affiche aussi cette liste.',
  software: 'Les logiciels libres utilisés',
  softwareHint: 'Qui a écrit les éléments dont cette application est faite, et à quelles conditions.',
  softwareLead: (count) =>
    pluralFr(count, {
      one: 'Cette application contient un logiciel libre. Merci à ses auteurs.',
      other: 'Cette application contient # logiciels libres. Merci à leurs auteurs.',
    }),
  softwareSearch: 'Chercher par nom ou par licence',
  softwareNothing: (query) => `Aucun logiciel ne correspond à « ${query} ».`,
  softwareMissing:
    'Cette liste est établie à la construction de l’application ; elle n’existe pas pendant le développement.',
  softwareMissingHint: 'Dans l’application construite, elle se trouve ici.',
  softwareFailed: 'La liste n’a pas pu être récupérée. Vérifiez votre connexion, puis réessayez.',
  tryAgain: 'Réessayer',
  licence: (name) => `Licence : ${name}`,
  steps: 'Les étapes, une à une',
  stepsHint: 'À quoi sert chacune, avec un exemple à lire et à écouter.',
  otherSteps: 'Les autres étapes',
  noStep: 'Cette étape n’existe pas',
  noStepText:
    'Elle vient peut-être d’une version plus récente de l’application. Voici les étapes qui existent.',
  tour: 'Une visite de l’éditeur',
  tourHint:
    'Quatre courtes haltes dans votre dernier scénario : le dessin, une étape, l’écouter, le mettre sur un numéro.',
  tourStart: 'Commencer la visite',
  tourNoFlow: 'La visite a besoin d’un scénario à montrer. Créez le premier, cela prend une minute.',
  tourNew: 'Nouveau scénario',
  support: 'Si vous êtes bloqué',
  supportOwners: (owners) =>
    `Les propriétaires de cet espace de travail peuvent changer tous les réglages : ${owners}.`,
  supportOwner:
    'Vous êtes propriétaire de cet espace de travail : la personne qui a installé ce site pour vous pourra vous aider.',
  supportSite: 'Si aucun d’eux ne peut vous aider, demandez à la personne qui a installé ce site.',
  supportTell:
    'Pour qu’on vous aide vite, joignez ceci : il n’y a là aucun mot de passe, ni rien de ce que disent les appelants.',
  details: (workspace, flows) =>
    `Espace de travail ${workspace}, ${pluralFr(flows, { zero: 'aucun scénario', one: 'un scénario', other: '# scénarios' })}`,
  detailsBrowser: (browser) => `Navigateur : ${browser}`,
  detailsSandbox: 'Bac à sable : aucune vraie ligne',
  copyDetails: 'Copier ces renseignements',
  copied: 'Copié. Vous pouvez le coller dans un message.',
  notCopied: 'La copie n’a pas marché. Sélectionnez le texte et copiez-le à la main.',
  detailsLabel: 'Renseignements pour la personne qui vous aide',
} satisfies Messages<typeof en>;
