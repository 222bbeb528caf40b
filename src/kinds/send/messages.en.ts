/** Words of the step “Send”, in English. */
export const en = {
  name: 'Send',
  hint: 'Sends an SMS or an e-mail',
  'help.what': 'Sends an SMS or an e-mail, to the caller or to you, while the call goes on.',
  'help.when':
    'To confirm an appointment in writing, to send an address, or to be told of a message that was left.',
  'help.tip': 'The caller hears nothing of it: let the next step say that a message is on its way.',
  'exit.sent': 'sent',
  'exit.problem': 'did not work',
  'field.channel': 'How',
  'field.channel.hint': 'An SMS reaches mobile phones; an e-mail needs an address.',
  sms: 'SMS',
  email: 'E-mail',
  'field.to': 'To whom',
  'field.to.sms.hint': 'The number that calls, one the caller gave, or your own.',
  'field.to.email.hint': 'An address that the caller gave, or your own.',
  caller: 'The number that calls',
  me: 'Me',
  'field.address.sms': 'Your phone number',
  'field.address.sms.hint': 'Messages of this step arrive here.',
  'field.address.sms.example': '07700 900123',
  'field.address.email.example': 'name@example.com',
  'field.address.email': 'Your e-mail address',
  'field.address.email.hint': 'Messages of this step arrive here.',
  'field.subject': 'Subject',
  'field.subject.hint': 'Without one, the name of the flow is used.',
  'field.subject.placeholder': 'A message from a caller',
  'field.text': 'Text',
  'field.text.hint': 'Sent exactly as it stands here; nothing is added.',
  'field.text.placeholder': 'Your appointment is confirmed.',
  to: (channel: string, recipient: string) => `${channel} to ${recipient}`,
  theCaller: 'the caller',
  nobody: 'nobody yet',
  'problem.no-text': 'There is nothing to send',
  'problem.no-text.do': 'An empty message is not sent. Write the text.',
  'problem.no-address': 'It is not said to whom it goes',
  'problem.no-address.do':
    'Without a phone number or an e-mail address nothing can be sent. Choose who gets it.',
  'problem.bad-address': (params: { address: string }) => `“${params.address}” is no address to send to`,
  'problem.bad-address.do':
    'For an SMS, write a phone number (01 42 68 53 00 or +44 20 7946 0000); for an e-mail, an address such as anna@example.com.',
  'problem.number-unknown': (params: { number: string }) => `“${params.number}” is no telephone number`,
  'problem.number-unknown.do': 'No country has such a number, so it gets no SMS. Check its digits.',
  'problem.number-special': (params: { number: string }) => `“${params.number}” gets no SMS`,
  'problem.number-special.do':
    'Premium, satellite and other special numbers cost too much. Use an ordinary mobile number.',
  'problem.number-abroad': (params: { number: string }) =>
    `“${params.number}” is in a country that is switched off`,
  'problem.number-abroad.do': 'It gets no SMS. An owner can switch the country on in the settings.',
  'problem.long-sms': (params: { count: number; limit: number }) =>
    `The SMS is long: about ${params.count} characters, one holds ${params.limit}`,
  'problem.long-sms.do':
    'It arrives, but is charged as several. Shorten it; without curly apostrophes or letters such as ê or ç, one holds 160.',
  'problem.caller-number-unknown': (params: { information: string }) =>
    `The number that calls may be hidden, yet “${params.information}” is known`,
  'problem.caller-number-unknown.do':
    'An SMS cannot reach a hidden number or a landline. Send it to the number that the caller gave.',
};
