/** Words of the page where anybody talks to a published flow, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

const minutes = (count: number) => pluralFr(count, { one: 'une minute', other: '# minutes' });

export const fr = {
  title: 'Parler à l’assistant',
  to: (name) => `Parler à ${name}`,
  looking: 'Recherche de l’assistant…',
  lead: 'Un assistant automatique vous répond, dans votre navigateur. Cela ne vous coûte rien et aucun numéro n’est composé.',
  speaks: { en: 'Il parle anglais.', fr: 'Il parle français.' },
  limit: (count) => `Un appel se termine de lui-même après ${minutes(count)}.`,
  why: 'Votre micro permet à l’assistant de vous entendre, seulement le temps de l’appel.',
  kept: 'Ce que vous dites est traité comme au téléphone : cela peut être conservé par écrit, et n’est enregistré que si vous dites oui.',
  begin: 'Commencer à parler',
  writeInstead: 'Écrire plutôt',
  sandbox: {
    title: 'C’est le bac à sable',
    lead: 'Un modèle simple répond, lu à voix haute par votre navigateur. Aucun véritable assistant n’est connecté et rien n’est facturé.',
    hearing: 'Votre navigateur transforme vos paroles en texte, parfois sur les serveurs de son éditeur.',
  },
  connecting: 'Connexion…',
  speaking: 'L’assistant parle',
  listening: 'L’assistant vous écoute',
  thinking: 'L’assistant va répondre',
  yourTurn: 'C’est à vous',
  muted: 'Votre micro est coupé',
  waiting: 'L’assistant met plus de temps que d’habitude.',
  weak: 'Votre connexion est faible : des mots peuvent se perdre.',
  blocked: 'Votre navigateur ne joue aucun son avant que vous n’appuyiez ici.',
  unblock: 'Activer le son',
  transcript: 'Ce qui est dit',
  you: 'Vous',
  assistant: 'Assistant',
  write: 'Écrivez ce que vous diriez',
  send: 'Envoyer',
  mute: 'Couper mon micro',
  unmute: 'Rouvrir mon micro',
  hangUp: 'Raccrocher',
  left: (time) => `reste ${time}`,
  again: 'Rappeler',
  retry: 'Réessayer',
  over: 'L’appel est terminé',
  ends: {
    assistant: 'L’assistant a terminé l’appel. Merci.',
    left: 'Vous avez raccroché. Merci.',
    'time-up': 'Le temps de cet appel est écoulé.',
    silence: 'L’appel s’est terminé parce que rien n’a été entendu pendant un moment.',
    'not-joined': 'L’appel n’a pas été rejoint à temps. Rappelez.',
    broken: 'Quelque chose a échoué derrière l’assistant, et l’appel est terminé. Rappelez dans un instant.',
    other: 'L’appel est terminé.',
  },
  closed: {
    title: 'Personne ne répond ici',
    closed:
      'Ce lien est désactivé, ou son adresse a changé. Demandez l’adresse actuelle à la personne qui vous l’a donnée.',
    'not-published':
      'Rien ne répond encore sur ce lien. Revenez plus tard, ou demandez à la personne qui vous l’a donné.',
    'past-limit':
      'L’assistant ne prend plus d’appels ce mois-ci. Contactez l’établissement d’une autre façon.',
    'not-connected': 'L’assistant n’est pas connecté en ce moment. Revenez plus tard.',
  },
  message: (words) => `« ${words} »`,
  trouble: {
    'not-allowed':
      'Le micro n’est pas autorisé ici. Autorisez-le à côté de l’adresse de cette page, puis réessayez, ou écrivez.',
    'no-microphone': 'Aucun micro n’a été trouvé. Branchez-en un et réessayez, ou écrivez.',
    'in-use': 'Un autre programme utilise le micro. Terminez son appel, puis réessayez, ou écrivez.',
    insecure:
      'Les navigateurs ne donnent pas de micro à cette page, car son adresse ne commence pas par https. Vous pouvez écrire.',
    unsupported: 'Ce navigateur ne peut pas utiliser de micro ici. Vous pouvez écrire.',
    'nothing-heard': 'Rien n’a été entendu. Réessayez, un peu plus près du micro.',
    offline: 'Il n’y a pas de connexion. Vérifiez votre réseau, puis réessayez.',
    'not-reached':
      'La ligne n’a pas pu être jointe. Certains réseaux bloquent les appels dans le navigateur : réessayez, ou depuis un autre réseau.',
    'line-lost': 'La ligne a été coupée. Vérifiez votre réseau, puis rappelez.',
    conversation: 'L’assistant n’a pas répondu. Rappelez dans un instant.',
    'not-loaded': 'Une partie de la page n’a pas pu être chargée. Vérifiez votre réseau, puis réessayez.',
    'too-many-at-once': 'L’assistant parle déjà à d’autres personnes. Réessayez dans quelques minutes.',
    'too-many': 'Il y a eu beaucoup d’appels sur ce lien en peu de temps. Réessayez dans une heure.',
    unavailable: 'L’assistant n’a pas pu être joint. Réessayez dans un instant.',
    unexpected: 'Cela n’a pas fonctionné. Réessayez dans un instant.',
  },
} satisfies Messages<typeof en>;
