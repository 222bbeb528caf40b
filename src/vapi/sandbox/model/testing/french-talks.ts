/** French callers of payloads that we did not write: easy, confused and contrary ones. */
import type { Talk } from './foreign-chat.ts';

export const FRENCH_TALKS: readonly Talk[] = [
  {
    to: 'reception',
    who: 'one who says it all at once',
    talk: [
      [
        'Je voudrais prendre rendez-vous lundi à 10 heures',
        'vers_rendez_vous {"destination":"Rendez-vous"}',
        'Pouvez-vous me donner votre nom ?',
      ],
      ['Anna Martin', 'Pouvez-vous me donner votre numéro de téléphone ?'],
      [
        '06 12 34 56 78',
        'Je récapitule : date du rendez-vous : lundi 30 novembre, heure souhaitée : 10:00, nom : Anna Martin, numéro de téléphone : 06 12 34 56 78. C’est bien cela ?',
      ],
      [
        'oui',
        'prendre_rendez_vous {"date":"2026-11-30","heure":"10:00","nom":"Anna Martin","telephone":"0612345678"}',
        'C’est fait. Le rendez-vous est confirmé.',
        'endCall {}',
      ],
    ],
    because: [
      'caller-chose: Rendez-vous',
      'caller-chose: prendre rendez vous',
      'caller-gave: Date du rendez-vous, Heure souhaitée, Nom, Numéro de téléphone',
      'tool-worked',
      'went-on',
    ],
  },
  {
    to: 'reception',
    who: 'one who asks about a bill',
    talk: [
      [
        'J’ai reçu une facture bizarre',
        'vers_facturation {"destination":"Facturation"}',
        'Que puis-je faire pour vous ?',
      ],
      [
        'Sous combien de jours se règle une facture ?',
        'Les factures se règlent sous 30 jours. Puis-je faire autre chose pour vous ?',
      ],
      ['au revoir', 'endCall {}'],
    ],
    because: ['caller-chose: Facturation', 'caller-refused'],
  },
  {
    to: 'reception',
    who: 'a confused one who will not give a name',
    talk: [
      ['Bonjour', 'Que puis-je faire pour vous : Rendez-vous ou Facturation ?'],
      ['c’est pour le docteur', 'Que puis-je faire pour vous : Rendez-vous ou Facturation ?'],
      ['le premier', 'vers_rendez_vous {"destination":"Rendez-vous"}', 'Date du rendez-vous : quel jour ?'],
      ['mercredi', 'Heure souhaitée : à quelle heure ?'],
      ['neuf heures', 'Pouvez-vous me donner votre nom ?'],
      ['je préfère ne pas le dire', 'Je comprends. Puis-je faire autre chose pour vous ?'],
      ['au revoir', 'endCall {}'],
    ],
    because: ['caller-chose: Rendez-vous', 'went-on', 'caller-refused', 'caller-refused'],
  },
  {
    to: 'garage',
    who: 'one who is known by name, asks and corrects',
    talk: [
      [
        'Vous êtes ouverts quand ?',
        'Nous sommes ouverts du lundi au vendredi de 8 h à 18 h. Puis-je faire autre chose pour vous ?',
      ],
      ['un devis alors', 'Pouvez-vous me donner votre budget maximum en euros ?'],
      ['8 000 euros', 'Pouvez-vous me préciser : panne constatée ?'],
      [
        'le moteur',
        'Je récapitule : nom : Zoé Petit, immatriculation : AB-123-CD, budget maximum en euros : 8000, panne constatée : le moteur. C’est bien cela ?',
      ],
      [
        'non, la panne c’est les freins',
        'Je récapitule : nom : Zoé Petit, immatriculation : AB-123-CD, budget maximum en euros : 8000, panne constatée : les freins. C’est bien cela ?',
      ],
      [
        'oui',
        'demander_devis {"nom":"Zoé Petit","immatriculation":"AB-123-CD","budget":8000,"panne":"les freins"}',
        'C’est fait. Puis-je faire autre chose pour vous ?',
      ],
      ['merci, au revoir', 'Merci de votre appel. Au revoir.'],
    ],
    because: [
      'caller-chose: demander devis',
      'caller-gave: Nom, Immatriculation, Budget maximum en euros, Panne constatée',
      'tool-worked',
      'no-more-questions',
    ],
  },
  {
    to: 'garage',
    who: 'one who says what is not wanted',
    talk: [
      [
        'Je ne veux pas de devis, je veux parler à un conseiller',
        'transferCall {"destination":"+33199000001"}',
        'Transferring the call now.',
        'Je suis désolé, personne ne peut prendre votre appel pour le moment.',
      ],
    ],
    because: ['caller-chose: Un conseiller de l’atelier', 'nobody-answered'],
  },
  {
    to: 'garage',
    who: 'one who changes his mind',
    talk: [
      ['Il me faut un devis', 'Pouvez-vous me donner votre budget maximum en euros ?'],
      [
        'en fait je veux parler à quelqu’un',
        'transferCall {"destination":"+33199000001"}',
        'Transferring the call now.',
        'Je suis désolé, personne ne peut prendre votre appel pour le moment.',
      ],
    ],
    because: ['caller-chose: demander devis', 'caller-chose: Un conseiller de l’atelier', 'nobody-answered'],
  },
  {
    to: 'parcel',
    who: 'one who gives the number at once',
    talk: [
      [
        'Ma livraison, le colis 778899',
        'vers_livraison {"destination":"Livraison","numero_colis":"778899"}',
        'Je regarde le colis 778899.',
      ],
    ],
    because: ['caller-chose: Livraison', 'caller-gave: Numéro du colis'],
  },
  {
    to: 'parcel',
    who: 'one who must be asked twice',
    talk: [
      ['Où est ma livraison ?', 'Pouvez-vous me préciser : numéro du colis ?'],
      ['euh', 'Pardon, je n’ai pas bien compris. Pouvez-vous me préciser : numéro du colis ?'],
      [
        'AB 1234',
        'vers_livraison {"destination":"Livraison","numero_colis":"AB1234"}',
        'Je regarde le colis AB1234.',
      ],
    ],
    because: ['caller-chose: Livraison', 'caller-gave: Numéro du colis'],
  },
  {
    to: 'plumber',
    who: 'one with a leak',
    talk: [
      ['J’ai une fuite', 'Pouvez-vous me donner votre nom ?'],
      ['Luc Morel', 'Pouvez-vous me donner votre numéro de téléphone ?'],
      ['06 12 34 56 78', 'Pouvez-vous me préciser : rue et numéro ?'],
      ['3 rue Haute', 'Pouvez-vous me préciser : ville ?'],
      ['Lyon', 'Pour quel jour ?'],
      ['demain', 'À quelle heure ?'],
      [
        '14h30',
        'Je récapitule : nom : Luc Morel, numéro de téléphone : 06 12 34 56 78, rue et numéro : 3 rue Haute, ville : Lyon, jour : jeudi 26 novembre, heure : 14:30. C’est bien cela ?',
      ],
      [
        'oui',
        'enregistrer_demande {"fullName":"Luc Morel","phone":"0612345678","address":{"street":"3 rue Haute","city":"Lyon"},"visit":"2026-11-26T14:30:00"}',
        'C’est fait. Puis-je faire autre chose pour vous ?',
      ],
    ],
    because: [
      'went-on',
      'caller-gave: nom, numéro de téléphone, Rue et numéro, Ville, jour, heure',
      'tool-worked',
    ],
  },
  {
    to: 'plumber',
    who: 'one who gives up',
    talk: [
      ['au secours', 'Pouvez-vous me donner votre nom ?'],
      ['laissez tomber', 'Je comprends. Puis-je faire autre chose pour vous ?'],
      ['au revoir', 'endCall {}'],
    ],
    because: ['went-on', 'caller-refused', 'caller-refused'],
  },
];
