/** Words of the frame around the pages, in French. */
import type { Messages } from '../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  navigation: 'Navigation principale',
  flows: 'Scénarios',
  calls: 'Appels',
  numbers: 'Numéros',
  settings: 'Réglages',
  help: 'Aide',
  workspace: 'Espace de travail',
  workspaceNamed: (name) => `Espace de travail : ${name}`,
  chooseWorkspace: 'Choisir un espace de travail',
  skip: 'Aller au contenu',
  newWorkspace: 'Nouvel espace de travail…',
  people: 'Membres et rôles',
  viewerBanner: 'Vous pouvez tout consulter dans cet espace de travail, sans rien modifier.',
  sandboxBanner: 'Bac à sable : aucune vraie ligne n’est connectée.',
  language: 'Langue',
  languageNow: (name) => `Langue : ${name}`,
  theme: 'Apparence',
  themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
  account: (email: string) => `Compte : ${email}`,
  signOut: 'Se déconnecter',
  languages: { en: 'English', fr: 'Français' },
} satisfies Messages<typeof en>;
