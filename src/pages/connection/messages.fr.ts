/** Words of the Vapi connection, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en, Left } from './messages.en.ts';

export const fr = {
  title: 'Connexion Vapi',
  lead: 'Le compte Vapi par lequel cet espace de travail téléphone.',
  back: 'Réglages',
  own: 'Votre propre compte',
  connected: (endsIn: string) => `Connecté avec une clé qui se termine par …${endsIn}`,
  facts: (region: string, date: string) => `Région : ${region} · testé le ${date}`,
  signed:
    'Le compte rendu des appels arrive aussitôt ; les rendez-vous et les messages fonctionnent pendant l’appel.',
  unsigned:
    'Les appels sont pris, mais sans signature leur compte rendu arrive avec un retard de 15 minutes au plus, et les rendez-vous, les messages et les outils connectés prennent leur sortie « n’a pas fonctionné ».',
  common: 'Cet espace de travail utilise le compte de cette installation.',
  commonSandbox:
    'Cet espace de travail utilise le bac à sable de cette machine : aucun vrai téléphone ne sonne.',
  nothing:
    'Aucun service téléphonique n’est encore connecté. Connectez un compte Vapi pour répéter et publier.',
  regions: { us: 'États-Unis', eu: 'Union européenne', sandbox: 'Bac à sable de cette machine' },
  regionHints: {
    us: 'La région habituelle',
    eu: 'Un compte séparé, que Vapi n’ouvre que sur demande',
    sandbox: 'Pour essayer cette page',
  },
  region: 'Région du compte',
  connect: 'Connecter un compte',
  replace: 'Remplacer la clé',
  test: 'Tester',
  tested: 'Vapi accepte la clé.',
  remove: 'Déconnecter',
  removeTitle: 'Déconnecter ce compte ?',
  removed: 'Le compte est déconnecté.',
  key: 'Clé privée',
  keyHint:
    'Chez Vapi : Organization, API Keys, Private Key. Elle est chiffrée et ne sera plus jamais affichée.',
  needKey: 'Collez la clé privée.',
  signature: 'Signature des notifications (recommandée)',
  signatureHint:
    'Chez Vapi, créez un « custom credential » : HMAC, SHA-256, hexadécimal, en-tête x-signature, en-tête d’horodatage x-timestamp, contenu {timestamp}.{body}. Indiquez ensuite ici son identifiant et son secret.',
  credentialId: 'Identifiant du « credential »',
  secret: 'Secret du « credential »',
  needBoth: 'Indiquez l’identifiant et le secret, ou aucun des deux.',
  badSecret: 'Un secret compte au moins 8 caractères, sans espace.',
  replaceSignature: 'Remplacer la signature',
  addSignature: 'Ajouter une signature',
  replaceSignatureHint:
    'Indiquez d’abord le nouveau secret ici, puis chez Vapi : modifiez le secret du « credential », ou créez-en un autre et publiez de nouveau vos scénarios. D’ici là, les deux secrets sont acceptés : aucune nouvelle d’appel ne se perd.',
  newSecret: 'Nouveau secret',
  needSecret: 'Indiquez l’identifiant du « credential » et son nouveau secret, de 8 caractères au moins.',
  saveSignature: 'Accepter le nouveau secret',
  replacedSignature: 'Le nouveau secret est accepté. Modifiez-le maintenant chez Vapi.',
  replacing: (date: string) =>
    `La signature est en cours de remplacement depuis le ${date} : les deux secrets sont acceptés.`,
  newUnseen: 'Rien n’a encore été signé avec le nouveau secret : indiquez-le chez Vapi.',
  newSeen: (time: string) => `Le nouveau a servi pour la dernière fois le ${time}.`,
  formerSeen: (time: string) => `L’ancien a servi pour la dernière fois le ${time}.`,
  formerNumbers: (count: number) =>
    pluralFr(count, {
      one: 'Un numéro répond encore avec l’ancien « credential » : publiez de nouveau son scénario.',
      other: '# numéros répondent encore avec l’ancien « credential » : publiez de nouveau leurs scénarios.',
    }),
  retiresItself:
    'Quand rien ne se sera servi de l’ancien secret pendant un jour, il sera oublié de lui-même.',
  retire: 'Refuser l’ancien secret maintenant',
  retireTitle: 'Refuser désormais l’ancien secret ?',
  retireText:
    'À faire s’il est tombé entre de mauvaises mains. Ce que Vapi signe encore avec lui est refusé : les nouvelles de ces appels arrivent avec un retard de 15 minutes au plus, et leurs rendez-vous, messages et outils connectés prennent leur sortie « n’a pas fonctionné ».',
  retired: 'L’ancien secret est désormais refusé.',
  save: 'Tester et connecter',
  saved: 'Le compte est connecté.',
  savedSame: 'La clé est remplacée. Tout ce qui a été créé dans ce compte sert de nouveau.',
  onlyOwners: 'Les propriétaires de l’espace de travail connectent un compte.',
  leaves: ({ numbers, inService, files }: Left) =>
    `S’il s’agit d’un autre compte : ${pluralFr(numbers, { one: '# numéro reste', other: '# numéros restent' })} dans le compte actuel, ${pluralFr(inService, { zero: 'dont aucun ne répond à des appels', one: 'dont # continue de répondre tel quel', other: 'dont # continuent de répondre tels quels' })} ; AlloKoli ne les modifie plus et n’apprend plus rien de leurs appels. ${pluralFr(files, { zero: 'Aucun document ne devra', one: '# document devra', other: '# documents devront' })} être téléversé${files > 1 ? 's' : ''} de nouveau. Prenez un numéro dans le nouveau compte et publiez de nouveau ; si le compte actuel est reconnecté, tout est de retour.`,
} satisfies Messages<typeof en>;
