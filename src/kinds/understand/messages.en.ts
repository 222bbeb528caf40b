/** Words of the step “Find out what they want”, in English. */
export const en = {
  name: 'Find out what they want',
  hint: 'Asks, then follows the answer',
  'help.what':
    'Asks an open question and follows the answer: each choice that you write becomes a way out of its own.',
  'help.when': 'Where callers want different things: an appointment, a question, a person.',
  'help.tip':
    'Write each choice as callers say it, with an example or two. What fits none of them leaves by “something else”.',
  'exit.something-else': 'something else',
  'field.question': 'Question',
  'field.question.hint': 'Asked in these words; callers answer freely, in theirs.',
  'field.question.placeholder': 'What can I do for you?',
  choices: 'What callers may want',
  choicesHint: 'Each has its own way out, in the order of the card.',
  'field.choices.label': (number: number) => `Wish ${number}`,
  'field.choices.label.placeholder': 'book an appointment',
  'field.choices.examples': 'Said for example',
  'field.choices.examples.hint': 'One example a line. Any wording with this meaning counts.',
  'field.choices.examples.placeholder': 'I would like to see the doctor',
  'field.choices.counterExamples': 'Does not count',
  'field.choices.counterExamples.hint': 'What sounds like this wish but is none, one a line.',
  'field.choices.counterExamples.placeholder': 'I would like to cancel my appointment',
  more: 'Patience',
  'field.retries': 'How often to ask again',
  'field.retries.hint': 'After that, the call goes on at “something else”.',
  addChoice: 'Add a wish',
  'exit.unnamed': 'unnamed',
  'problem.no-question': 'There is no question',
  'problem.no-question.do': 'Write what is asked, so that the caller knows that it is their turn.',
  'problem.too-few-choices': 'There is only one way to go',
  'problem.too-few-choices.do': 'Add a second wish, or use “Ask” instead.',
  'problem.unnamed-choice': (params: { number: number | string }) => `Wish ${params.number} has no name`,
  'problem.unnamed-choice.do': 'Say in a few words what the caller wants, or remove it.',
  'problem.contradicting-examples': (params: { choice: string; example: string }) =>
    `“${params.example}” both counts and does not count as “${params.choice}”`,
  'problem.contradicting-examples.do':
    'The assistant cannot follow both. Remove it from one of the two lists.',
  'problem.same-choice': (params: { choice: string }) => `“${params.choice}” stands there twice`,
  'problem.same-choice.do': 'The assistant could not tell them apart. Reword one, or remove it.',
  'problem.overlapping-choices': (params: { choice: string; other: string }) =>
    `“${params.choice}” and “${params.other}” share the same words`,
  'problem.overlapping-choices.do':
    'A caller who says them could mean either. Use words that only one of the two has, or say for one that they do not count.',
};
