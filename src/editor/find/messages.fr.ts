/** Words of the search and of the list of shortcuts, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Rechercher',
  placeholder: 'Une étape, un mot, une action…',
  nothing: (query: string) => `Aucun résultat pour « ${query} »`,
  found: (count: number) =>
    pluralFr(count, { zero: 'Aucun résultat', one: '# résultat', other: '# résultats' }),
  more: (count: number) => pluralFr(count, { one: 'Encore # résultat', other: 'Encore # résultats' }),
  groups: {
    recent: 'Derniers choix',
    steps: 'Étapes',
    information: 'Informations',
    rules: 'À tout moment',
    problems: 'Problèmes',
    actions: 'Actions',
    add: 'Ajouter',
    templates: 'Modèles pour un nouveau scénario',
    help: 'Aide',
  },
  buttons: {
    problems: 'Afficher les problèmes',
    settings: 'Réglages du scénario',
    lane: 'Règles valables à tout moment',
    tour: 'Visite de l’éditeur',
  },
  languages: { en: 'English', fr: 'Français' },
  language: (name: string) => `Langue : ${name}`,
  themes: { system: 'comme le système', light: 'claire', dark: 'sombre' },
  theme: (name: string) => `Apparence : ${name}`,
  shortcuts: {
    title: 'Raccourcis clavier',
    or: 'ou',
    groups: { everywhere: 'Partout', steps: 'Étapes', view: 'Affichage' },
    names: {
      shortcuts: 'Raccourcis clavier',
      escape: 'Ne rien sélectionner, fermer la liste des étapes',
      'select-all': 'Tout sélectionner',
      menu: 'Menu de l’étape sélectionnée',
      copy: 'Copier',
      cut: 'Couper',
      paste: 'Coller',
      'open-step': 'Ouvrir l’étape atteinte au clavier',
      'move-step': 'Déplacer les étapes sélectionnées',
      'pick-more': 'Ajouter une étape à la sélection',
      frame: 'Sélectionner ce qui est dans un cadre',
      'drag-view': 'Se déplacer pendant la sélection',
      'wheel-zoom': 'Agrandir ou réduire',
    },
    keys: {
      contextmenu: 'Menu',
      alt: 'Alt',
      shift: 'Maj',
      delete: 'Suppr',
      backspace: 'Retour arrière',
      enter: 'Entrée',
      escape: 'Échap',
      space: 'Espace',
      arrows: 'Flèches',
      click: 'clic',
      drag: 'glisser',
      wheel: 'molette',
    },
  },
} satisfies Messages<typeof en>;
