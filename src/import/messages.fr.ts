/** Problems of an import, in French. */
import type { en } from './messages.en.ts';

type Params = Readonly<Record<string, string | number>>;

const guesses: Readonly<Record<string, (text: string) => string>> = {
  'disclosure-added': (text) =>
    `« ${text} » a été ajouté : l’appelant apprend qu’un assistant automatisé parle`,
  'disclosure-moved': (text) => `« ${text} » a été repris comme phrase annonçant un assistant automatisé`,
  'greeting-added': (text) => `Le fichier ne contient pas d’accueil : « ${text} » a été ajouté`,
  'closing-added': (text) => `Le fichier ne contient pas de phrase ici : « ${text} » a été ajouté`,
  language: (text) =>
    `La langue de l’appel a été devinée d’après les mots du fichier : ${text === 'fr' ? 'le français' : 'l’anglais'}`,
  'name-added': (text) => `Le fichier n’a pas de nom : il a été appelé « ${text} »`,
  'question-added': (text) => `Le fichier ne contient pas de question à dire ici : « ${text} » a été ajouté`,
  'instructions-left-out': (text) =>
    `Des consignes pour un modèle de langage ont été gardées dans une note, et ne sont pas suivies : « ${text} »`,
  'whole-prompt': (text) =>
    `Une consigne entière est devenue une phrase que l’assistant dit à sa façon : « ${text} »`,
  shortened: (text) => `Ce texte était trop long et a été coupé : « ${text} »`,
  'mark-removed': (text) => `${text} a été retiré d’une phrase : rien dans le fichier ne le recueille`,
  'information-type': (text) => `Le type de cette information a été deviné – ${text}`,
  'answer-kept': (text) =>
    `La réponse à cette question est gardée sous « ${text} » ; le fichier ne la nomme pas`,
  'never-collected': (text) => `Rien dans le fichier ne demande « ${text} » à l’appelant`,
  'choice-from-condition': (text) => `Un choix a été tiré d’une condition : « ${text} »`,
  'choice-from-title': (text) => `Un choix porte le nom de l’étape à laquelle il mène : « ${text} »`,
  'second-choice-added': (text) => `Le lien sans condition est devenu un second choix : « ${text} »`,
  'condition-dropped': (text) =>
    `Il n’y a qu’un seul lien, sa condition a donc été laissée de côté : « ${text} »`,
  'rule-from-condition': (text) => `Une règle a été tirée d’une condition : « ${text} »`,
  'rule-rounded': (text) => `« Au moins » ou « au plus » a été écrit pour des nombres entiers : « ${text} »`,
  'rule-as-choice': (text) =>
    `Cette condition ne peut pas être calculée ici ; on demande à l’appelant : « ${text} »`,
  'gives-up': () =>
    'Si l’appelant n’est pas compris ou ne répond pas, l’appel va à la personne proposée à tout moment, ou se termine ; le fichier ne le dit pas',
  'asks-again': () => 'Si aucune règle ne convient à la réponse, la question est reposée',
  'goes-on': () => 'Le fichier ne dit pas ce qui se passe ici : l’appel continue',
  'ends-here': () => 'Le fichier ne dit pas ce qui se passe ici : l’appel se termine',
  'refusal-from-condition': (text) =>
    `Une condition est devenue la sortie de ceux qui ne répondent pas : « ${text} »`,
  'failure-from-condition': (text) => `Une condition est devenue la sortie en cas d’échec : « ${text} »`,
  'at-any-time': (text) =>
    `Une étape accessible de partout est devenue une règle « à tout moment » : « ${text} »`,
  'at-any-time-unplaced': (text) =>
    `Une étape accessible de partout ne correspond à aucune règle « à tout moment » ; c’est un choix de la première question, s’il y en a une : « ${text} »`,
  'no-number': () => 'Le fichier ne contient pas de numéro de téléphone pour cette étape',
  'number-left-out': (text) =>
    text === ''
      ? 'Une destination sans numéro a été laissée de côté'
      : `Ceci n’est pas un numéro de téléphone et a été laissé de côté : « ${text} »`,
  'people-left-out': (text) =>
    `Cinq personnes au plus sont appelées ; celles-ci ont été laissées de côté : ${text}`,
  'secret-removed': (text) => `La valeur de « ${text} » est secrète et n’a pas été reprise`,
  'request-as-sentence': (text) => `Une requête vers un autre système est devenue une phrase : ${text}`,
  'request-changed': (text) => `Une partie de la requête n’a pas d’équivalent ici : « ${text} »`,
  'tool-not-in-file': (text) => `Un outil est nommé mais absent du fichier : « ${text} »`,
  'tool-left-out': (text) => `Un outil n’a pas d’équivalent ici et a été laissé de côté : « ${text} »`,
  'assistant-not-in-file': (text) => `Un assistant est nommé mais absent du fichier : « ${text} »`,
  'block-left-out': (text) =>
    `Ceci n’a pas d’équivalent ici ; ce qu’il en reste est à vérifier : « ${text} »`,
  'settings-left-out': (text) => `Des réglages du fichier n’ont pas été repris : ${text}`,
  'start-chosen': () =>
    'Le fichier ne dit pas où commence l’appel : la première étape à laquelle rien ne mène a été retenue',
  'never-reached': () => 'Aucun lien du fichier ne mène à cette étape',
};

