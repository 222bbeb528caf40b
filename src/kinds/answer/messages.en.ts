/** Words of the step “Answer the call”, in English. */
export const en = {
  name: 'Answer the call',
  hint: 'The first thing a caller hears',
  'help.what':
    'Picks up the phone. It is the first thing callers hear: your greeting, then the sentence that says that an automated assistant speaks.',
  'help.when': 'Every flow begins with it, once. It is there already, and cannot be deleted.',
  'help.tip': 'Keep it to two short sentences: callers want to say why they call.',
  'exit.next': 'then',
  'field.greeting': 'Greeting',
  'field.greeting.hint': 'The first words a caller hears: hello, and whom they reached.',
  'field.greeting.placeholder': 'Hello, Martin Practice.',
  'field.disclosure': 'Says that it is an assistant',
  'field.disclosure.hint':
    'Callers must know they speak to an automated assistant. Reword it as you like; it cannot be left out.',
  'field.assistantName': 'Name of the assistant',
  'field.assistantName.hint': 'What it answers when a caller asks for its name.',
  'problem.no-disclosure': 'The caller is not told that an assistant answers',
  'problem.no-disclosure.do': (params: { sentence: string }) =>
    `The law asks for it. Say it in your own words, with “automated” or “artificial intelligence”. For example: “${params.sentence}”`,
  'problem.no-greeting': 'There is no greeting',
  'problem.no-greeting.do':
    'Callers want to hear that they reached the right place. Say hello and the name of your business.',
};
