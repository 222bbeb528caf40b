/** Alerts in words, on screen and in e-mails, in French. */
import type { Messages } from '../i18n/messages.ts';
import { pluralFr } from '../i18n/plural.ts';
import type { Filling } from './alert.ts';
import type { en } from './messages.en.ts';

const flow = ({ flow: name }: Filling) => `« ${name ?? '…'} »`;
const number = ({ number: name, flow: its }: Filling) =>
  its === undefined ? (name ?? '…') : `${name ?? '…'} (« ${its} »)`;
const used = ({ unit, used: amount = 0, most = 0 }: Filling) =>
  unit === 'dollars'
    ? `${amount.toFixed(2).replace('.', ',')} $ sur ${most} $`
    : `${Math.floor(amount)} sur ${pluralFr(most, { one: '# minute', other: '# minutes' })}`;

export const fr = {
  kinds: {
    'failed-calls': 'Des appels échouent',
    budget: 'Le plafond mensuel approche ou est atteint',
    drift: 'Modification chez Vapi',
    'silent-number': 'Un numéro ne répond pas',
  },
  reasons: {
    'in-a-row': (t) => `Les ${t.count ?? 2} derniers appels de ${flow(t)} ont échoué.`,
    'of-latest': (t) => `${t.count} des ${t.of} derniers appels de ${flow(t)} ont échoué.`,
    'near-limit': (t) => `Plus de 80 % du plafond mensuel est consommé : ${used(t)}.`,
    'limit-reached': (t) =>
      `Le plafond mensuel est atteint : ${used(t)}. Vos numéros répondent avec votre message jusqu’à la fin du mois, ou jusqu’à ce que vous releviez le plafond.`,
    'changed-at-vapi': (t) =>
      `Quelqu’un a modifié chez Vapi ce qui répond sur le numéro ${number(t)}. Ce n’est plus ce que vous avez mis en service.`,
    gone: (t) => `Le numéro ${number(t)} n’existe plus chez Vapi : personne ne peut l’appeler.`,
    'nothing-answers': (t) =>
      `Chez Vapi, rien n’est prévu pour répondre sur le numéro ${number(t)} : les appelants n’entendent rien.`,
    blocked: (t) => `Vapi a bloqué le numéro ${number(t)} : il ne reçoit plus d’appels.`,
    'not-active': (t) =>
      `Le numéro ${number(t)} n’est toujours pas activé chez Vapi : il ne reçoit pas d’appels.`,
    'no-word': (t) =>
      `Le dernier appel au numéro ${number(t)} a échoué avant le premier mot : la personne n’a rien entendu.`,
    'no-calls': (t) =>
      `Aucun appel au numéro ${number(t)} depuis ${pluralFr(t.days ?? 0, { one: '# jour', other: '# jours' })}, plus longtemps que jamais ces dernières semaines. Appelez-le d’un autre téléphone pour voir s’il répond.`,
  },
  endings: {
    'failed-calls': (t) =>
      `Les appels de ${flow(t)} aboutissent de nouveau, ou une nouvelle version répond depuis.`,
    budget: () => 'Un nouveau mois a commencé, ou le plafond a été modifié.',
    drift: (t) => `Ce qui répond sur le numéro ${number(t)} est de nouveau comme prévu.`,
    'silent-number': (t) =>
      `Le problème du numéro ${number(t)} est terminé : il est de nouveau actif, a été appelé, ou répond avec autre chose.`,
  },
} satisfies Messages<typeof en>;
