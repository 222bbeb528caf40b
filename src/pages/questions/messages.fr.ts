/** Words of the questions without an answer, in French. */
import type { Messages } from '../../i18n/messages.ts';
import { pluralFr } from '../../i18n/plural.ts';
import type { en } from './messages.en.ts';

export const fr = {
  title: 'Questions',
  lead: 'Ce que les appelants ont demandé et que vos scénarios ne savaient pas. Répondez une fois : ce sera su dès la prochaine publication.',
  noted: 'Ce sont les mots des appelants : qui les lit est noté dans le journal d’activité.',
  list: 'Questions sans réponse, les plus fréquentes d’abord',
  times: (count: number) => pluralFr(count, { one: 'posée une fois', other: 'posée # fois' }),
  last: (when) => `la dernière ${when}`,
  listen: 'Voir l’appel',
  answer: 'Répondre',
  answerTo: (question) => `Répondre : ${question}`,
  dismiss: 'Écarter',
  dismissOne: (question) => `Écarter : ${question}`,
  question: 'La question, telle qu’elle figurera dans l’étape',
  reply: 'Ce que dit l’assistant',
  replyHint: 'Une ou deux phrases, comme vous les diriez au téléphone.',
  noQuestion: 'Écrivez la question : sans elle, la réponse n’est jamais retrouvée.',
  noReply: 'Écrivez ce que l’assistant doit dire.',
  add: 'Ajouter à ce qu’il sait',
  cancel: 'Annuler',
  added: (step) => `Ajouté à « ${step} ». Ce sera su après la publication.`,
  undo: 'Annuler',
  undone: 'Annulé : l’étape est comme avant, et la question attend à nouveau.',
  changedSince: 'L’étape a changé depuis. Ouvrez le scénario pour retirer la réponse.',
  dismissed: 'Écartée. Elle ne sera plus affichée.',
  waiting: (flow, count: number) =>
    pluralFr(count, {
      one: `Une réponse attend dans le brouillon de « ${flow} » : elle sera sue après la publication.`,
      other: `# réponses attendent dans le brouillon de « ${flow} » : elles seront sues après la publication.`,
    }),
  openFlow: 'Ouvrir le scénario',
  unnamed: 'Répondre aux questions',
  failures: {
    'no-step':
      'Plus aucune étape de ce scénario ne répond aux questions. Ajoutez-en une dans le scénario, puis revenez.',
    full: 'Cette étape sait déjà tout ce qu’elle peut contenir. Retirez-en quelque chose, ou ajoutez-lui un document dans le scénario.',
    unreadable: 'Ce scénario ne peut pas être lu en entier. Ouvrez-le et réparez-le d’abord.',
    conflict:
      'Quelqu’un modifie ce scénario en ce moment. Votre réponse est gardée ici : réessayez dans un instant.',
    gone: 'Ce scénario a été supprimé.',
    'signed-out': 'Vous êtes déconnecté. Reconnectez-vous : votre réponse est gardée ici d’ici là.',
    offline: 'Il n’y a pas de réseau. Votre réponse est gardée ici : réessayez dès qu’il revient.',
    busy: 'Le serveur est occupé en ce moment. Votre réponse est gardée ici : réessayez dans un instant.',
    refused: 'La modification n’a pas été acceptée. Vous ne pouvez que consulter cet espace de travail.',
    unexpected: 'Cela n’a pas fonctionné. Votre réponse est gardée ici : réessayez.',
  },
  emptyTitle: 'Aucune question n’attend',
  emptyText:
    'Quand un appelant demande ce qu’une étape « Répondre aux questions » ne sait pas, la question apparaît ici, pour que vous y répondiez.',
  emptyAction: 'Voir les scénarios',
  secret:
    'Sous le secret professionnel, rien de ce que disent les appelants n’est gardé : il n’y a donc pas de questions ici.',
} satisfies Messages<typeof en>;
