/** Words of the step “Connect a tool”, in English. */
export const en = {
  name: 'Connect a tool',
  hint: 'Asks another system over the internet',
  'exit.worked': 'worked',
  'exit.problem': 'problem',
  'field.label': 'What it does',
  'field.label.placeholder': 'Find the customer',
  'field.say': 'Said while waiting',
  'field.say.placeholder': 'One moment, let me check.',
  'field.method': 'Method',
  'method.GET': 'GET: read',
  'method.POST': 'POST: create',
  'method.PUT': 'PUT: replace',
  'method.PATCH': 'PATCH: change',
  'method.DELETE': 'DELETE: remove',
  'field.url': 'Address',
  'field.url.hint': 'Information may stand after the host, not inside it.',
  'field.url.placeholder': 'https://api.example.com/customers',
  headers: 'Headers',
  'field.headers.name': (number: number) => `Header ${number}, name`,
  'field.headers.name.placeholder': 'Authorization',
  'field.headers.type': (number: number) => `Header ${number}, kind of value`,
  'field.headers.value': (number: number) => `Header ${number}, value`,
  literal: 'Text',
  secret: 'Secret',
  'secret.placeholder': 'name of the secret',
  addHeader: 'Add a header',
  body: 'What is sent',
  'field.body.name': (number: number) => `Field ${number}, name`,
  'field.body.name.placeholder': 'customer',
  'field.body.source': (number: number) => `Field ${number}, where its value comes from`,
  fixed: 'Always the same text',
  'field.body.value': (number: number) => `Field ${number}, text`,
  addField: 'Add a field',
  answers: 'What is kept of the answer',
  'answers.hint': 'The answer must be JSON. Write the way to the value with dots: data.tier',
  'field.answers.path': (number: number) => `Answer ${number}, way to the value`,
  'field.answers.path.placeholder': 'data.tier',
  becomes: 'becomes',
  choose: 'Choose information',
  addAnswer: 'Keep a value',
  'field.timeoutSeconds': 'Give up after',
  'field.timeoutSeconds.hint': 'Callers notice a silence after four seconds.',
  noAddress: 'No address yet',
  'problem.no-label': 'It is not said what this step does',
  'problem.no-label.do': 'A few words help to choose the right moment, for example “Find the customer”.',
  'problem.no-address': 'There is no address to ask',
  'problem.no-address.do': 'Paste the address of the service, beginning with https://.',
  'problem.bad-address': (params: { reason: string }) =>
    ({
      'not-https': 'The address does not begin with https://',
      login: 'The address holds a name or a password',
      chip: 'Information stands inside the host of the address',
      private: 'The address lies inside a private network',
    })[params.reason] ?? 'The address cannot be read',
  'problem.bad-address.do':
    'It is not asked like this, and the step takes its way out “problem”. Use a public https:// address, with information only after the host.',
  'problem.bad-header': (params: { name: string; part: string }) =>
    params.part === 'secret'
      ? `The secret of “${params.name}” has no proper name`
      : 'A header has no proper name',
  'problem.bad-header.do':
    'Names have no spaces. A secret is named with small letters, digits and hyphens; its value is kept elsewhere.',
  'problem.secret-in-text': 'This looks like a password or a key',
  'problem.secret-in-text.do':
    'Everybody who sees this flow can read it. Put it in a header as a secret: the flow then holds only its name.',
  'problem.bad-path': (params: { path: string }) =>
    params.path.trim() === ''
      ? 'It is not said which value to keep'
      : `“${params.path}” is not a way to a value`,
  'problem.bad-path.do': 'Write the names from the outside in, with dots between them, such as data.tier.',
  'problem.unmapped-answer': (params: { path: string }) =>
    params.path.trim() === '' ? 'A value is kept nowhere' : `“${params.path}” is kept nowhere`,
  'problem.unmapped-answer.do': 'Choose the information that it becomes, or remove the line.',
};
