/** Why something did not work, by code, in English. Each says what happened and what to do. */
export const en = {
  offline: 'No connection. Check your network, then try again.',
  'signed-out': 'You have been signed out. Sign in again to go on.',
  refused: 'You do not have the right to do this here.',
  'not-found': 'This does not exist, or not any more.',
  'in-use': 'Something still uses it.',
  'not-signed-in': 'You have been signed out. Sign in again to go on.',
  'not-allowed': 'You do not have the right to do this here.',
  'bad-request': 'This was not understood. Reload the page, then try again.',
  'flow-has-errors': 'The flow has problems that would break a call. Correct them first.',
  'flow-changed': 'The flow has changed meanwhile. Look at it again first.',
  'publication-running': 'A publication is already under way. Wait until it is finished.',
  'number-busy': 'Another flow is being put on this number. Wait until that is finished.',
  'too-often': 'This was tried too often. Wait a minute, then try again.',
  'too-many-secrets': 'There are already 100 secrets. Remove one that nothing uses any more.',
  'secrets-not-configured':
    'Secrets cannot be kept on this installation yet: its administrator has to set an encryption key.',
  'file-too-large': 'This file is larger than 5 MB. Keep what callers ask about in a shorter one.',
  'file-type':
    'Files of this kind cannot be read. Take a PDF, a Word document (.docx), text, Markdown or CSV.',
  'file-unreadable':
    'Nothing could be read in this file: it is empty or damaged. Open it yourself, save it again, then try once more.',
  'too-many-files': 'The workspace has 50 documents already. Remove one first.',
  'file-in-service': 'Calls are answered from this document. Take it out of the flow and publish that first.',
  'vapi-not-configured': 'No telephone service is connected yet.',
  'vapi-refused': 'The telephone service did not accept this.',
  'vapi-limited': 'The telephone service asks us to slow down. Try again in a minute.',
  'vapi-unreachable': 'The telephone service does not answer. Try again in a minute.',
  unexpected: 'Something went wrong on our side. Try again in a moment.',
};
