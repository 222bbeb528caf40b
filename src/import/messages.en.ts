/** Problems of an import, in English: what is wrong, and under `do` what to do. `params.path` says where in the file. */
type Params = Readonly<Record<string, string | number>>;

const guesses: Readonly<Record<string, (text: string) => string>> = {
  'disclosure-added': (text) => `“${text}” was added: callers are told that an automated assistant speaks`,
  'disclosure-moved': (text) => `“${text}” was taken as the line that says an automated assistant speaks`,
  'greeting-added': (text) => `The file has no greeting: “${text}” was added`,
  'closing-added': (text) => `The file has no words here: “${text}” was added`,
  language: (text) =>
    `The language of the call was guessed from the words of the file: ${text === 'fr' ? 'French' : 'English'}`,
  'name-added': (text) => `The file has no name: it was called “${text}”`,
  'question-added': (text) => `The file has no spoken question here: “${text}” was added`,
  'instructions-left-out': (text) =>
    `Instructions to a language model were kept in a note, and are not followed: “${text}”`,
  'whole-prompt': (text) => `A whole prompt became one sentence in the assistant’s own words: “${text}”`,
  shortened: (text) => `This was too long and was cut: “${text}”`,
  'mark-removed': (text) => `${text} was taken out of a sentence: nothing in the file collects it`,
  'information-type': (text) => `What kind of information this is was guessed – ${text}`,
  'answer-kept': (text) => `The answer to this question is kept as “${text}”; the file does not name it`,
  'never-collected': (text) => `Nothing in the file asks the caller for “${text}”`,
  'choice-from-condition': (text) => `A choice was made from a condition: “${text}”`,
  'choice-from-title': (text) => `A choice was named after the step it leads to: “${text}”`,
  'second-choice-added': (text) => `The way without a condition became a second choice: “${text}”`,
  'condition-dropped': (text) => `There is one way only, so its condition was left out: “${text}”`,
  'rule-from-condition': (text) => `A rule was made from a condition: “${text}”`,
  'rule-rounded': (text) => `“At least” or “at most” was written for whole numbers: “${text}”`,
  'rule-as-choice': (text) =>
    `This condition cannot be computed here; the caller is asked instead: “${text}”`,
  'gives-up': () =>
    'When the caller cannot be understood or does not answer, the call goes to the person offered at any time, or ends; the file does not say',
  'asks-again': () => 'When no rule fits the answer, the question is asked again',
  'goes-on': () => 'The file does not say what happens here: the call goes on',
  'ends-here': () => 'The file does not say what happens here: the call ends',
  'refusal-from-condition': (text) => `A condition became the way for callers who do not answer: “${text}”`,
  'failure-from-condition': (text) => `A condition became the way for when it does not work: “${text}”`,
  'at-any-time': (text) => `A step that can be reached from anywhere became a rule “at any time”: “${text}”`,
  'at-any-time-unplaced': (text) =>
    `A step that can be reached from anywhere fits no rule “at any time”; it is a choice of the first question, if there is one: “${text}”`,
  'no-number': () => 'The file has no telephone number for this step',
  'number-left-out': (text) =>
    text === ''
      ? 'A destination without a number was left out'
      : `This is no telephone number and was left out: “${text}”`,
  'people-left-out': (text) => `Five people at most are tried; these were left out: ${text}`,
  'secret-removed': (text) => `The value of “${text}” opens a door and was not taken over`,
  'request-as-sentence': (text) => `A request to another system became a sentence: ${text}`,
  'request-changed': (text) => `A part of the request has no counterpart here: “${text}”`,
  'tool-not-in-file': (text) => `A tool is named but not in the file: “${text}”`,
  'tool-left-out': (text) => `A tool has no counterpart here and was left out: “${text}”`,
  'assistant-not-in-file': (text) => `An assistant is named but not in the file: “${text}”`,
  'block-left-out': (text) =>
    `This has no counterpart here; what remains of it is to be looked at: “${text}”`,
  'settings-left-out': (text) => `Settings of the file were not taken over: ${text}`,
  'start-chosen': () =>
    'The file does not say where the call begins: the first step that nothing leads to was taken',
  'never-reached': () => 'No way of the file leads to this step',
};

export const en = {
  'import/too-large': 'The file is too large',
  'import/too-large.do':
    'Files of up to 2 MB can be imported. Export only the flow, without recordings or calls.',
  'import/not-json': (params: Params) =>
    `The file is not JSON: it cannot be read from line ${params.line}, character ${params.column}`,
  'import/not-json.do':
    'Export it again as JSON. Text that was copied by hand often lacks its beginning or its end.',
  'import/too-deep': (params: Params) => `The file is nested too deeply at ${params.path}`,
  'import/too-deep.do': 'No flow is nested more than 32 deep. Export it again.',
  'import/string-too-long': (params: Params) => `A text is too long at ${params.path}`,
  'import/string-too-long.do': 'Texts of up to 20,000 characters can be imported. Shorten this one.',
  'import/forbidden-key': (params: Params) => `The file holds a name that no flow has, at ${params.path}`,
  'import/forbidden-key.do':
    'Names such as “__proto__” are used to do harm. Do not import this file unless you know where it comes from; remove the name first.',
  'import/not-finite': (params: Params) => `A value is no number that can be written, at ${params.path}`,
  'import/not-finite.do': 'NaN, Infinity and numbers beyond all bounds are no JSON. Replace the value.',
  'import/lone-surrogate': (params: Params) => `A text holds half a character at ${params.path}`,
  'import/lone-surrogate.do': 'An emoji or a letter was cut in two. Write the text again.',
  'import/unknown-format': 'This is no file that can be imported',
  'import/unknown-format.do':
    'Known are: our own exports, Vapi workflows, assistants and squads, and Typebot exports, as JSON.',
  'import/no-steps': 'The file holds no step',
  'import/no-steps.do': 'Check that the right thing was exported.',
  'import/too-many-steps': (params: Params) => `The file holds ${params.count} steps (${params.path})`,
  'import/too-many-steps.do': '500 steps can be imported. Split the flow in parts.',
  'import/too-many-links': (params: Params) => `The file holds ${params.count} links (${params.path})`,
  'import/too-many-links.do': '2,000 links can be imported. Split the flow in parts.',
  'import/too-much-information': (params: Params) =>
    `The file collects ${params.count} pieces of information (${params.path})`,
  'import/too-much-information.do':
    '1,000 pieces of information can be imported. Leave out what no call needs, or split the flow in parts.',
  'import/duplicate-id': (params: Params) => `“${params.id}” stands twice in the file, at ${params.path}`,
  'import/duplicate-id.do': 'Links to it lead to the first. Check the second.',
  'import/dangling-link': (params: Params) =>
    `A link leads to “${params.id}”, which is not in the file (${params.path})`,
  'import/dangling-link.do': 'The link was left out. Draw it to the right step, if one is missing.',
  'import/unreadable-part': (params: Params) => `A part of the file cannot be read, at ${params.path}`,
  'import/unreadable-part.do': 'It was left out. Check whether something is missing.',
  'import/please-check': (params: Params) => guessed(params),
  'import/please-check.do': 'Please check, and correct it if needed.',
};

function guessed({ guess, text }: Params): string {
  const name = String(guess);
  return Object.hasOwn(guesses, name)
    ? guesses[name]!(String(text ?? ''))
    : `Something was guessed: “${text}”`;
}
