/** Words of the privacy page, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Confidentialité',
  back: 'Réglages',
  onlyOwners: 'Seuls les propriétaires peuvent modifier cette page.',
  save: 'Enregistrer',
  saved: 'C’est enregistré. Ce qui est plus ancien est supprimé dans l’heure.',
  savedCountries:
    'Les pays sont enregistrés. Ils valent dès la prochaine publication, et tout de suite pour les messages.',
  keep: 'Durée de conservation des appels',
  keepHint:
    'Passé ce délai, tout est supprimé définitivement, ici et chez Vapi. Un délai plus court vaut aussi pour ce qui existe déjà.',
  keepWords: 'Ce qui a été dit',
  keepWordsHint: 'Les paroles d’un appel, et son enregistrement s’il y en a un.',
  keepInformation: 'Ce qui a été recueilli',
  keepInformationHint: 'Noms, numéros et réponses des appelants, messages envoyés, rendez-vous passés.',
  keepCalls: 'L’appel lui-même',
  keepCallsHint: 'Sa date, sa durée et le chemin suivi : ni paroles ni noms.',
  days: (number: number) => pluralFr(number, { one: 'jour', other: 'jours' }),
  hides: 'Ce qui est masqué dans les appels',
  hidesHint:
    'Avant qu’un appel soit conservé, ce que les appelants en disent est remplacé par •••, à l’écrit comme en toutes lettres, en français et en anglais. Ce qu’une étape demande, comme un numéro de téléphone pour un rendez-vous, est toujours recueilli. Vaut pour les appels à venir.',
  hidden: {
    card: 'Numéros de carte bancaire',
    iban: 'Numéros de compte (IBAN)',
    nir: 'Numéros de sécurité sociale',
    email: 'Adresses e-mail',
    phone: 'Numéros de téléphone',
    'birth-date': 'Dates de naissance',
  },
  savedHides: 'C’est enregistré. Cela vaut pour les appels à venir.',
  keepSecret: 'Sous le secret professionnel, ce qui a été dit n’est pas conservé du tout.',
  secrecy: 'Secret professionnel',
  secrecySwitch: 'Cet espace de travail est tenu au secret professionnel',
  secrecyHint:
    'Pour les professions de santé et du droit : rien de ce que disent les appelants n’est conservé.',
  secrecyMeans: {
    recording: 'Aucun appel n’est enregistré, même avec l’accord de l’appelant.',
    words:
      'Aucune transcription ni aucun résumé n’est conservé, ici ou chez Vapi : les paroles sont écartées dès leur arrivée, et l’appel est supprimé chez Vapi dès qu’il se termine.',
    information:
      'Ce que les étapes recueillent (un nom, un numéro, un rendez-vous) est conservé 30 jours au plus, les appels sans paroles 180 jours.',
    publication:
      'La mise en service l’annonce avant d’agir, et refuse les anciennes versions qui conservent les paroles.',
  },
  secrecyHosting:
    'Pendant l’appel, la voix passe par Vapi et ses prestataires. Nous ne connaissons pas de certification de Vapi comme hébergeur de données de santé (HDS) : ne faites pas dicter de détails médicaux aux appelants.',
  secrecyOn: 'Activer',
  secrecyOnTitle: 'Activer le secret professionnel ?',
  secrecyOnText:
    'Ce qui a été dit jusqu’ici pendant les appels est supprimé en quelques minutes, ici et chez Vapi, sans retour possible. Les scénarios en service conservent leurs paroles chez Vapi tant que vous ne les remettez pas en service : la liste vous sera montrée.',
  secrecyIsOn: 'Le secret professionnel est activé.',
  secrecyOff: 'Désactiver',
  secrecyOffTitle: 'Désactiver le secret professionnel ?',
  secrecyOffText:
    'Dès la prochaine mise en service de chaque scénario, ce qui est dit sera de nouveau conservé, pour la durée fixée plus bas. Ce qui a été supprimé le reste.',
  secrecyIsOff: 'Le secret professionnel est désactivé.',
  toRepublish: 'À remettre en service',
  republishForSecrecy:
    'Ces scénarios ont été mis en service avant. Ouvrez-les et remettez-les en service, pour que Vapi ne conserve rien non plus :',
  republishWithoutSecrecy:
    'Ces scénarios ont été mis en service sous le secret professionnel. Ils ne conservent aucune parole tant qu’ils ne sont pas remis en service :',
  countries: 'Pays que l’on peut appeler',
  countriesHint:
    'Les appels ne sont transférés, et les SMS envoyés, que vers des téléphones ordinaires de ces pays. Les numéros surtaxés ou satellitaires ne sont jamais appelés.',
  addCountry: 'Ajouter un pays',
  removeCountry: (name: string) => `Retirer : ${name}`,
  noCountry: 'Il ne reste aucun pays : personne ne peut être appelé ni recevoir de SMS.',
  person: 'Quand quelqu’un le demande',
  personHint:
    'Un appelant peut demander ce que vous conservez de lui, et le faire supprimer. Retrouvez-le par son numéro de téléphone, quelle que soit son écriture.',
  number: 'Numéro de téléphone',
  find: 'Rechercher',
  noNumber:
    'Ce n’est pas un numéro de téléphone. Écrivez-le en entier, par exemple 06 12 34 56 78 ou +32 2 555 12 12.',
  nothing: (number: string) => `Rien n’est conservé au sujet du ${number}.`,
  found: (number: string) => `Ce qui est conservé au sujet du ${number}`,
  calls: (number: number) => pluralFr(number, { one: 'Un appel', other: '# appels' }),
  mentions: (number: number) =>
    pluralFr(number, {
      one: 'Nommé dans l’appel d’une autre personne',
      other: 'Nommé dans # appels d’autres personnes',
    }),
  messages: (number: number) => pluralFr(number, { one: 'Un message', other: '# messages' }),
  bookings: (number: number) => pluralFr(number, { one: 'Un rendez-vous', other: '# rendez-vous' }),
  flows: (names: string) =>
    `Ce numéro figure aussi dans vos scénarios : ${names}. Il y reste ; modifiez-le là-bas s’il le faut.`,
  exportJson: 'Tout télécharger',
  exportCsv: 'En tableau',
  fileName: (number: string) => `ce-qui-est-conserve-${number}`,
  erase: 'Tout supprimer',
  eraseTitle: (number: string) => `Tout supprimer au sujet du ${number} ?`,
  eraseText:
    'Les appels, paroles, messages et rendez-vous de cette personne sont supprimés ici et chez Vapi, y compris les rendez-vous à venir. Dans les appels des autres, seul le numéro est masqué. C’est irréversible : téléchargez tout d’abord si vous devez répondre.',
  erased: 'Tout est supprimé. Vapi supprime sa copie dans les minutes qui suivent.',
  object: 'Ne veut être ni conservé ni recontacté',
  objectHint:
    'Les paroles de ses appels sont supprimées dès la fin de chaque appel, et aucun SMS ne lui est envoyé.',
  objections: 'Personnes qui se sont opposées',
  withdraw: (number: string) => `Oublier l’opposition du ${number}`,
  since: (date: string) => `depuis le ${date}`,
  processors: 'Qui reçoit quelque chose de vos appels',
  processorsHint: 'Établi d’après vos réglages et ce qui est en service en ce moment.',
  processorsSandbox:
    'Personne. Le bac à sable joue tout sur cette machine : aucun mot d’un appel ne la quitte.',
  processorsStory: 'Ce que devient un appel, en dessin et en phrases',
  usedBy: (flows) => `Dans : ${flows}`,
  gets: {
    storage:
      'Garde vos scénarios, appels, messages et rendez-vous, aussi longtemps que vous l’indiquez ci-dessus.',
    vapi: 'Fait fonctionner les appels : entend ce qui est dit et le transmet à ceux qui suivent ; le garde aussi longtemps que vous l’indiquez ci-dessus.',
    line: 'Achemine les appels du numéro : qui appelle, quand, et le son.',
    model: 'Lit ce que disent les appelants, mis par écrit, et rédige les réponses.',
    voice: 'Lit ce que dit l’assistant, et le prononce.',
    transcriber: 'Entend les appelants, et met par écrit ce qu’ils disent.',
    documents: 'Lit les documents du scénario pour y trouver les réponses, avec la question de l’appelant.',
    texts: 'Achemine les SMS : le numéro et le texte de chacun.',
    mails: 'Achemine les e-mails : l’adresse et le texte de chacun.',
    asks: 'Un autre système qu’une de vos étapes interroge : reçoit ce que l’étape lui envoie.',
  },
  whereStorage: 'Dans la région choisie lors de l’installation de ce site.',
  whereVapi: {
    us: 'Aux États-Unis.',
    eu: 'Dans l’Union européenne.',
    common: 'Avec le compte de ce site, dans la région de ce compte.',
  },
  reads: 'Qui a lu quoi',
  readsHint:
    'Chaque fois que quelqu’un ouvre ce qui a été dit pendant un appel, le télécharge ou l’efface, c’est noté et vous pouvez le voir.',
  readsOpen: 'Voir qui a lu les appels',
  spoken: 'Les numéros prononcés en toutes lettres (« zéro six douze… ») sont retrouvés aussi.',
} satisfies Messages<typeof en>;
