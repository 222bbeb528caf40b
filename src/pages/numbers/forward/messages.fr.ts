/** Words of forwarding a line, in French. */
import type { Messages } from '../../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Garder votre numéro',
  lead: (number: string) =>
    `Votre ligne renvoie ses appels vers le ${number}. On continue de composer votre numéro.`,
  back: 'Numéro',
  nobody:
    'Rien ne répond encore à ce numéro : les appels renvoyés n’aboutiraient nulle part. Placez-y d’abord un scénario.',
  choose: 'Choisir un scénario',
  notFound: 'Ce numéro n’existe pas, ou plus.',
  ownTitle: 'Quel numéro voulez-vous garder ?',
  own: 'Votre numéro',
  ownHint: 'Celui que connaissent ceux qui vous appellent : 01 42 68 53 00, ou avec son indicatif.',
  needOwn: 'Ce n’est pas un numéro de téléphone. Écrivez-le avec + et son indicatif.',
  unknownOwn: 'Aucun pays n’attribue un tel numéro. Revenez en arrière et comparez-le chiffre par chiffre.',
  sameNumber:
    'C’est le numéro vers lequel il serait renvoyé. Entrez celui que composent ceux qui vous appellent.',
  lineTitle: 'De quelle sorte de ligne s’agit-il ?',
  lines: { mobile: 'Un téléphone mobile', fixed: 'Une ligne fixe ou une box' },
  lineHints: { mobile: 'Avec une carte SIM.', fixed: 'À la maison ou au bureau, même derrière une box.' },
  operatorTitle: 'Chez quel opérateur est-elle ?',
  operators: {
    orange: 'Orange, Sosh',
    sfr: 'SFR, RED',
    bouygues: 'Bouygues Telecom, B&You',
    free: 'Free',
    swisscom: 'Swisscom',
    other: 'Un autre opérateur',
  },
  modeTitle: 'Quels appels faut-il renvoyer ?',
  modes: {
    unavailable: 'Dès que personne ne peut les prendre',
    always: 'Tous, toujours',
    'no-answer': 'Quand personne ne répond',
    busy: 'Quand la ligne est occupée',
    unreachable: 'Quand le téléphone est éteint ou sans réseau',
  },
  modeHints: {
    unavailable: 'Vous ne répondez pas, êtes en ligne ou sans réseau. C’est le choix le plus courant.',
    always: 'Votre téléphone ne sonne pas du tout.',
    'no-answer': 'Votre téléphone sonne d’abord.',
    busy: 'Seulement pendant que vous êtes en ligne.',
    unreachable: 'Fermé pour la soirée : éteignez le téléphone.',
  },
  seconds: 'Combien de temps il sonne d’abord',
  secondsOf: (seconds: number) => `${seconds} secondes`,
  codeTitle: 'Composez ceci sur votre téléphone',
  codeHint: (own: string) =>
    `Sur la ligne ${own}, comme si vous appeliez quelqu’un. Attendez le message ou la tonalité qui confirme.`,
  copyCode: 'Copier le code',
  copied: 'Copié.',
  notCopied: 'Votre navigateur n’a pas permis la copie. Sélectionnez le code et copiez-le.',
  dial: 'Ouvrir le clavier',
  dialHint: 'Les iPhone n’ouvrent pas le clavier avec un tel code : copiez-le, puis collez-le.',
  certainties: {
    standard:
      'Tous les réseaux mobiles ont ce code. C’est à votre opérateur de dire si votre forfait comprend le renvoi d’appel.',
    operator: 'Votre opérateur donne lui-même ce code.',
    usual:
      'Beaucoup de réseaux fixes ont ce code, mais nous n’avons pas de source pour votre opérateur. Si la ligne ne le confirme pas, demandez-lui le sien.',
    unknown:
      'Pour cela, les opérateurs ont des codes différents sur les lignes fixes. Demandez au vôtre, ou choisissez un autre cas.',
  },
  source: 'Source',
  sources: {
    gsm: '3GPP TS 22.030 (annexe B) et TS 22.082',
    swisscom: 'Swisscom, « Forward your calls » (en anglais)',
    o2: 'O2 République tchèque, « Call Forwarding (fixed line) » (en anglais)',
  },
  read: (date: string) => `consultée le ${date}`,
  off: 'Pour l’arrêter',
  askNetwork: 'Pour savoir s’il est actif',
  allOff: 'Pour arrêter tous les renvois',
  askOperator: 'C’est à votre opérateur de le faire. Dites-lui : renvoyez mes appels vers le',
  abroad:
    'Ce numéro est dans un autre pays : votre opérateur facture les appels renvoyés comme des appels internationaux, et peut ne pas les permettre.',
  costs: 'Votre opérateur peut facturer les appels renvoyés comme des appels que vous passez.',
  dialled: 'Je l’ai composé',
  askedThem: 'C’est en place',
  testTitle: 'Appelez maintenant votre numéro',
  testHint: (own: string) =>
    `Appelez le ${own} d’un autre téléphone. Cette page remarque quand l’appel arrive.`,
  testHow: {
    unavailable: 'Ne répondez pas à l’appel sur votre ligne.',
    always: '',
    'no-answer': 'Ne répondez pas à l’appel sur votre ligne.',
    busy: 'Pendant que quelqu’un parle sur votre ligne.',
    unreachable: 'Éteignez d’abord votre téléphone.',
  },
  waiting: 'Dans l’attente de l’appel…',
  waited:
    'Aucun appel n’est encore arrivé. Le renvoi est-il actif ? Composez le code de nouveau, ou demandez au réseau s’il est actif.',
  testAgain: 'Attendre encore',
  sandboxCall: 'Jouer l’appel renvoyé',
  sandboxHint:
    'Bac à sable : aucun vrai téléphone n’est relié. Le téléphone à l’écran joue votre opérateur et renvoie l’appel.',
  arrivedTitle: 'Vos appels arrivent',
  arrived: (own: string, time: string) => `Un appel est arrivé à ${time}. Le ${own} est renvoyé.`,
  anyCall:
    'Nous avons remarqué qu’un appel est arrivé sur le numéro. Les réseaux ne disent pas de quel numéro il a été renvoyé.',
  done: 'Terminé',
  later: 'Vérifier plus tard',
  failedSave: 'L’enregistrement n’a pas réussi.',
} satisfies Messages<typeof en>;
