/** Words of the appointments, in English. */
export const en = {
  title: 'Appointments',
  emptyTitle: 'No appointment ahead',
  emptyText: 'A step “Book” in a flow gives callers a free moment of yours. What they book stands here.',
  emptyAction: 'See the flows',
  nameless: 'no name given',
  calendars: 'Calendar',
  allCalendars: 'All',
  usualCalendar: 'The usual calendar',
  noneHere: 'No appointment ahead in this calendar.',
  toCall: 'The call',
  cancel: 'Cancel',
  cancelOne: (name: string) => (name === '' ? 'Cancel the appointment' : `Cancel the appointment of ${name}`),
  cancelTitle: (name: string, when: string) => `Cancel the appointment: ${name}, ${when}?`,
  cancelText: 'The moment becomes free for other callers at once. Nobody is told: call the person yourself.',
  cancelConfirm: 'Free the moment',
  cancelledNow: 'The appointment is cancelled.',
  named: {
    title: 'Your calendars',
    text: 'Another calendar is made in a step “Book”. The usual calendar is always there.',
    ahead: (count: number) =>
      count === 0
        ? 'No appointment ahead'
        : count === 1
          ? '1 appointment ahead'
          : `${count} appointments ahead`,
    usedBy: 'Flows that book into it',
    inService: 'in service',
    name: 'Name of the calendar',
    rename: 'Rename',
    renameOne: (name: string) => `Rename the calendar ${name}`,
    renameHint:
      'Its appointments go along, and flows in service go on booking into it without being published again.',
    renamed: (name: string, to: string) => `The calendar “${name}” is now called “${to}”.`,
    taken:
      'Another calendar is or was called so, or has appointments at the same times. Choose another name.',
    remove: 'Remove',
    removeOne: (name: string) => `Remove the calendar ${name}`,
    removeTitle: (name: string) => `Remove the calendar “${name}”?`,
    removed: (name: string, cancelled: number) =>
      cancelled === 0
        ? `The calendar “${name}” is removed.`
        : `The calendar “${name}” is removed, and its appointments ahead are cancelled (${cancelled}).`,
    serving: (names: readonly string[]) =>
      `${names.map((name) => `“${name}”`).join(', ')} ${names.length === 1 ? 'answers' : 'answer'} calls and ${names.length === 1 ? 'books' : 'book'} into it: the step will say at once that booking did not work, and the call goes on by that way out. Choose another calendar in the step first, then publish.`,
    drafts: (names: readonly string[]) =>
      `The draft of ${names.map((name) => `“${name}”`).join(', ')} uses it: choose another calendar there.`,
    keep: 'Keep them',
    keepHint: 'They stay in this list and in your own calendar, under this name.',
    cancel: 'Cancel them',
    cancelHint: 'Nobody is told: call these people yourself.',
    past: 'Past appointments stay as long as your information is kept.',
  },
  feed: {
    title: 'In your own calendar',
    text: 'Google Calendar, Outlook, Apple Calendar and others can show these appointments: give them a secret address, and they follow by themselves.',
    make: 'Create the address',
    address: 'Secret address',
    secret: 'Whoever has this address sees names and numbers. Give it to nobody but your calendar.',
    which: 'Appointments of',
    copy: 'Copy',
    copied: 'The address is copied. Paste it in your calendar under “subscribe” or “from URL”.',
    notCopied: 'The address could not be copied. Select it and copy it by hand.',
    renew: 'Replace',
    renewTitle: 'Replace the address?',
    renewText: 'The present address stops at once. Calendars that follow it need the new one.',
    stop: 'Stop sharing',
    stopTitle: 'Stop sharing?',
    stopText: 'The address stops at once, and calendars that follow it no longer get anything.',
  },
};
