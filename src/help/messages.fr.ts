/** Words of the help wherever it is shown, in French. */
import type { Messages } from '../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  what: 'Ce qu’elle fait',
  when: 'Quand elle est utile',
  tip: 'Bon à savoir',
  ways: 'Ses sorties',
  drawn: 'Sur le plan',
  heard: 'Au téléphone',
  silent: 'Les appelants n’en entendent rien.',
  seeAll: 'Toute l’aide',
  wordTitle: (term: string) => `« ${term} »`,
  terms: {
    flow: {
      name: 'scénario',
      text: 'Tout ce que fait votre assistant pendant un appel, dessiné en étapes et en liens. Vous pouvez en avoir plusieurs, chacun sur son numéro.',
    },
    step: {
      name: 'étape',
      text: 'Une case du dessin : l’assistant dit quelque chose, demande quelque chose, vérifie une règle ou passe l’appel à quelqu’un.',
    },
    exit: {
      name: 'sortie',
      text: 'Une ligne au bas d’une étape : une chose qui peut s’y passer, comme « obtenu » ou « personne ne répond ». Chacune mène à l’étape suivante.',
    },
    link: {
      name: 'lien',
      text: 'Le trait qui va d’une sortie à l’étape où l’appel continue.',
    },
    information: {
      name: 'information',
      text: 'Ce que l’appelant dit et que l’assistant retient : un nom, une date, un nombre. Les étapes suivantes peuvent s’en servir, et vous la retrouvez à côté de l’appel.',
    },
    section: {
      name: 'partie',
      text: 'Un cadre autour d’étapes qui vont ensemble. Il est là pour vous : les appelants n’en remarquent rien.',
    },
    anytime: {
      name: 'à tout moment',
      text: 'Les règles qui valent dans toutes les étapes : on veut une personne, il y a une urgence, plus personne ne parle. Elles sont dans la barre au-dessus du dessin.',
    },
    template: {
      name: 'modèle',
      text: 'Un scénario tout prêt pour un métier, d’où partir. Il devient le vôtre et tout peut y être changé.',
    },
    outline: {
      name: 'déroulé',
      text: 'Le même scénario sous forme de liste, à lire de haut en bas. Sur un téléphone, c’est là que l’on travaille.',
    },
    problem: {
      name: 'problème',
      text: 'Une chose du dessin qui tournerait mal pendant un appel, comme une sortie qui ne mène nulle part. La plupart ont un bouton qui les répare.',
    },
    assistant: {
      name: 'assistant',
      text: 'La voix qui répond. C’est un ordinateur, et elle le dit au début de chaque appel.',
    },
    caller: { name: 'appelant', text: 'La personne qui appelle votre numéro.' },
    rehearsal: {
      name: 'répétition',
      text: 'Un appel avec votre scénario tel qu’il est dessiné maintenant, sans téléphone : vous écrivez ou parlez, et entendez ce qu’entendraient vos appelants.',
    },
    test: {
      name: 'essai',
      text: 'Une répétition que vous gardez, pour la rejouer après chaque changement : elle vous dit quand l’appel ne suit plus le même chemin.',
    },
    draft: {
      name: 'brouillon',
      text: 'Le scénario tel que vous le dessinez. Il s’enregistre tout seul, et les appelants n’en entendent rien tant que vous ne publiez pas.',
    },
    publish: {
      name: 'publier',
      text: 'Mettre sur un numéro le scénario tel qu’il est dessiné maintenant. Vous voyez avant ce qui change, et pouvez revenir en arrière d’un clic.',
    },
    version: {
      name: 'version',
      text: 'Le scénario tel qu’il était quand vous l’avez publié. Les versions sont numérotées et gardées, pour les comparer et y revenir.',
    },
    service: {
      name: 'en service',
      text: 'Ce qui répond aux appels en ce moment : une version d’un scénario, sur un numéro ou par un lien navigateur.',
    },
    number: {
      name: 'numéro',
      text: 'Un numéro de téléphone où un scénario peut répondre : un nouveau, un que vous avez chez un opérateur, ou le vôtre qui renvoie ses appels.',
    },
    forwarding: {
      name: 'renvoi',
      text: 'Vous gardez votre numéro chez votre opérateur, qui transmet les appels au numéro de votre assistant : toujours, ou seulement quand vous ne répondez pas.',
    },
    browserLink: {
      name: 'lien navigateur',
      text: 'L’adresse d’une page où chacun peut parler à votre assistant, sans téléphone. Désactivé tant que vous ne l’activez pas.',
    },
    transfer: {
      name: 'Passer à quelqu’un',
      text: 'L’appel est transmis au téléphone d’une personne. L’assistant n’est alors plus là.',
    },
    hours: {
      name: 'horaires',
      text: 'Quand vous êtes ouvert, avec les jours fériés et les jours particuliers. Les règles et les rendez-vous en dépendent.',
    },
    calendar: {
      name: 'agenda',
      text: 'Là où l’assistant note les rendez-vous, et voit ce qui est encore libre. Un espace de travail peut en avoir plusieurs.',
    },
    recording: {
      name: 'enregistrement',
      text: 'Le son d’un appel, gardé pour être réécouté. Désactivé au départ ; activé, l’appelant est interrogé avant, et peut refuser.',
    },
    secrecy: {
      name: 'secret professionnel',
      text: 'Un réglage pour les médecins, les avocats et d’autres : rien de ce que disent les appelants n’est gardé, ni ici ni chez Vapi.',
    },
    workspace: {
      name: 'espace de travail',
      text: 'Ce qui appartient à votre établissement : scénarios, numéros, appels, réglages, et les personnes qui peuvent les voir.',
    },
    role: {
      name: 'propriétaire',
      text: 'Les propriétaires décident qui fait partie de l’espace de travail et ce qui est gardé. Qui « peut modifier » dessine et publie ; qui « peut consulter » regarde, sans rien changer.',
    },
    secret: {
      name: 'secret',
      text: 'Un mot de passe ou une clé pour un autre système. Il entre, et n’est plus jamais montré.',
    },
    vapi: {
      name: 'Vapi',
      text: 'L’entreprise dont les ordinateurs font tourner les appels : ils entendent, réfléchissent et parlent comme le dit votre scénario.',
    },
    sandbox: {
      name: 'bac à sable',
      text: 'Un remplaçant du réseau téléphonique sur cette machine : tout peut être essayé, aucune vraie ligne ne sonne et rien n’est facturé.',
    },
  },
} satisfies Messages<typeof en>;
