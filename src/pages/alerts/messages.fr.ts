/** Words of the page of alerts, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Alertes',
  lead: 'Soyez prévenu quand quelque chose ne va pas avec votre téléphone, avant qu’un client ne vous le dise.',
  back: 'Réglages',
  now: 'En ce moment',
  allRight: 'Aucune alerte. D’après ce que nous voyons, votre téléphone fonctionne comme prévu.',
  since: (when) => `depuis ${when}`,
  fromTo: (from, to) => `${from} – ${to}`,
  look: {
    'failed-calls': 'Voir ces appels',
    budget: 'Voir le plafond',
    drift: 'Voir le numéro',
    'silent-number': 'Voir le numéro',
  },
  checkForwarding: (own) => `Appeler maintenant le ${own}, pour voir si ses appels arrivent encore`,
  nobodyTold: 'Personne n’a été prévenu : aucune adresse n’était prévue pour cela.',
  toldTo: 'Prévenus',
  phases: {
    began: 'début',
    worse: 'aggravation',
    still: 'toujours en cours',
    ended: 'fin',
    test: 'essai',
  },
  states: {
    queued: (attempts) =>
      attempts === 0 ? 'en cours d’envoi' : pluralFr(attempts, { one: '# tentative', other: '# tentatives' }),
    sending: () => 'en cours d’envoi',
    sent: () => 'envoyé',
    caught: () => 'gardé sur cette machine',
    failed: (attempts) =>
      `non remis, abandonné après ${pluralFr(attempts, { one: '# tentative', other: '# tentatives' })}`,
  },
  errors: {
    status: (code) => `Le destinataire a répondu par l’erreur ${code}.`,
    private: 'Cette adresse mène à un réseau privé, où nous n’allons pas.',
    address: 'Cette adresse ne peut pas être appelée.',
    'unknown-name': 'Personne ne connaît ce nom sur Internet.',
    unreachable: 'Le destinataire est injoignable.',
    tls: 'Le certificat du destinataire n’est pas valable.',
    'time-out': 'Le destinataire n’a pas répondu à temps.',
    redirected: 'Le destinataire nous renvoie ailleurs. Indiquez l’adresse à laquelle il mène.',
    'not-configured': 'Cette installation ne peut pas envoyer d’e-mails.',
    'secret-unreadable':
      'Son secret ne peut plus être lu : la clé de chiffrement de cette installation a été remplacée. Supprimez le webhook, puis ajoutez-le de nouveau.',
    other: (code) => `Cela n’a pas fonctionné (${code}).`,
  },
  channels: 'Qui est prévenu',
  channelsHint:
    'Un e-mail, ou un message à un autre programme, part vers chacun d’eux, pour ce que vous cochez.',
  noChannels: 'Personne n’est prévenu pour l’instant. Commencez par votre propre adresse.',
  addMail: 'Ajouter une adresse e-mail',
  addHook: 'Ajouter un webhook',
  onlyEditors: 'Les personnes qui peuvent modifier cet espace de travail choisissent qui est prévenu.',
  mailNone:
    'Aucun service d’e-mail n’est relié à cette installation : aucun e-mail ne part. Son administrateur peut en relier un ; les webhooks fonctionnent sans.',
  mailCaught:
    'Sur cette machine, les e-mails ne partent pas. Ils sont gardés dans la boîte de l’installation locale, où vous pouvez les lire.',
  waiting: 'Attend un oui',
  waitingHint:
    'Nous avons demandé l’accord de cette adresse par e-mail. Rien d’autre n’y est envoyé avant qu’on y réponde oui.',
  again: (to) => `Redemander à ${to}`,
  askedAgain: (to) => `Nous avons redemandé à ${to}.`,
  test: 'Envoyer un essai',
  testOf: (to) => `Envoyer un essai à ${to}`,
  tested: (to) => `Un essai a été envoyé à ${to}.`,
  testCaught: 'L’essai est dans la boîte de cette machine.',
  testFailed: (why) => `L’essai n’est pas arrivé. ${why}`,
  remove: 'Supprimer',
  removeOf: (to) => `Supprimer ${to}`,
  removeTitle: (to) => `Ne plus prévenir ${to} ?`,
  removeText: 'Plus rien n’y sera envoyé, pas même pour ce qui est en cours.',
  removed: (to) => `${to} n’est plus prévenu.`,
  saved: 'Enregistré.',
  kindsOf: (to) => `Ce que reçoit ${to}`,
  lastTold: (what, when) => `Dernier envoi : ${what}, ${when}`,
  neverTold: 'Rien n’a encore été envoyé.',
  mailTitle: 'Prévenir quelqu’un par e-mail',
  mailLead:
    'Les membres reçoivent les alertes tout de suite. À toute autre adresse, nous demandons d’abord l’accord par e-mail.',
  email: 'Adresse e-mail',
  emailPlaceholder: 'nom@exemple.fr',
  needEmail: 'Écrivez une adresse e-mail, par exemple nom@exemple.fr.',
  hookTitle: 'Prévenir un autre programme',
  hookLead:
    'Pour votre développeur : nous envoyons à cette adresse une requête signée, comme le décrit Standard Webhooks.',
  url: 'Adresse',
  urlPlaceholder: 'https://…',
  urlHint: 'Elle commence par https et peut être jointe depuis Internet.',
  urlReasons: {
    malformed: 'Ce n’est pas une adresse. Copiez-la en entier, à partir de https://',
    'not-https': 'L’adresse doit commencer par https://',
    login: 'Retirez le nom et le mot de passe de l’adresse : la requête est signée.',
    port: 'Seuls les ports habituels (443 et 8443) sont appelés.',
    private: 'Cette adresse mène à un réseau privé. Indiquez-en une qui peut être jointe depuis Internet.',
  },
  what: 'Quoi',
  add: 'Ajouter',
  added: (to) => `${to} est prévenu à partir de maintenant.`,
  asked: (to) => `Nous avons demandé l’accord de ${to} par e-mail.`,
  askFailed: (to) => `L’e-mail à ${to} n’a pas pu partir. Essayez « Redemander » plus tard.`,
  known: 'C’est déjà dans la liste.',
  tooMany: 'Il y en a déjà 20. Supprimez celui dont personne n’a plus besoin.',
  secretTitle: 'Gardez ce secret maintenant',
  secretLead:
    'Il signe les requêtes. Il n’est affiché qu’une fois ; s’il est perdu, supprimez le webhook et ajoutez-le de nouveau.',
  secret: 'Secret',
  linkTitle: (to) => `L’e-mail à ${to}`,
  linkLead: 'Sur cette machine, aucun e-mail ne part. Ce lien s’y trouve ; la personne qui l’ouvre dit oui.',
  link: 'Lien',
  copy: 'Copier',
  copied: 'Copié.',
  notCopied: 'La copie n’a pas fonctionné. Sélectionnez le texte et copiez-le vous-même.',
  done: 'Terminé',
  watched: 'Ce que nous surveillons',
  watchedHint:
    'Vous êtes prévenu au début, une fois par jour au plus tant que cela dure, et à la fin. Rien de vos appelants n’est envoyé : ni leur numéro, ni leurs paroles.',
  watches: {
    'failed-calls':
      'Deux appels de suite d’un scénario en service ont échoué, ou trois des dix derniers. Un appelant qui raccroche n’est pas un échec.',
    budget: '80 % de votre plafond mensuel sont consommés, puis de nouveau quand il est atteint.',
    drift: 'Quelqu’un a modifié, dans le tableau de bord de Vapi, ce qui répond sur un numéro.',
    'silent-number':
      'Un numéro en service est bloqué, pas activé ou introuvable chez Vapi, rien n’est prévu pour y répondre, son dernier appel a échoué avant le premier mot, ou il est muet depuis au moins trois jours et deux fois plus longtemps que jamais ces dernières semaines.',
  },
  cannotRing:
    'Nous ne pouvons pas appeler votre numéro nous-mêmes : un appel d’essai doit venir d’une autre ligne, qui vous coûterait de l’argent. Pour en être sûr, appelez-le d’un autre téléphone ; l’appel apparaît dans « Appels » pendant qu’il a lieu.',
  watchCalls: 'Voir les appels arriver',
  past: 'Auparavant',
  openSettings: 'Voir les alertes',
  several: (count) => pluralFr(count, { one: 'Une alerte est en cours.', other: '# alertes sont en cours.' }),
} satisfies Messages<typeof en>;
