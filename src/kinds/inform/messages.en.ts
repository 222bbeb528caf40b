/** Words of the step “Answer questions”, in English. */
export const en = {
  name: 'Answer questions',
  hint: 'Answers from what you write, never from thin air',
  'help.what':
    'Answers callers’ questions from what you wrote, or from your documents, and makes nothing up.',
  'help.when': 'For what you are asked every day: prices, parking, what to bring.',
  'help.tip':
    'Questions that it could not answer are listed with your calls, so that you can add the answer. They leave by “could not answer”.',
  'exit.satisfied': 'no more questions',
  'exit.could-not-answer': 'could not answer',
  'field.invitation': 'Asked first',
  'field.invitation.hint': 'Asked once, so that the caller knows that questions are welcome.',
  'field.invitation.placeholder': 'What would you like to know?',
  facts: 'Questions and answers',
  'facts.hint': 'Callers may ask in their own words: the meaning counts.',
  'field.facts.question': (number: number) => `Question ${number}`,
  'field.facts.question.placeholder': 'What are your opening hours?',
  'field.facts.answer': 'Answer',
  'field.facts.answer.placeholder': 'We are open from nine to six, Monday to Friday.',
  addFact: 'Add a question',
  'field.strictness': 'When the answer is not written here',
  onlyThese: 'Say so, and go on',
  'onlyThese.hint': 'Nothing but your answers is said.',
  mayAddGeneral: 'Common knowledge may help',
  'mayAddGeneral.hint': 'Never for prices, hours or promises of yours.',
  known: (count: number) => (count === 1 ? '1 answer' : `${count} answers`),
  'known.documents': (count: number) => (count === 1 ? '1 document' : `${count} documents`),
  files: 'Documents to answer from',
  'files.hint':
    'Looked up when the answers above do not say it. PDF, Word, text, Markdown or CSV, up to 5 MB; short documents give the best answers.',
  'files.add': 'Add documents',
  'files.drop': 'or drop them here',
  'files.most': (count: number) => `A step answers from ${count} documents at most.`,
  'files.uploading': 'Checking whether it arrived',
  'files.processing': 'Being read',
  'files.interrupted': 'It did not arrive. Remove it, then add it again.',
  'files.unreadable': 'Nothing could be read in it, as in a scan. Remove it, then add one with text.',
  'files.gone': 'It is no longer in the workspace.',
  'files.takeOut': 'Take out',
  'files.sending': (name: string) => `Sending ${name}`,
  'files.dismiss': (name: string) => `Hide ${name}`,
  'files.remove': (name: string) => `Remove ${name} from the workspace`,
  'files.removeTitle': (name: string) => `Remove “${name}”?`,
  'files.removeNow': 'Remove',
  'files.removeFinal': 'It leaves the workspace for good.',
  'files.usedBy': (flows: string) => `These flows use it, and will answer without it: ${flows}.`,
  'files.inService': (name: string) => `“${name}” answers calls`,
  'files.inService.do': (flows: string) =>
    `Calls are answered from it in: ${flows}. Take it out of the flow and publish, then remove it here.`,
  'files.understood': 'Understood',
  'field.files.name': 'Document',
  'problem.no-facts': 'There is nothing to answer with',
  'problem.no-facts.do':
    'Nothing is invented on the phone. Write at least one question and its answer, or add a document.',
  'problem.empty-fact': (params: { number: number | string; part: string }) =>
    params.part === 'question'
      ? `Answer ${params.number} has no question`
      : `Question ${params.number} has no answer`,
  'problem.empty-fact.do': 'It is not used like this. Write the missing half, or remove the line.',
  'problem.file-unusable': (params: { name: number | string }) =>
    `The document ${params.name} cannot be used`,
  'problem.file-unusable.do':
    'It was removed from the workspace, or could not be read, and callers get no answer from it. Take it out of this step, or add it again.',
  'problem.long-answer': (params: { number: number | string }) => `Answer ${params.number} is long`,
  'problem.long-answer.do':
    'People who listen forget the beginning. Keep to the essential, or cut it into two questions.',
};
