/** Mots français du modèle : la carte de la galerie, et ce qui est dit lors d'un appel en français. */
import type { en } from './messages.en.ts';

export const fr: typeof en = {
  gallery: {
    title: 'Assistance informatique',
    goal: 'Aide pour les pannes courantes et ouvre un ticket pour le reste. La sécurité va à un technicien ; aucun mot de passe n’est demandé.',
    collects: ['Société', 'Nom', 'Téléphone', 'La panne, et depuis quand'],
    bestFor: 'Prestataires informatiques, assistance interne',
    place: 'Martin Informatique',
  },
  spoken: {
    company: 'Société',
    person: 'Nom',
    phone: 'Numéro de téléphone',
    trouble: 'Description de la panne',
    since: 'Début de la panne',
    blocking: 'Travail impossible',
    ticket: 'Numéro de ticket',
    message: 'Message',
    hours: 'Horaires de l’assistance',

    answerTitle: 'Décrocher',
    greeting: (name: string) => `${name}, bonjour.`,
    disclosure: 'Je suis l’assistant vocal automatisé.',
    whoTitle: 'Qui appelle ?',
    whoQuestion: 'Ne me dites jamais de mot de passe. À quel nom, s’il vous plaît ?',
    topicTitle: 'À quel sujet ?',
    topicQuestion:
      'Merci. S’agit-il d’un mot de passe, d’internet, d’une imprimante, d’un logiciel, ou de quelque chose de suspect ?',
    password: 'un mot de passe',
    passwordExamples: ['je n’arrive pas à me connecter', 'mon compte est bloqué', 'j’ai oublié mon code'],
    network: 'internet',
    networkExamples: ['plus de connexion', 'le wifi ne marche pas', 'le réseau est lent'],
    printer: 'une imprimante',
    printerExamples: ['rien ne s’imprime', 'un bourrage papier', 'numériser'],
    software: 'un logiciel',
    softwareExamples: ['un programme plante', 'Excel ne s’ouvre pas', 'installer une mise à jour'],
    security: 'quelque chose de suspect',
    securityExamples: [
      'un virus',
      'j’ai cliqué sur un lien bizarre',
      'on est piratés',
      'une demande de rançon',
    ],

    help: {
      password: {
        title: 'Aide : mot de passe',
        invitation: 'Ne me dites pas le mot de passe. Que se passe-t-il quand vous vous connectez ?',
        facts: [
          {
            id: 'forgotten',
            question: 'J’ai oublié mon mot de passe, comment en avoir un nouveau ?',
            answer:
              'Sur la page de connexion, choisissez « Oublié ». Vous recevez un lien, valable une heure.',
          },
          {
            id: 'locked',
            question: 'Mon compte est bloqué après plusieurs essais.',
            answer: 'Après cinq essais, il est bloqué quinze minutes, puis il s’ouvre de lui-même.',
          },
        ],
      },
      network: {
        title: 'Aide : internet',
        invitation: 'Que se passe-t-il avec la connexion ?',
        facts: [
          {
            id: 'none',
            question: 'Il n’y a plus de connexion internet.',
            answer: 'Débranchez la box trente secondes, rebranchez-la et attendez trois minutes.',
          },
          {
            id: 'wifi',
            question: 'Le wifi est introuvable ou très lent.',
            answer: 'Coupez puis remettez le wifi sur votre ordinateur, et rapprochez-vous de la box.',
          },
        ],
      },
      printer: {
        title: 'Aide : imprimante',
        invitation: 'Que fait l’imprimante ?',
        facts: [
          {
            id: 'silent',
            question: 'Rien ne s’imprime, l’imprimante ne réagit pas.',
            answer: 'Éteignez l’imprimante, attendez dix secondes et rallumez-la. Puis imprimez une page.',
          },
          {
            id: 'jam',
            question: 'Il y a un bourrage papier.',
            answer: 'Ouvrez le capot arrière, tirez doucement la feuille à deux mains, et refermez le capot.',
          },
        ],
      },
      software: {
        title: 'Aide : logiciel',
        invitation: 'Que fait le programme ?',
        facts: [
          {
            id: 'frozen',
            question: 'Un programme est figé ou plante.',
            answer:
              'Fermez-le, redémarrez l’ordinateur et rouvrez-le. Votre dernier enregistrement est gardé.',
          },
          {
            id: 'install',
            question: 'Comment installer une mise à jour ?',
            answer: 'Les mises à jour s’installent la nuit. Laissez l’ordinateur allumé ce soir.',
          },
        ],
      },
    },
    solvedTitle: 'Résolu',
    solvedClosing: 'Tant mieux si cela fonctionne. Au revoir.',
    solvedOutcome: 'Résolu au téléphone',

    detailsTitle: 'Le ticket',
    detailsQuestion: 'J’ouvre un ticket. Décrivez la panne en une phrase, s’il vous plaît.',
    createTitle: 'Ouvrir le ticket',
    createLabel: 'Ouvrir un ticket',
    creating: 'Un instant, j’ouvre votre ticket.',
    tellTitle: 'Dire le numéro de ticket',
    tellText: 'Votre numéro de ticket est {{ticket}}.',
    confirmTitle: 'Confirmer par SMS',
    confirmText: (name: string) => `${name} : ticket {{ticket}} ouvert. Ne donnez aucun mot de passe.`,
    openedTitle: 'Ticket ouvert',
    openedClosing: 'Un technicien prend contact avec vous. Au revoir.',
    openedOutcome: 'Ticket ouvert',
    byMailTitle: 'Prévenir l’équipe par e-mail',
    byMailSubject: 'Ticket à ouvrir',
    byMailText:
      '{{person}} ({{company}}), {{phone}} : {{trouble}}. Depuis quand : {{since}}. Travail impossible : {{blocking}}.',
    notedTitle: 'C’est noté',
    notedClosing: 'Tout est noté. Un technicien vous rappelle. Au revoir.',
    notedOutcome: 'À rappeler',

    unplugTitle: 'Premier geste',
    unplugText:
      'Débranchez le câble réseau ou coupez le wifi. Laissez l’ordinateur allumé et ne touchez à rien d’autre.',
    onCallTitle: 'Passer la sécurité',
    onCallMessage: 'Je vous passe un technicien tout de suite.',
    onCall: 'Technicien sécurité',
    onCallNumber: '01 99 00 45 67',
    openTitle: 'Assistance ouverte ?',
    technicianTitle: 'Passer un technicien',
    technicianMessage: 'Un instant, je vous passe un technicien.',
    technician: 'Technicien',
    technicianNumber: '01 99 00 45 68',
    noteTitle: 'Prendre un message',
    noteQuestion: 'Je prends un message pour les techniciens. C’est à quel sujet ?',
  },
};
