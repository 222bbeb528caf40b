/** Words of talking with one's own voice, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

const minutes = (count: number) => pluralFr(count, { one: 'une minute', other: '# minutes' });

export const fr = {
  talkAloud: 'Parler de vive voix',
  title: 'Parler',
  back: 'Revenir à l’écrit',
  preparing: 'Recherche d’une ligne…',
  retry: 'Réessayer',
  why: 'Votre micro sert à parler à l’assistant, seulement le temps de l’appel.',
  asksNext: 'Votre navigateur va vous le demander.',
  begin: 'Commencer à parler',
  sandbox: {
    title: 'C’est le bac à sable',
    lead: 'Un modèle simple répond, lu à voix haute par votre navigateur. Le véritable assistant a une autre voix et comprend davantage.',
    hearing:
      'Votre navigateur transforme vos paroles en texte, parfois sur les serveurs de son éditeur. Il choisit lui-même le micro.',
    turns: 'Attendez qu’il ait fini de parler, puis répondez.',
    cannot:
      'Ce navigateur ne sait pas transformer la parole en texte. Écrivez, ou essayez avec Chrome, Edge ou Safari. Avec une connexion Vapi, on peut parler dans tous les navigateurs.',
    silent: 'Ce navigateur n’a pas de voix pour lire à voix haute ; vous pouvez lire les réponses.',
  },
  vapi: {
    title: 'Un véritable appel d’essai',
    lead: 'Le véritable assistant répond, avec sa propre voix. Votre compte Vapi est débité comme pour tout appel.',
    transfers:
      'Aucun numéro n’est composé pendant un appel d’essai : au lieu d’un transfert, l’appel continue comme si personne n’avait répondu.',
    limit: (each: number, left: number) =>
      `Un appel se termine de lui-même après ${minutes(each)}. Il reste aujourd’hui : ${minutes(left)}.`,
  },
  none: 'Rien ne répond encore : connectez Vapi dans les réglages, ou écrivez ici au scénario.',
  connecting: 'Connexion…',
  speaking: 'L’assistant parle',
  listening: 'L’assistant vous écoute',
  thinking: 'L’assistant va répondre',
  muted: 'Votre micro est coupé',
  waiting: 'L’assistant met plus de temps que d’habitude.',
  weak: 'Votre connexion est faible : des mots peuvent se perdre.',
  blocked: 'Votre navigateur ne joue aucun son avant que vous n’appuyiez ici.',
  unblock: 'Activer le son',
  transcript: 'Ce qui est dit',
  you: 'Vous',
  assistant: 'Assistant',
  now: 'Étape en cours',
  inferred: 'déduit de ce qui a été dit',
  loudness: { you: 'Force de votre voix', assistant: 'Force de la voix de l’assistant' },
  mute: 'Couper mon micro',
  unmute: 'Rouvrir mon micro',
  hangUp: 'Raccrocher',
  left: (time: string) => `reste ${time}`,
  devices: 'Micro et haut-parleur',
  microphone: 'Micro',
  speaker: 'Haut-parleur',
  browserChooses: 'Choisi par le navigateur',
  ends: {
    assistant: 'L’assistant a terminé l’appel.',
    left: 'Vous avez raccroché.',
    'time-up': 'Le temps de cet appel d’essai est écoulé.',
    silence: 'L’appel s’est terminé parce que rien n’a été entendu pendant un moment.',
    'not-joined': 'L’appel n’a pas été rejoint à temps. Réessayez.',
    broken: 'Quelque chose a échoué derrière l’assistant, et l’appel est terminé. Réessayez dans un instant.',
    other: 'L’appel est terminé.',
  },
  lasted: (time: string) => `Il a duré ${time}`,
  cost: (amount: string) => `et coûté ${amount}.`,
  settling: 'Sa durée et son coût sont en cours de lecture…',
  leftToday: (left: number) => `Il reste aujourd’hui : ${minutes(left)}.`,
  again: 'Parler de nouveau',
  trouble: {
    'not-allowed': {
      what: 'Le micro n’est pas autorisé ici.',
      todo: 'Appuyez sur le signe à côté de l’adresse de cette page, autorisez le micro, puis réessayez.',
    },
    'no-microphone': {
      what: 'Aucun micro n’a été trouvé.',
      todo: 'Branchez-en un, ou choisissez-en un dans les réglages de votre ordinateur, puis réessayez.',
    },
    'in-use': {
      what: 'Un autre programme utilise le micro.',
      todo: 'Terminez l’appel ou l’enregistrement dans l’autre programme, puis réessayez.',
    },
    insecure: {
      what: 'Les navigateurs ne donnent pas de micro à cette page, car son adresse ne commence pas par https.',
      todo: 'Ouvrez AlloKoli à son adresse https.',
    },
    unsupported: {
      what: 'Ce navigateur ne peut pas utiliser de micro ici.',
      todo: 'Utilisez un autre navigateur, ou écrivez.',
    },
    'nothing-heard': { what: 'Rien n’a été entendu.', todo: 'Réessayez, un peu plus près du micro.' },
    offline: { what: 'Il n’y a pas de connexion.', todo: 'Vérifiez votre réseau, puis réessayez.' },
    'not-reached': {
      what: 'La ligne n’a pas pu être jointe.',
      todo: 'Un réseau bloque parfois les appels dans le navigateur : réessayez, ou depuis un autre réseau.',
    },
    'line-lost': { what: 'La ligne a été coupée.', todo: 'Vérifiez votre réseau, puis réessayez.' },
    conversation: {
      what: 'Le bac à sable n’a pas répondu.',
      todo: 'Revenez à l’écrit pour voir pourquoi, puis réessayez.',
    },
    'not-saved': {
      what: 'Les dernières modifications n’ont pas pu être enregistrées : vous ne pouvez pas encore leur parler.',
      todo: 'Réessayez quand elles seront enregistrées.',
    },
    'not-loaded': {
      what: 'Une partie de l’application n’a pas pu être chargée.',
      todo: 'Vérifiez votre réseau, puis réessayez.',
    },
    'minutes-used': {
      what: 'Les minutes d’appels d’essai des dernières 24 heures sont épuisées.',
      todo: 'Écrivez au scénario, ou revenez plus tard.',
    },
    'too-many-at-once': {
      what: 'Deux appels d’essai de cet espace sont déjà en cours.',
      todo: 'Attendez que l’un d’eux soit terminé.',
    },
    'past-limit': {
      what: 'Le plafond mensuel de cet espace est atteint.',
      todo: 'Un propriétaire peut le relever dans les réglages, Dépenses.',
    },
    unexpected: { what: 'Parler n’a pas fonctionné cette fois.', todo: 'Réessayez dans un instant.' },
  },
} satisfies Messages<typeof en>;