export const fr: { readonly [Code in keyof typeof en]: (typeof en)[Code] } = {
  'import/too-large': 'Le fichier est trop volumineux',
  'import/too-large.do':
    'Les fichiers jusqu’à 2 Mo peuvent être importés. Exportez seulement le scénario, sans enregistrements ni appels.',
  'import/not-json': (params: Params) =>
    `Le fichier n’est pas du JSON : illisible à partir de la ligne ${params.line}, caractère ${params.column}`,
  'import/not-json.do':
    'Exportez-le de nouveau en JSON. Il manque souvent le début ou la fin à un texte copié à la main.',
  'import/too-deep': (params: Params) => `Le fichier est imbriqué trop profondément à ${params.path}`,
  'import/too-deep.do': 'Aucun scénario n’a plus de 32 niveaux. Exportez-le de nouveau.',
  'import/string-too-long': (params: Params) => `Un texte est trop long à ${params.path}`,
  'import/string-too-long.do':
    'Les textes jusqu’à 20 000 caractères peuvent être importés. Raccourcissez celui-ci.',
  'import/forbidden-key': (params: Params) =>
    `Le fichier contient un nom qu’aucun scénario n’a, à ${params.path}`,
  'import/forbidden-key.do':
    'Des noms comme « __proto__ » servent à nuire. N’importez ce fichier que si vous savez d’où il vient, et retirez d’abord ce nom.',
  'import/not-finite': (params: Params) =>
    `Une valeur n’est pas un nombre qui puisse s’écrire, à ${params.path}`,
  'import/not-finite.do':
    'NaN, Infinity et les nombres sans limite ne sont pas du JSON. Remplacez cette valeur.',
  'import/lone-surrogate': (params: Params) => `Un texte contient une moitié de caractère à ${params.path}`,
  'import/lone-surrogate.do': 'Un emoji ou une lettre a été coupé en deux. Saisissez ce texte de nouveau.',
  'import/unknown-format': 'Ce fichier ne peut pas être importé',
  'import/unknown-format.do':
    'Sont reconnus, en JSON : nos propres exports, les workflows, assistants et squads de Vapi, et les exports de Typebot.',
  'import/no-steps': 'Le fichier ne contient aucune étape',
  'import/no-steps.do': 'Vérifiez que vous avez exporté le bon élément.',
  'import/too-many-steps': (params: Params) => `Le fichier contient ${params.count} étapes (${params.path})`,
  'import/too-many-steps.do': 'On peut importer 500 étapes. Découpez le scénario en plusieurs parties.',
  'import/too-many-links': (params: Params) => `Le fichier contient ${params.count} liens (${params.path})`,
  'import/too-many-links.do': 'On peut importer 2 000 liens. Découpez le scénario en plusieurs parties.',
  'import/too-much-information': (params: Params) =>
    `Le fichier recueille ${params.count} informations (${params.path})`,
  'import/too-much-information.do':
    'On peut importer 1 000 informations. Retirez celles dont aucun appel n’a besoin, ou découpez le scénario en plusieurs parties.',
  'import/duplicate-id': (params: Params) =>
    `« ${params.id} » figure deux fois dans le fichier, à ${params.path}`,
  'import/duplicate-id.do': 'Les liens mènent au premier. Vérifiez le second.',
  'import/dangling-link': (params: Params) =>
    `Un lien mène à « ${params.id} », absent du fichier (${params.path})`,
  'import/dangling-link.do': 'Ce lien a été laissé de côté. Tracez-le vers la bonne étape s’il manque.',
  'import/unreadable-part': (params: Params) => `Une partie du fichier est illisible, à ${params.path}`,
  'import/unreadable-part.do': 'Elle a été laissée de côté. Vérifiez s’il manque quelque chose.',
  'import/please-check': (params: Params) => guessed(params),
  'import/please-check.do': 'À vérifier, et à corriger si nécessaire.',
};

function guessed({ guess, text }: Params): string {
  const name = String(guess);
  return Object.hasOwn(guesses, name)
    ? guesses[name]!(String(text ?? ''))
    : `Quelque chose a été deviné : « ${text} »`;
}
