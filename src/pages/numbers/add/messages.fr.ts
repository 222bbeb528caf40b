/** Words of adding a number, in French. */
import type { Messages } from '../../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Ajouter un numéro',
  lead: 'Un numéro est ce que l’on compose. Ce qui y répond se décide quand vous publiez un scénario.',
  back: 'Numéros',
  howTitle: 'Quel numéro doit-on appeler ?',
  ways: {
    keep: 'Le numéro que j’ai déjà',
    provider: 'Un numéro chez Twilio, Telnyx, Vonage ou un autre opérateur',
    free: 'Un numéro américain gratuit',
    test: 'Un numéro d’essai',
  },
  wayHints: {
    keep: 'Rien ne change pour ceux qui appellent : votre ligne renvoie ses appels. Deux minutes suffisent.',
    provider: 'Vous l’y louez, et il sonne désormais ici.',
    free: 'Vapi offre jusqu’à cinq numéros américains par compte, un seul sans carte de paiement. Ils sont faits pour les appels à l’intérieur des États-Unis : ni depuis, ni vers d’autres pays.',
    testSandbox: 'Sur cette machine seulement : vous l’appelez avec le téléphone à l’écran.',
  },
  cannot: 'Seules les personnes qui peuvent modifier cet espace peuvent ajouter des numéros.',
  providerTitle: 'Où louez-vous le numéro ?',
  providers: { twilio: 'Twilio', telnyx: 'Telnyx', vonage: 'Vonage', sip: 'Un autre opérateur (trunk SIP)' },
  providerHints: {
    twilio: 'Il vous faut le SID du compte et le jeton d’authentification.',
    telnyx: 'Il vous faut une clé d’API.',
    vonage: 'Il vous faut la clé et le secret d’API.',
    sip: 'Il vous faut l’adresse IP de la passerelle de votre opérateur.',
  },
  numberTitle: 'Quel est ce numéro ?',
  number: 'Numéro de téléphone',
  numberHint: 'Avec son indicatif, ou comme on l’écrit en France : +32 2 555 12 12, 01 42 68 53 00.',
  needNumber: 'Ce n’est pas un numéro de téléphone. Écrivez-le avec + et son indicatif.',
  badNumber:
    'Aucun pays n’attribue un tel numéro. Comparez-le chiffre par chiffre avec ce qu’affiche votre fournisseur.',
  label: 'Son nom ici (facultatif)',
  labelHint: 'Comment vous l’appelez vous-même : « Accueil ».',
  keysTitle: (provider: string) => `Votre compte chez ${provider}`,
  gatewayTitle: 'La passerelle de votre opérateur',
  keysHint:
    'Ces informations vont au service téléphonique, qui les garde chiffrées. Nous ne les conservons pas, et personne ne peut plus les lire ici ensuite.',
  fields: {
    accountSid: 'SID du compte (Account SID)',
    authToken: 'Jeton d’authentification (Auth token)',
    telnyxKey: 'Clé d’API',
    vonageKey: 'Clé d’API',
    vonageSecret: 'Secret d’API',
    address: 'Adresse IP de la passerelle',
    user: 'Nom d’utilisateur (facultatif)',
    password: 'Mot de passe (facultatif)',
    leadingPlus: 'L’opérateur veut des numéros avec un plus',
  },
  fieldHints: {
    accountSid: 'Sur la première page de la console de Twilio ; il commence par AC.',
    authToken: 'Juste à côté, masqué jusqu’à ce que vous pressiez « Show » ; 32 lettres et chiffres.',
    telnyxKey: 'Dans le portail de Telnyx, sous « API keys » ; elle commence par KEY.',
    vonageKey: 'Sur la première page du tableau de bord de Vonage ; 8 lettres et chiffres.',
    vonageSecret: 'Juste en dessous ; 8 caractères ou plus.',
    address: 'D’où viennent les appels, quatre nombres et des points : 203.0.113.7. Un nom ne suffit pas.',
    user: 'Seulement si votre opérateur le demande pour les appels sortants, quand on passe quelqu’un.',
    password: 'Celui qui va avec le nom d’utilisateur.',
    leadingPlus:
      'C’est le cas de la plupart en Europe. Demandez au vôtre si les appels transférés n’aboutissent pas.',
  },
  fieldErrors: {
    accountSid: 'Un SID de compte est « AC » suivi de 32 lettres ou chiffres. Copiez-le de nouveau.',
    authToken: 'Un jeton est fait de 32 lettres ou chiffres. Copiez-le de nouveau.',
    telnyxKey: 'Une clé de Telnyx commence par KEY. Copiez-la de nouveau.',
    vonageKey: 'Une clé de Vonage est faite de 8 lettres ou chiffres. Copiez-la de nouveau.',
    vonageSecret: 'Un secret de Vonage a au moins 8 caractères, sans espace.',
    address:
      'Entrez une adresse publique de quatre nombres, comme 203.0.113.7. Les noms et les adresses internes à un réseau ne conviennent pas.',
    login: 'Entrez le nom d’utilisateur et le mot de passe, ou aucun des deux.',
  },
  connect: 'Connecter le numéro',
  connecting: 'Demande au fournisseur…',
  areaTitle: 'D’où doit venir le numéro ?',
  area: 'Indicatif régional (facultatif)',
  areaHint: 'Trois chiffres : 212 est New York, 415 San Francisco. Sans indicatif, Vapi choisit.',
  needArea: 'Un indicatif régional a trois chiffres et ne commence ni par 0 ni par 1.',
  getFree: 'Obtenir le numéro',
  keepTitle: 'Où vos appels doivent-ils arriver ?',
  keepHint:
    'Votre ligne renvoie vers un numéro d’ici, auquel répond le scénario. Personne n’a besoin de le connaître.',
  keepNone:
    'Vous n’avez pas encore de numéro ici vers lequel renvoyer. Prenez-en un d’abord, dans le pays de votre ligne : un renvoi vers un autre pays se paie comme un appel international, et les numéros américains gratuits ne sont pas faits pour cela.',
  keepOther: 'Un autre : ajoutez-le d’abord',
  nobodyAnswers: 'Rien n’y répond encore',
  answersWith: (flow: string) => `« ${flow} » y répond`,
  doneTitle: 'Le numéro est connecté',
  doneActive: 'Il sonne. Personne n’y répond encore : placez-y un scénario.',
  doneActivating:
    'Il est en préparation, ce qui prend quelques minutes. Vous pouvez déjà y placer un scénario.',
  sipTitle: 'Il reste une chose à faire chez votre opérateur',
  sipText:
    'Envoyez les appels de ce numéro à l’adresse ci-dessous, et autorisez ces deux adresses en retour.',
  sip: 'Envoyer les appels à',
  sipAllow: 'Autoriser',
  copy: 'Copier',
  copied: 'Copié.',
  notCopied: 'Votre navigateur n’a pas permis la copie. Sélectionnez le texte et copiez-le.',
  publish: 'Choisir un scénario',
  see: 'Voir le numéro',
  reasons: {
    credentials:
      'Le fournisseur n’accepte pas ces clés. Copiez-les de nouveau, et vérifiez qu’elles sont encore valables.',
    gateway:
      'Le service téléphonique n’a pas pu joindre cette passerelle. Prenez son adresse IP publique, et demandez à votre opérateur s’il autorise 44.229.228.186 et 44.238.177.138.',
    taken:
      'Ce numéro est déjà connecté au service téléphonique, peut-être dans un autre espace. Retirez-le d’abord là-bas.',
    'not-in-account':
      'Le fournisseur ne trouve pas ce numéro dans votre compte. Comparez-le, ou prenez les clés du bon compte.',
    area: 'Il n’y a pas de numéro avec cet indicatif pour le moment. Essayez-en un autre, ou aucun.',
    limit:
      'Le compte a reçu tous ses numéros gratuits : cinq, ou un seul sans carte de paiement. Ajoutez une carte chez Vapi, rendez un numéro, ou apportez le vôtre.',
    other: 'Le service téléphonique ne l’a pas accepté.',
    known: 'L’espace a déjà ce numéro.',
    open: 'Une tentative avec ce numéro est encore en cours de rangement. Réessayez dans trois minutes.',
  },
  saidSo: (message: string) => `Sa réponse : « ${message} »`,
  lost: 'Le service téléphonique n’a pas répondu : nul ne sait si cela a fonctionné. D’ici trois minutes, le numéro est dans votre liste ou tout est annulé. Regardez-y avant de réessayer.',
} satisfies Messages<typeof en>;
