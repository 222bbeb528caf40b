/** Problems of the whole drawing, in French: what is wrong, and under `do` why it matters and what to do. */
import type { Messages } from '../../i18n/messages.ts';
import type { en } from './messages.en.ts';

const RULES: Readonly<Record<string, string>> = {
  'wants-human': 'La règle « L’appelant veut une personne »',
  emergency: 'La règle « Urgence »',
  robot: 'La règle « Êtes-vous un robot ? »',
  silence: 'La règle « L’appelant se tait »',
  unclear: 'La règle « L’appelant n’est pas compris »',
  language: 'La règle « Une autre langue »',
  angry: 'La règle « L’appelant est en colère »',
};
const ruleName = (rule: string) => RULES[rule] ?? 'Une règle valable à tout moment';

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
  'no-end': 'Les appelants tournent en rond sans fin',
  'no-end.do':
    'D’ici, aucun chemin ne mène à un au revoir ni à une personne. Reliez l’une de ces étapes à « Raccrocher ».',
  'repeats-for-ever': 'Qui ne peut pas répondre est interrogé sans fin',
  'repeats-for-ever.do':
    'Cette sortie ramène à la même étape. Reliez-la à une prise de message ou à une personne.',
  'choice-without-effect': 'Quel que soit le résultat, la suite est la même',
  'choice-without-effect.do':
    'Toutes les sorties mènent à la même étape. Reliez-les à des étapes différentes, ou supprimez celle-ci.',
  'choice-like-otherwise': (params: { label: string }) =>
    params.label === ''
      ? 'Un choix mène au même endroit que tout le reste'
      : `« ${params.label} » mène au même endroit que tout le reste`,
  'choice-like-otherwise.do':
    'Inutile alors de le distinguer. Reliez-le à une étape à lui, ou retirez ce choix.',
  'no-person': 'Personne n’est joignable',
  'no-person.do':
    'Certains appelants ont besoin d’un être humain. Ajoutez « Passer à quelqu’un », au moins aux heures où quelqu’un est là.',
  'no-emergency-rule': 'Rien n’est prévu pour les urgences',
  'no-emergency-rule.do':
    'Cela ressemble à un lieu de soins. Une personne en danger doit entendre aussitôt quel numéro appeler : activez la règle « Urgence ».',
  'anytime-target-gone': (params: { rule: string }) => `${ruleName(params.rule)} mène à une étape disparue`,
  'anytime-target-gone.do':
    'L’appel revient alors où il en était. Choisissez une autre étape, ou laissez ainsi.',
  'anytime-unreachable': (params: { rule: string }) =>
    `${ruleName(params.rule)} ne peut pas mener à son étape depuis partout`,
  'anytime-unreachable.do':
    'Là où c’est impossible, seule sa phrase est dite. Choisissez une étape qui mène vite à une personne ou à un au revoir.',
  'information-unused': (params: { information: string }) =>
    `« ${params.information} » n’est jamais demandée ni dite`,
  'information-unused.do': 'Elle resterait vide à chaque appel. Demandez-la dans une étape, ou supprimez-la.',
  'same-information-name': (params: { information: string }) => `« ${params.information} » existe deux fois`,
  'same-information-name.do':
    'Personne ne pourrait distinguer les deux. Renommez-en une, ou n’en gardez qu’une.',
  'choices-missing': (params: { information: string }) => `« ${params.information} » ne propose aucun choix`,
  'choices-missing.do':
    'On ne choisit qu’entre deux réponses au moins. Listez-les, ou acceptez une réponse libre.',
  'secret-in-text': 'Une phrase semble contenir un mot de passe ou une clé',
  'secret-in-text.do':
    'Chaque appelant l’entendrait, et elle serait conservée avec l’appel. Retirez-la, puis changez-la là où elle sert.',
  'template-marks': 'Une phrase contient des marques de modèle',
  'template-marks.do':
    'Les accolades et signes de pourcentage ne calculent rien ici et seraient lus à voix haute. Insérez plutôt une information.',
  'sentence-too-long': (params: { count: number }) =>
    `Une phrase est longue à écouter (${params.count} caractères)`,
  'sentence-too-long.do':
    'Personne ne retient autant à l’oreille. Dites l’essentiel, en deux phrases courtes.',
  'other-language': 'Une phrase n’est pas dans la langue de l’appel',
  'other-language.do':
    'Elle serait lue avec la mauvaise prononciation. Traduisez-la, ou changez la langue de l’appel.',
  'call-too-long': (params: { minutes: number; most: number }) =>
    `Le plus long chemin dure environ ${params.minutes} minutes, mais les appels s’arrêtent après ${params.most}`,
  'call-too-long.do':
    'Certains appelants seraient coupés. Raccourcissez le chemin, ou autorisez des appels plus longs dans les réglages.',
  'unknown-time-zone': (params: { zone: string }) => `Le fuseau horaire « ${params.zone} » n’existe pas`,
  'unknown-time-zone.do':
    'Aucune horloge ne peut le suivre : le lieu passerait toujours pour fermé. Choisissez-en un dans la liste.',
  'hours-never-open': (params: { name: string }) => `« ${params.name} » n’est jamais ouvert`,
  'hours-never-open.do': 'Chaque appel serait traité comme hors horaires. Indiquez quand quelqu’un est là.',
  'hours-overlap': (params: { name: string }) => `Des plages de « ${params.name} » se chevauchent`,
  'hours-overlap.do':
    'Deux plages d’un même jour se recouvrent, ou l’une finit avant de commencer. Corrigez-les, ou laissez-les réunir.',
  'same-title': (params: { title: string }) => `Une autre étape s’appelle aussi « ${params.title} »`,
  'same-title.do':
    'Elles sont difficiles à distinguer, pour vous comme dans l’historique des appels. Renommez-en une.',
  'too-many-steps': (params: { count: number }) => `${params.count} étapes se trouvent dans une même partie`,
  'too-many-steps.do':
    'Un assistant qui doit tant retenir se trompe. Regroupez en parties ce qui va ensemble.',
  'too-much-text': 'L’ensemble des phrases est très long',
  'too-much-text.do':
    'L’assistant répond plus tard et les appels coûtent plus cher. Raccourcissez, ou faites-en deux scénarios.',
  'recording-without-consent': 'Les appels doivent être enregistrés, et aucune question n’en décide',
  'recording-without-consent.do':
    'Rien n’est enregistré tant que l’appelant n’a pas accepté. Placez le bloc « Accord pour enregistrer » après l’étape qui décroche, choisissez la question par oui ou par non qui en décide, ou désactivez l’enregistrement.',
  'consent-never-asked': (params: { information: string }) =>
    `« ${params.information} » décide de l’enregistrement, et aucune étape ne la demande`,
  'consent-never-asked.do':
    'Personne ne peut accepter : rien n’est enregistré. Placez le bloc « Accord pour enregistrer » après l’étape qui décroche, ou désactivez l’enregistrement.',
  'consent-not-always-asked': 'Certains appels se terminent sans que l’enregistrement ait été proposé',
  'consent-not-always-asked.do':
    'Les appels qui mènent à cette fin ne sont jamais enregistrés. Si c’est voulu, laissez ainsi ; sinon, posez la question avant que les chemins se séparent.',
  'consent-not-named': 'La question qui décide de l’enregistrement n’en parle pas',
  'consent-not-named.do':
    'L’appelant doit savoir ce qu’il accepte. Demandez clairement si l’appel peut être enregistré.',
  'unnamed-flow': 'Le scénario n’a pas de nom',
  'unnamed-flow.do': 'L’assistant s’en sert pour dire pour qui il répond. Écrivez le nom du lieu.',
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
  'not-word-for-word': (params: { count: number }) =>
    `Trop de phrases sont à dire mot pour mot : ${params.count === 1 ? 'une pourra être dite' : `${params.count} pourront être dites`} un peu autrement`,
  'not-word-for-word.do': 'Divisez le scénario en parties, ou laissez certaines phrases se dire librement.',
  'payload-refused': 'Le service téléphonique n’accepterait pas ce scénario',
  'payload-refused.do':
    'Cela ne devrait pas arriver : prévenez l’assistance. Annuler la dernière modification peut aider.',
  unknown: 'Quelque chose ne va pas ici',
} satisfies Messages<typeof en>;
