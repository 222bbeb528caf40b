/** Words of “What happens to a call”, in French. */
import type { Messages } from '../../../i18n/messages.ts';
import { pluralFr } from '../../../i18n/plural.ts';
import type { en } from './messages.en.ts';

const days = (count: number) => pluralFr(count, { one: 'un jour', other: '# jours' });

export const fr = {
  title: 'Ce que devient un appel',
  lead: (workspace) =>
    `D’après les réglages de ${workspace} et ce qui répond à ses appels en ce moment. Vous pouvez l’imprimer et le montrer à qui le demande.`,
  asOf: (date) => `Au ${date}`,
  print: 'Imprimer',
  drawing: 'Le chemin d’un appel, en dessin',
  drawingText: (stations) =>
    `L’appel va de l’appelant à l’opérateur puis à Vapi, qui interroge ceux qui entendent, réfléchissent et parlent ; ensuite il nous prévient, et nous vous le montrons. Les haltes, par numéro : ${stations}.`,
  during: 'Pendant l’appel',
  after: 'Après l’appel',
  list: 'Qui reçoit quoi',
  sound: 'le son',
  asks: 'demande et reçoit',
  news: 'ce qui s’est passé',
  shows: 'le montre',
  stations: {
    caller: 'L’appelant',
    line: 'L’opérateur',
    vapi: 'Le standard',
    transcriber: 'L’oreille',
    model: 'La tête',
    documents: 'Vos documents',
    asks: 'Un autre système',
    voice: 'La voix',
    texts: 'Les SMS',
    mails: 'Les e-mails',
    storage: 'AlloKoli',
    you: 'Vous',
  },
  gets: {
    caller: 'Appelle votre numéro, entend aussitôt qu’un assistant automatisé parle, et discute avec lui.',
    line: 'Achemine l’appel, comme pour tout téléphone : qui appelle, quand, et le son.',
    vapi: 'Mène l’appel comme le dit votre scénario : transmet ce qu’il entend à l’oreille, à la tête et à la voix, et rapporte leurs réponses.',
    transcriber: 'Entend l’appelant, et met par écrit ce qui est dit.',
    model: 'Lit ce qui a été mis par écrit et votre scénario, et rédige la réponse.',
    documents: 'Sont consultés pour répondre à la question de l’appelant.',
    asks: 'Est interrogé par une de vos étapes, et reçoit ce que cette étape lui envoie.',
    voice: 'Lit la réponse, et la prononce.',
    texts: 'Achemine les messages : le numéro et le texte de chacun.',
    mails: 'Achemine les messages : l’adresse et le texte de chacun.',
    storage:
      'Reçoit ce qui s’est passé pendant l’appel, le garde aussi longtemps qu’il est écrit plus bas, puis le supprime, ici et chez Vapi.',
    you: 'Vous et les membres de votre espace de travail voyez l’appel. Chaque fois que quelqu’un ouvre ce qui a été dit, c’est noté.',
  },
  by: (companies) => `Entreprise : ${companies}`,
  here: 'Sur cette machine : aucune entreprise n’intervient.',
  notYet: 'L’entreprise sera connue quand vous publierez.',
  places: {
    us: 'Aux États-Unis.',
    eu: 'Dans l’Union européenne.',
    common: 'Dans la région choisie pour ce site.',
    sandbox:
      'C’est le bac à sable : le réseau téléphonique et Vapi sont joués sur cette machine, et aucun mot d’un appel ne la quitte, sauf vers les messageries et les systèmes nommés ici.',
    none: 'Aucun compte Vapi n’est encore relié : aucun appel ne peut arriver.',
  },
  storedWhere: 'Dans la région choisie lors de l’installation de ce site.',
  notServing: 'Aucun scénario ne répond encore aux appels. Voici comment ce sera avec les réglages actuels.',
  kept: 'Ce qui est gardé, et combien de temps',
  recordedNo: 'Le son n’est pas enregistré.',
  recordedSecret: 'Le son n’est jamais enregistré : cet espace de travail est tenu au secret professionnel.',
  recorded: (flows) =>
    `Le son est enregistré dans ${flows}, si l’appelant a été interrogé et a dit oui. Qui dit non est servi quand même.`,
  words: (count) =>
    `Ce qui a été dit est gardé par écrit pendant ${days(count)}, avec le son s’il y en a ; puis c’est supprimé, ici et chez Vapi.`,
  wordsSecret:
    'Ce qui a été dit n’est pas gardé du tout, ni ici ni chez Vapi : c’est écarté dès son arrivée.',
  information: (count) =>
    `Ce que l’appelant vous a confié (un nom, un numéro, un rendez-vous) est gardé pendant ${days(count)}.`,
  calls: (count) =>
    `Qu’il y a eu un appel, quand, combien de temps et par quel chemin, est gardé pendant ${days(count)}, sans paroles ni noms.`,
  hidden: (count) =>
    pluralFr(count, {
      zero: 'Rien n’est masqué : ce que disent les appelants est gardé comme ils le disent.',
      one: 'Une sorte de détail est masquée avant que quoi que ce soit ne soit gardé.',
      other: '# sortes de détails sont masquées avant que quoi que ce soit ne soit gardé.',
    }),
  hiddenSecret: 'Aucune parole n’est gardée, il n’y a donc rien à y masquer.',
  rights: 'Ce que les appelants peuvent vous demander',
  rightsText:
    'Savoir ce que vous gardez sur eux, l’obtenir, et le faire supprimer. Vous trouvez tout ce qui concerne un numéro, et le supprimez, en quelques clics.',
  rightsLink: 'Réglages de confidentialité',
} satisfies Messages<typeof en>;
