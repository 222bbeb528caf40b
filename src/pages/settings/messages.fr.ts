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
    'Les étapes qui s’en servent prendront désormais leur sortie « problème », même dans les scénarios publiés. Sa valeur ne pourra pas être retrouvée.',
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
