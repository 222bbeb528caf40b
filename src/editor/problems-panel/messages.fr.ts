/** Problems of the whole drawing, in French: what is wrong, and under `do` why it matters and what to do. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

export const fr = {
  'no-answer': 'Personne ne décroche',
  'no-answer.do': 'Un scénario commence par « Décrocher ». Ajoutez cette étape et reliez-la à la première.',
  'several-answers': 'L’appel est décroché deux fois',
  'several-answers.do': 'Un appel commence à un seul endroit. Supprimez l’une de ces étapes.',
  'unknown-kind': 'Cette étape n’est pas connue ici',
  'unknown-kind.do':
    'Elle vient d’une version plus récente d’AlloKoli. Mettez à jour, ou remplacez-la par une autre étape.',
  'unreachable-step': 'Aucun chemin ne mène à cette étape',
  'unreachable-step.do':
    'Les appelants ne l’entendront jamais. Reliez-lui la sortie d’une autre étape, ou supprimez-la.',
  'unwired-exit': (params: { label?: string }) =>
    params.label ? `« ${params.label} » ne mène nulle part` : 'Une sortie ne mène nulle part',
  'unwired-exit.do': 'L’appel s’arrêterait là. Tirez un lien depuis son point jusqu’à l’étape suivante.',
  'dangling-link': 'Un lien mène à une étape disparue',
  'dangling-link.do': 'Il ne sert plus à rien et peut être retiré.',
  'circle-without-listening': 'Des étapes tournent en rond sans écouter',
  'circle-without-listening.do':
    'L’assistant parlerait sans fin. Faites poser une question à l’une de ces étapes.',
  'unknown-information': 'Une phrase parle d’une information disparue',
  'unknown-information.do': 'Retirez la pastille rouge, ou choisissez une autre information.',
  'information-not-collected': (params: { information: string }) =>
    `« ${params.information} » n’est peut-être pas encore connue`,
  'information-not-collected.do':
    'Certains chemins arrivent ici sans l’avoir demandée. « Non précisé » est alors dit à la place.',
  'not-a-flow': 'Ceci n’est pas un scénario',
  'not-a-flow.do':
    'Ce qui était enregistré ici est illisible. Revenez à une version précédente, ou recommencez.',
  'newer-format': 'Ce scénario vient d’une version plus récente d’AlloKoli',
  'newer-format.do': 'Rechargez la page. D’ici là, il peut être consulté, pas modifié.',
  'unreadable-step': 'Cette étape est illisible',
  'unreadable-step.do':
    'Elle a été enregistrée par une autre version. Refaites-la, ou revenez à une version précédente du scénario.',
  'unreadable-part': 'Une partie du scénario est illisible',
  'unreadable-part.do':
    'Elle a été enregistrée par une autre version. Revenez à une version précédente du scénario.',
  'payload-refused': 'Le service téléphonique n’accepterait pas ce scénario',
  'payload-refused.do':
    'Cela ne devrait pas arriver : prévenez l’assistance. Annuler la dernière modification peut aider.',
  title: 'Problèmes',
  close: 'Fermer',
  none: 'Aucun problème trouvé',
  noneText: 'Ce scénario peut être mis en service.',
  whole: 'Le scénario entier',
  fix: 'Corriger',
  unknown: 'Quelque chose ne va pas ici',
} satisfies Messages<typeof en>;
