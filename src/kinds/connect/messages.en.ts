/** Words of the step “Connect a tool”, in English. */
export const en = {
  name: 'Connect a tool',
  hint: 'Asks another system over the internet',
  'help.what': 'Asks another system over the internet during the call, and keeps its answer as information.',
  'help.when':
    'To look up an order or a customer in software that you use. Whoever looks after that software can tell you the address.',
  'help.tip':
    'Passwords and keys are kept as secrets of the workspace, never written into the step. Lead “did not work” to a person or a message.',
  'exit.worked': 'worked',
  'exit.problem': 'did not work',
  'field.label': 'What it does',
  'field.label.hint': 'Tells the assistant what the request is for.',
  'field.label.placeholder': 'Find the customer',
  'field.say': 'Said while waiting',
  'field.say.hint': 'Spoken while the other system is being asked.',
  'field.say.placeholder': 'One moment, let me check.',
  'field.method': 'Method',
  'field.method.hint': 'What the other system is to do; its documentation says which.',
  'method.GET': 'GET: read',
  'method.POST': 'POST: create',
  'method.PUT': 'PUT: replace',
  'method.PATCH': 'PATCH: change',
  'method.DELETE': 'DELETE: remove',
  'field.url': 'Address',
  'field.url.hint': 'Information may stand after the host, not inside it.',
  'field.url.placeholder': 'https://api.example.com/customers',
  headers: 'Headers',
  headersHint: 'Sent along with the request: who is asking, in most cases.',
  'field.headers.name': (number: number) => `Header ${number}, name`,
  'field.headers.name.placeholder': 'Authorization',
  'field.headers.type': (number: number) => `Header ${number}, kind of value`,
  'field.headers.value': (number: number) => `Header ${number}, value`,
  literal: 'Text',
  secret: 'Secret',
  'secret.choose': 'Choose a secret',
  'secret.new': 'New secret…',
  'secret.newTitle': 'New secret',
  'secret.missing': 'No value is stored under this name: the step would take its way out “did not work”.',
  'secret.store': 'Enter its value',
  'secret.replace': 'Change its value',
  'secret.valueOf': (name: string) => `Value of “${name}”`,
  'secret.lead': 'Its value is encrypted, used only in requests of your flows, and never shown again.',
  'secret.name': 'Name',
  'secret.name.placeholder': 'customer-file',
  'secret.name.hint': 'For you and your colleagues: small letters, digits and hyphens.',
  'secret.exists': 'This name is taken: its value would be replaced in every flow.',
  'secret.value': 'Value',
  'secret.value.hint': 'As the other service gives it, with “Bearer” in front if it asks for that.',
  'secret.save': 'Keep the secret',
  addHeader: 'Add a header',
  body: 'What is sent',
  bodyHint: 'What the other system is told, field by field.',
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
  try: 'Try it',
  'try.hint': 'Asks the service now and shows what comes back.',
  'try.real': 'The request is really sent: the other service may create or change something.',
  'try.example': 'an example',
  'try.now': 'Try it now',
  'try.worked': (status: number, seconds: string) => `It works: answer ${status} in ${seconds} s.`,
  'try.refused': (status: number, seconds: string) =>
    `The step would take its way out “did not work”: answer ${status} in ${seconds} s.`,
  'try.advice': (status: number) =>
    status === 401 || status === 403
      ? 'The service does not let us in. Check the secret, and whether “Bearer” belongs in front of it.'
      : status === 404
        ? 'The service knows nothing at this address. Check the address and the values above.'
        : status === 429
          ? 'The service is asked too often. Wait a little, then try again.'
          : status >= 500
            ? 'The service itself has a problem. Try again later, or ask whoever runs it.'
            : 'The service did not accept the request. Its answer below often says why.',
  'try.empty': 'Nothing came back, so there is nothing to keep.',
  'try.noJson': 'The answer is not JSON, so no value can be kept of it. Ask the service for another address.',
  'try.answer': 'The answer',
  'try.click': 'Press a value to keep it.',
  'try.shortened': 'Only the beginning of the answer is shown.',
  'try.keep': (path: string, value: string) => `Keep ${path}: ${value}`,
  'try.isKept': 'kept',
  'try.nothingAt': (path: string) =>
    path.trim() === '' ? 'No path is given' : `Nothing is found at ${path}`,
  'fault.address': (_about: string) =>
    'This address is not asked. It must begin with https://, without a name, password or unusual port in it.',
  'fault.private': (_about: string) =>
    'This address leads into a private network, which we never ask. Use the public address of the service.',
  'fault.header': (about: string) =>
    `The header “${about}” is set by the connection itself and cannot be given. Remove it.`,
  'fault.missing-secret': (about: string) =>
    about === ''
      ? 'A header waits for its secret. Choose one.'
      : `The secret “${about}” is not stored. Enter its value in its header.`,
  'fault.unknown-name': (_about: string) =>
    'No server of this name is found. Check how the address is written.',
  'fault.unreachable': (_about: string) =>
    'The server does not answer. Check the address, or whether the service is running.',
  'fault.tls': (_about: string) =>
    'The server cannot prove its name: its certificate is missing, expired or for another name. Nothing was sent.',
  'fault.time-out': (_about: string) =>
    'The service took too long. Callers would have waited for nothing; give it more time, or ask for less.',
  'fault.too-large': (_about: string) => 'The answer is larger than 1 MB. Ask for less.',
  'fault.broken': (_about: string) => 'The answer broke off or cannot be read.',
  'fault.redirected': (_about: string) =>
    'The service sends us to another address, which we do not follow. Use the final address.',
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
    'It is not asked like this, and the step takes its way out “did not work”. Use a public https:// address, with information only after the host.',
  'problem.bad-header': (params: { name: string; part: string }) =>
    params.part === 'secret'
      ? `The secret of “${params.name}” has still to be chosen`
      : 'A header has no proper name',
  'problem.bad-header.do':
    'The name of a header has no spaces. Its secret is chosen among those of the workspace, or added there; the flow holds only its name.',
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
