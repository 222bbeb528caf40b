/** Words of the editor's frame and canvas, in French. */
import type { Messages } from '../i18n/messages.ts';
import { pluralFr } from '../i18n/plural.ts';
import type { en } from './messages.en.ts';

const DIRECTIONS: Readonly<Record<string, string>> = {
  up: 'vers le haut',
  down: 'vers le bas',
  left: 'vers la gauche',
  right: 'vers la droite',
};

export const fr = {
  inferred: {
    word: 'probablement',
    hint: 'Nous le déduisons de ce qui s’est dit ; cela n’a pas été signalé.',
  },
  backToFlows: 'Scénarios',
  flowName: 'Nom du scénario',
  rename: 'Renommer',
  save: {
    saved: 'Enregistré',
    saving: 'Enregistrement…',
    offline: (changes: number) =>
      pluralFr(changes, {
        zero: 'Hors ligne',
        one: 'Hors ligne · # modification',
        other: 'Hors ligne · # modifications',
      }),
    unanswered: (changes: number) =>
      pluralFr(changes, {
        zero: 'Le serveur ne répond pas',
        one: 'Le serveur ne répond pas, # modification gardée ici',
        other: 'Le serveur ne répond pas, # modifications gardées ici',
      }),
    busy: (changes: number) =>
      pluralFr(changes, {
        zero: 'Serveur occupé',
        one: 'Serveur occupé, # modification gardée ici',
        other: 'Serveur occupé, # modifications gardées ici',
      }),
    conflict: 'Modifié ailleurs',
    'signed-out': 'Déconnecté : gardé sur cet appareil',
    refused: 'Non enregistré',
  },
  retry: 'Réessayer',
  signedOut:
    'Vous êtes déconnecté. Vos modifications sont gardées sur cet appareil ; reconnectez-vous pour les enregistrer.',
  signIn: 'Se connecter',
  hoursRefreshed: (names: string) =>
    `Les horaires ont changé : ${names}. Ce scénario a maintenant les plus récents.`,
  hoursUnreadable: (names: string) =>
    `Les horaires ${names} ne peuvent pas être lus ici. Ce scénario garde les siens.`,
  hoursShared: (name: string) => `D’autres scénarios peuvent maintenant suivre « ${name} ».`,
  restored: 'Les modifications non enregistrées de la dernière fois sont de retour.',
  merged: 'Des modifications faites ailleurs sont arrivées. Les vôtres sont gardées aussi.',
  settings: 'Réglages du scénario',
  undo: 'Annuler',
  redo: 'Rétablir',
  undoWhat: (action: string) => `Annuler : ${action.toLowerCase()}`,
  redoWhat: (action: string) => `Rétablir : ${action.toLowerCase()}`,
  announced: (action: string) => `Fait : ${action.toLowerCase()}`,
  undoList: 'Annuler plusieurs actions',
  undoTo: 'Annuler jusqu’ici',
  problems: (count: number) =>
    pluralFr(count, { zero: 'Aucun problème', one: '# problème', other: '# problèmes' }),
  problemCount: (count: number) => pluralFr(count, { one: '# problème', other: '# problèmes' }),
  rehearse: 'Répéter',
  publish: 'Publier',
  find: 'Rechercher',
  helpOn: (kind: string) => `Aide : ${kind}`,
  helpKey: 'F1 : aide',
  addStep: 'Ajouter une étape',
  addNext: 'Ajouter l’étape suivante',
  insertHere: 'Insérer une étape ici',
  removeLink: 'Supprimer le lien',
  entryHandle: 'Entrée',
  exitHandle: (name: string) => `Sortie : ${name}`,
  bar: {
    label: 'Outils du plan',
    select: 'Sélectionner plusieurs étapes',
    pan: 'Se déplacer',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    actualSize: 'Taille réelle',
    fit: 'Tout afficher',
    fitSelection: 'Montrer la sélection',
    tidy: 'Ranger',
    tidying: 'Rangement du dessin en cours.',
    stopTidying: 'Arrêter le rangement',
  },
  canvas: {
    label: 'Le scénario',
    stepHelp:
      'Entrée sélectionne l’étape et ouvre son formulaire ; une seconde fois, elle permet d’écrire son nom, comme F2. Les flèches la déplacent. Suppr la supprime. Maj F10 ouvre son menu.',
    linkHelp: 'Entrée sélectionne le lien. Suppr le supprime.',
    moved: (direction: string, x: number, y: number) =>
      `Déplacée ${DIRECTIONS[direction] ?? direction}, maintenant à ${x}, ${y}`,
    map: 'Vue d’ensemble du scénario',
    handle: 'Lien',
    empty: 'Rien ici pour l’instant',
    emptyText: 'Un appel commence par une étape qui décroche.',
    loading: 'Chargement du scénario',
  },
  menu: {
    label: 'Ce que l’on peut faire ici',
    write: 'Écrire sur la carte',
    pasteHere: 'Coller ici',
    selectAll: 'Tout sélectionner',
  },
  section: {
    fold: 'Replier la partie',
    unfold: 'Déplier la partie',
    steps: (count: number) => pluralFr(count, { one: '# étape', other: '# étapes' }),
  },
  several: {
    label: 'Les étapes sélectionnées',
    count: (count: number) => pluralFr(count, { one: '# sélectionnée', other: '# sélectionnées' }),
    left: 'Aligner à gauche',
    centre: 'Aligner les centres',
    right: 'Aligner à droite',
    top: 'Aligner en haut',
    middle: 'Aligner les milieux',
    bottom: 'Aligner en bas',
    across: 'Espacer régulièrement de gauche à droite',
    down: 'Espacer régulièrement de haut en bas',
    align: 'Aligner',
  },
  palette: {
    title: 'Ajouter une étape',
    next: 'Et ensuite ?',
    search: 'Chercher une étape',
    nothing: 'Aucune étape de ce nom',
    drag: 'Choisissez, ou glissez sur le plan',
    orPress: 'Choisissez, ou appuyez sur l’étape qui vient ensuite',
    groups: { blocks: 'Blocs tout prêts', advanced: 'Avancé', aids: 'Pour s’y retrouver' },
    close: 'Fermer',
  },
  inspector: {
    label: 'L’étape sélectionnée',
    title: 'Nom de l’étape',
    close: 'Fermer',
    delete: 'Supprimer l’étape',
    duplicate: 'Dupliquer l’étape',
    more: 'Autres actions',
    unknown:
      'Cette étape vient d’une version plus récente. Elle est conservée telle quelle, mais ne peut pas être modifiée ici.',
    several: (count: number) =>
      pluralFr(count, { one: '# étape sélectionnée', other: '# étapes sélectionnées' }),
    exits: 'Où elle mène',
    exitsHint: 'Où l’appel continue après chaque sortie.',
    nowhere: 'nulle part',
    fix: 'Corriger',
  },
  recording: {
    title: 'Enregistrement',
    switch: 'Enregistrer les appels',
    switchHint:
      'Seuls les appelants qui acceptent sont enregistrés, à partir de leur oui. Les autres ont le même service.',
    question: 'Question qui en décide',
    questionHint: 'Un oui lance l’enregistrement. Un non, ou pas de réponse : rien n’est enregistré.',
    noQuestion: 'Choisissez une question par oui ou par non',
  },
  broken: {
    panel: 'Cette partie ne fonctionne plus. Le reste continue, et votre travail est en sécurité.',
    rest: 'Tout le reste continue, et votre travail est en sécurité.',
    again: 'Réessayer',
    close: 'Fermer',
    card: 'Cette étape ne peut pas être affichée ici. Elle est conservée telle quelle.',
    newer: 'Étape d’une version plus récente',
    newerText: 'Faite par une version plus récente d’AlloKoli. Elle est conservée telle quelle.',
    what: {
      topBar: 'La barre du haut ne fonctionne plus.',
      banner: 'L’avis au-dessus du scénario ne fonctionne plus.',
      canvas: 'Le plan du scénario ne fonctionne plus.',
      lane: 'Les règles « à tout moment » ne fonctionnent plus.',
      problems: 'La liste des problèmes ne fonctionne plus.',
      inspector: 'Le formulaire de l’étape ne fonctionne plus.',
      form: 'Les champs de cette étape ne peuvent pas être affichés.',
      bar: 'Les outils du plan ne fonctionnent plus.',
      palette: 'La liste des étapes ne fonctionne plus.',
      rehearse: 'La répétition ne fonctionne plus.',
      publish: 'La fenêtre de publication ne fonctionne plus.',
      find: 'La recherche ne fonctionne plus.',
    },
  },
  notFound: 'Ce scénario n’existe pas',
  notFoundText: 'Il a été supprimé, ou appartient à un espace dont vous ne faites pas partie.',
  unreadable: 'Ce scénario ne peut pas être ouvert',
  unreadableText: 'Il a été enregistré par une autre version d’AlloKoli. Rien n’y a été changé.',
  failed: 'Le scénario n’a pas pu être chargé',
  onlyLook:
    'Vous pouvez consulter ce scénario et le répéter, pas le modifier. Un propriétaire de l’espace de travail peut vous en donner le droit.',
  readOnly:
    'Une partie de ce scénario a été enregistrée par une autre version d’AlloKoli et ne peut pas être affichée. Vous pouvez consulter le reste, pas le modifier.',
} satisfies Messages<typeof en>;
