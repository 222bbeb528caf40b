/** Why something did not work, by code, in English. Each says what happened and what to do. */
export const en = {
  offline: 'No connection. Check your network, then try again.',
  busy: 'The server is busy just now. Try again in a moment.',
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
  'number-switching':
    'This number is just being pointed at another flow of its hours. Try again in a minute.',
  'number-scheduled':
    'This number answers by opening hours, and this flow is in none of them. Add it on the page of the number first.',
  'number-busy': 'Something else was put on this number meanwhile. Look again at what answers it now.',
  'changed-at-vapi':
    'Part of it was changed or removed at Vapi. Try again: that part is then made anew, and calls are answered as before until then.',
  'drift-changed': 'It was changed at Vapi once more since you looked. Look again first.',
  'version-not-possible':
    'This version cannot come back as it was: it uses a document, a telephone number or an account that is no longer allowed here. Correct the flow, then put it in service.',
  'too-often': 'This was tried too often. Wait a minute, then try again.',
  'too-many-secrets': 'There are already 100 secrets. Remove one that nothing uses any more.',
  'secrets-not-configured':
    'Secrets cannot be kept on this installation yet: its administrator has to set an encryption key.',
  'recording-none':
    'There is no recording of this call: the caller said no, the call was too short, or it was deleted when its time was up.',
  'recording-too-large':
    'This recording is larger than 64 MB and cannot be played here. What was said can be read in full.',
  'recording-unreachable': 'The recording could not be fetched from Vapi. Try again in a moment.',
  'file-too-large': 'This file is larger than 5 MB. Keep what callers ask about in a shorter one.',
  'file-type':
    'Files of this kind cannot be read. Take a PDF, a Word document (.docx), text, Markdown or CSV.',
  'file-unreadable':
    'Nothing could be read in this file: it is empty or damaged. Open it yourself, save it again, then try once more.',
  'too-many-files': 'The workspace has 50 documents already. Remove one first.',
  'file-in-service': 'Calls are answered from this document. Take it out of the flow and publish that first.',
  'last-owner': 'A workspace needs an owner, and this is the only one. Make somebody else an owner first.',
  'name-differs': 'This is not written as it should be. Compare it letter by letter.',
  'already-member': 'This person already belongs to the workspace.',
  'too-many-workspaces': 'You own 20 workspaces already. Leave one, or hand one over, first.',
  'too-many-invitations': 'There are 100 open invitations. Take back those that nobody will accept any more.',
  'invitation-unknown':
    'This link does not open any invitation. Perhaps a newer one was sent: look for the latest e-mail, or ask to be invited again.',
  'invitation-expired': 'This invitation has expired. Ask the person who invited you to send it again.',
  'invitation-used': 'This invitation was already used. If it was not by you, ask to be invited again.',
  'invitation-revoked':
    'This invitation was taken back. Ask the person who invited you whether you still should join.',
  'invitation-other-email':
    'This invitation is for another e-mail address than the one you are signed in with. Sign out, then sign in with the address that the invitation was sent to.',
  'email-not-confirmed':
    'Confirm your e-mail address first: open the link that we sent you when you made your account.',
  'vapi-not-configured': 'No telephone service is connected yet.',
  'vapi-key-refused':
    'Vapi does not know this key in this region. Take the private key, not the public one, and the region of your account.',
  'connection-unreadable':
    'The stored Vapi key cannot be opened any more, because the encryption key of this installation was replaced. An owner has to paste it again in Settings, Vapi connection.',
  'number-elsewhere':
    'This number belongs to a Vapi account that the workspace no longer uses. Choose another number, or connect that account again.',
  'vapi-refused': 'The telephone service did not accept this.',
  'vapi-limited': 'The telephone service asks us to slow down. Try again in a minute.',
  'vapi-unreachable': 'The telephone service does not answer. Try again in a minute.',
  'vapi-payment': 'Vapi wants to be paid first. Add a payment method or credits there, then try again.',
  'too-many-simulations':
    'All simulated callers of one day are used. Go on tomorrow, or take the sentences of the tests.',
  'simulation-failed': 'The simulated caller could not talk. Try again in a minute.',
  unexpected: 'Something went wrong on our side. Try again in a moment.',
};
