/** Words of the settings, in French. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Réglages',
  workspace: 'Espace de travail',
  workspaceName: 'Nom',
  workspaceHint: 'Le nom de votre entreprise ou de votre équipe, tel que vos collègues le voient.',
  save: 'Enregistrer',
  saved: 'Le nom est enregistré.',
  people: 'Membres',
  peopleHint: (count: number) => (count === 1 ? 'Vous êtes le seul membre.' : `${count} membres.`),
  yourRole: {
    owner: 'Vous êtes propriétaire : vous invitez les membres et changez leurs rôles.',
    editor: 'Vous pouvez modifier les scénarios, les numéros et les horaires.',
    viewer: 'Vous pouvez tout consulter, sans rien modifier.',
  },
  hours: 'Horaires d’ouverture et jours fériés',
  hoursHint: 'Saisis une seule fois, suivis par tous les scénarios qui en ont besoin.',
  connection: 'Connexion Vapi',
  connectionHint: 'Le compte Vapi par lequel cet espace de travail téléphone.',
  privacy: 'Confidentialité et pays',
  privacyHint:
    'Combien de temps les appels sont conservés, quels pays peuvent être appelés, et que faire quand un appelant le demande.',
  secrets: 'Secrets des outils connectés',
  secretsHint:
    'Les étapes qui connectent un outil s’en servent par leur nom. Leurs valeurs sont chiffrées et jamais affichées.',
  secretChanged: (date: string) => `modifié le ${date}`,
  remove: 'Supprimer',
  removeSecret: (name: string) => `Supprimer le secret « ${name} »`,
  removeSecretText:
    'Les étapes qui s’en servent prendront désormais leur sortie « n’a pas fonctionné », même dans les scénarios publiés. Sa valeur ne pourra pas être retrouvée.',
  spending: 'Dépenses',
  spendingHint:
    'Ce que les appels coûtent ce mois-ci, et un plafond avec ce que les appelants entendent une fois qu’il est atteint.',
  alerts: 'Alertes',
  alertsHint:
    'Qui est prévenu quand des appels échouent, que le plafond est atteint ou qu’un numéro ne répond pas.',
  openSpending: 'Afficher',
  activity: 'Journal d’activité',
  activityHint:
    'Qui a fait quoi dans cet espace de travail : membres, mises en service, réglages, qui a lu quel appel.',
  openActivity: 'Afficher',
  end: 'Partir définitivement',
  cancel: 'Annuler',
  closeWorkspace: 'Supprimer l’espace de travail',
  closeWorkspaceHint: 'Supprime cet espace de travail pour tous ses membres, ici et chez Vapi.',
  closeWorkspaceTitle: (name) => `Supprimer définitivement « ${name} » ?`,
  closeWorkspaceWhat: {
    people: 'Plus personne ne peut l’ouvrir, dès cet instant.',
    numbers:
      'Les numéros fournis par Vapi sont rendus et peuvent être attribués à d’autres. Les numéros que vous avez apportés restent les vôtres, et plus rien de chez nous n’y répond.',
    vapi: 'Chez Vapi, tout ce qui vient de nous est supprimé : assistants, équipes d’assistants, documents et appels. Ce qui se trouve dans un compte qui n’est pas connecté aujourd’hui y reste.',
    here: 'Ici, tout est supprimé : scénarios et versions, appels, rendez-vous, messages, secrets et journal d’activité.',
    time: 'Cela prend quelques minutes, se poursuit tout seul et ne peut pas être annulé.',
  },
  typeName: (name) => `Pour confirmer, tapez le nom : ${name}`,
  workspaceClosed: (name) => `« ${name} » est en cours de suppression.`,
  closeAccount: 'Supprimer mon compte',
  closeAccountHint:
    'Supprime votre compte. Les espaces de travail des autres restent ; ce que vous y avez fait reste sans votre nom.',
  closeAccountTitle: 'Supprimer définitivement votre compte ?',
  closeAccountWhat: {
    signedOut: 'Vous êtes déconnecté partout et ne pouvez plus vous connecter.',
    own: 'Les espaces de travail dont vous êtes le seul membre sont supprimés avec tout leur contenu, ici et chez Vapi.',
    shared:
      'Dans les espaces de travail partagés, vos scénarios restent. Là où vous êtes le seul propriétaire, désignez d’abord quelqu’un d’autre.',
    final: 'C’est irréversible.',
  },
  typeEmail: (email) => `Pour confirmer, tapez votre adresse e-mail : ${email}`,
  look: 'Langue et apparence',
  language: 'Langue de l’écran',
  languageHint: 'La langue parlée pendant un appel se choisit dans chaque scénario.',
  languages: { en: 'English', fr: 'Français' },
  theme: 'Apparence',
  themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
  account: 'Compte',
  signedInAs: 'Vous êtes connecté en tant que',
  signOut: 'Se déconnecter',
} satisfies Messages<typeof en>;
