/** Words of the gallery, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Nouveau scénario',
  back: 'Scénarios',
  lead: 'Choisissez ce qui se rapproche le plus de votre métier. Tout peut être changé ensuite.',
  collects: 'Recueille',
  bestFor: (whom: string) => `Idéal pour ${whom}`,
  bestForTitle: 'Idéal pour',
  empty: 'Partir de zéro',
  choose: (title: string) => `Choisir : ${title}`,
  askTitle: 'Deux courtes questions',
  name: 'Quel est le nom de votre établissement ?',
  nameHint: 'Les appelants l’entendront dans le mot d’accueil.',
  nameMissing: 'Indiquez un nom.',
  language: 'Quelle langue parle-t-on pendant l’appel ?',
  languages: { fr: 'Français', en: 'Anglais' },
  create: 'Créer le scénario',
  createFailed: 'Le scénario n’a pas pu être créé.',
  file: 'Importer un fichier',
  bring: {
    title: 'Importer un fichier',
    lead: 'Un workflow, un assistant ou une squad de Vapi, un export de Typebot ou un scénario d’AlloKoli, au format JSON. Le fichier n’est pas modifié.',
    choose: 'Choisir un fichier',
    another: 'Choisir un autre fichier',
    drop: 'ou déposez-le ici',
    reading: 'Lecture du fichier…',
    refused: (name) => `« ${name} » n’a pas pu être repris.`,
    read: (name) => `« ${name} » a été lu.`,
    content: (source, steps) =>
      `${source} : ${pluralFr(steps, { one: '# étape', other: '# étapes' })} sur le plan.`,
    sources: {
      allokoli: 'Scénario d’AlloKoli',
      'vapi-workflow-api': 'Workflow Vapi',
      'vapi-workflow-dashboard': 'Workflow Vapi',
      'vapi-workflow-guide': 'Workflow Vapi',
      'vapi-assistant': 'Assistant Vapi',
      'vapi-squad': 'Squad Vapi',
      typebot: 'Typebot',
    },
    toCheck: (count) => pluralFr(count, { one: '# point à vérifier', other: '# points à vérifier' }),
    kept: 'Ce que le fichier ne disait pas a été deviné. La liste est gardée dans une note à côté du dessin.',
    heading: 'À vérifier après l’import :',
    open: 'Ouvrir sur le plan',
  },
} satisfies Messages<typeof en>;
