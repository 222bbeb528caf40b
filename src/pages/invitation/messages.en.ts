/** Words of an invitation, in English. */
export const en = {
  title: 'Invitation',
  heading: (workspace: string) => `Join “${workspace}”`,
  from: (inviter: string) => `${inviter} invites you to this workspace.`,
  fromNobody: 'You are invited to this workspace.',
  roles: {
    editor: 'You will be able to look at everything, draw flows and put them into service.',
    viewer: 'You will be able to look at everything, and change nothing.',
  },
  forAddress: (email: string) => `The invitation is for ${email}.`,
  signInFirst: (workspace: string, email: string) =>
    `You are invited to “${workspace}”. Sign in with ${email}, or create an account with this address.`,
  accept: 'Accept the invitation',
  notNow: 'Not now',
  otherAccount: 'Sign in with another address',
  signedInAs: (email: string) => `You are signed in as ${email}.`,
  toApp: 'To my workspaces',
  failedTitle: 'This invitation cannot be accepted',
  joined: (workspace: string) => `Welcome to “${workspace}”.`,
  alreadyIn: (workspace: string) => `You already belong to “${workspace}”.`,
};
