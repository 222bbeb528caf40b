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
  backToFlows: 'Scénarios',
  flowName: 'Nom du scénario',
  rename: 'Renommer',
  save: {
    saved: 'Enregistré',
    saving: 'Enregistrement…',
    offline: 'Hors ligne : gardé sur cet appareil',
    conflict: 'Modifié ailleurs',
    'signed-out': 'Déconnecté : gardé sur cet appareil',
    refused: 'Non enregistré',
  },
  retry: 'Réessayer',
  conflict: {
    text: 'Ce scénario a été modifié ailleurs pendant votre travail. Vos modifications sont gardées sur cet appareil, mais pas encore enregistrées.',
    loadOther: 'Charger l’autre version',
    keepMine: 'Garder la mienne en copie',
    copyName: (name: string) => `${name} (mes modifications)`,
    copied: (name: string) => `Votre travail est enregistré sous « ${name} ».`,
    openCopy: 'Ouvrir la copie',
    sureTitle: 'Charger l’autre version ?',
    sureText: 'Vos modifications depuis le dernier enregistrement seront abandonnées, sans retour possible.',
    sureYes: 'Abandonner mes modifications',
    failed: 'Cela n’a pas fonctionné. Vos modifications sont toujours là.',
  },
  signedOut:
    'Vous êtes déconnecté. Vos modifications sont gardées sur cet appareil ; reconnectez-vous pour les enregistrer.',
  signIn: 'Se connecter',
  refused:
    'Vos modifications ne peuvent pas être enregistrées : vous pouvez seulement consulter ce scénario, ou il a été supprimé.',
  hoursRefreshed: (names: string) =>
    `Les horaires ont changé : ${names}. Ce scénario a maintenant les plus récents.`,
  hoursUnreadable: (names: string) =>
    `Les horaires ${names} ne peuvent pas être lus ici. Ce scénario garde les siens.`,
  hoursShared: (name: string) => `D’autres scénarios peuvent maintenant suivre « ${name} ».`,
  restored: 'Les modifications non enregistrées de la dernière fois sont de retour.',
  undo: 'Annuler',
  redo: 'Rétablir',
  undoWhat: (action: string) => `Annuler : ${action.toLowerCase()}`,
  redoWhat: (action: string) => `Rétablir : ${action.toLowerCase()}`,
  problems: (count: number) =>
    pluralFr(count, { zero: 'Aucun problème', one: '# problème', other: '# problèmes' }),
  problemCount: (count: number) => pluralFr(count, { one: '# problème', other: '# problèmes' }),
  rehearse: 'Répéter',
  publish: 'Publier',
  find: 'Rechercher',
  addStep: 'Ajouter une étape',
  addNext: 'Ajouter l’étape suivante',
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
    tidy: 'Ranger',
  },
  canvas: {
    label: 'Le scénario',
    stepHelp:
      'Entrée sélectionne l’étape et ouvre son formulaire. Les flèches la déplacent. Suppr la supprime.',
    linkHelp: 'Entrée sélectionne le lien. Suppr le supprime.',
    moved: (direction: string, x: number, y: number) =>
      `Déplacée ${DIRECTIONS[direction] ?? direction}, maintenant à ${x}, ${y}`,
    map: 'Plan du scénario',
    handle: 'Lien',
    empty: 'Rien ici pour l’instant',
    emptyText: 'Un appel commence par une étape qui décroche.',
    loading: 'Chargement du scénario',
  },
  palette: {
    title: 'Ajouter une étape',
    next: 'Et ensuite ?',
    search: 'Chercher une étape',
    nothing: 'Aucune étape de ce nom',
    drag: 'Choisissez, ou glissez sur le plan',
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
    again: 'La rouvrir',
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
