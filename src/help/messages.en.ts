/** Words of the help wherever it is shown, in English: around the help of a kind, and the glossary. */
export const en = {
  what: 'What it does',
  when: 'When it is useful',
  tip: 'Good to know',
  ways: 'Its ways out',
  drawn: 'As it is drawn',
  heard: 'As it is heard',
  silent: 'Callers hear nothing of it.',
  seeAll: 'All of the help',
  wordTitle: (term: string) => `“${term}”`,
  /** What somebody wants to know who asks for help. */
  terms: {
    flow: {
      name: 'flow',
      text: 'Everything your assistant does on a call, drawn as steps and links. You can have several, each on a number of its own.',
    },
    step: {
      name: 'step',
      text: 'One box of the drawing: the assistant says something, asks something, checks a rule or passes the call on.',
    },
    exit: {
      name: 'way out',
      text: 'A row at the bottom of a step: one thing that can happen there, such as “got it” or “nobody answers”. Each leads to the next step.',
    },
    link: {
      name: 'link',
      text: 'The line from a way out to the step where the call goes on.',
    },
    information: {
      name: 'information',
      text: 'Something that the caller tells and the assistant keeps: a name, a date, a number. Later steps can use it, and you find it beside the call.',
    },
    section: {
      name: 'section',
      text: 'A frame around steps that belong together. It is there for you: callers notice nothing of it.',
    },
    anytime: {
      name: 'at any time',
      text: 'Rules that hold in every step: somebody wants a person, there is an emergency, nobody says anything. They stand in the bar above the drawing.',
    },
    template: {
      name: 'template',
      text: 'A finished flow for a trade, to start from. It becomes yours and can be changed in every part.',
    },
    outline: {
      name: 'outline',
      text: 'The same flow as a list to read, from top to bottom. On a phone it is the way to work.',
    },
    problem: {
      name: 'problem',
      text: 'Something in the drawing that would go wrong on a call, such as a way out that leads nowhere. Most come with a button that mends them.',
    },
    assistant: {
      name: 'assistant',
      text: 'The voice that answers. It is a computer, and says so at the beginning of every call.',
    },
    caller: { name: 'caller', text: 'Whoever rings your number.' },
    rehearsal: {
      name: 'rehearsal',
      text: 'A call with your flow as it is drawn now, without a telephone: you write or speak, and hear what callers would hear.',
    },
    test: {
      name: 'test',
      text: 'A rehearsal that you keep, to be played again after every change: it tells you when the call no longer goes the same way.',
    },
    draft: {
      name: 'draft',
      text: 'The flow as you draw it. It is saved by itself, and callers hear nothing of it until you publish.',
    },
    publish: {
      name: 'publish',
      text: 'To put the flow as it is drawn now on a number. You see beforehand what changes, and can go back with one click.',
    },
    version: {
      name: 'version',
      text: 'The flow as it was when you published it. Versions are numbered and kept, so that you can compare them and go back.',
    },
    service: {
      name: 'in service',
      text: 'What answers calls now: a version of a flow, on a number or by a browser link.',
    },
    number: {
      name: 'number',
      text: 'A telephone number on which a flow can answer: a new one, one that you have with a provider, or your own that forwards its calls.',
    },
    forwarding: {
      name: 'forwarding',
      text: 'You keep your number with your operator, and it hands calls on to the number of your assistant: always, or only when you do not answer.',
    },
    browserLink: {
      name: 'browser link',
      text: 'The address of a page on which anybody can talk to your assistant, without a telephone. Off until you switch it on.',
    },
    transfer: {
      name: 'Pass to a person',
      text: 'The call is handed on to somebody’s telephone. From then on the assistant is no longer there.',
    },
    hours: {
      name: 'opening hours',
      text: 'When you are open, with public holidays and special days. Rules and appointments go by them.',
    },
    calendar: {
      name: 'calendar',
      text: 'Where the assistant notes appointments, and sees what is still free. A workspace can have several.',
    },
    recording: {
      name: 'recording',
      text: 'The sound of a call, kept to be listened to. Off at first; switched on, callers are asked before, and may say no.',
    },
    secrecy: {
      name: 'professional secrecy',
      text: 'A switch for doctors, lawyers and others: nothing that callers say is kept, here or at Vapi.',
    },
    workspace: {
      name: 'workspace',
      text: 'What belongs to your business: flows, numbers, calls, settings, and the people who may see them.',
    },
    role: {
      name: 'owner',
      text: 'Owners decide who belongs to the workspace and what is kept. Whoever “can change” draws and publishes; whoever “can look” changes nothing.',
    },
    secret: {
      name: 'secret',
      text: 'A password or key for another system. It goes in and is never shown again.',
    },
    vapi: {
      name: 'Vapi',
      text: 'The company whose computers run the calls: they hear, think and speak as your flow says.',
    },
    sandbox: {
      name: 'sandbox',
      text: 'A stand-in for the telephone network on this machine: everything can be tried, no real line rings and nothing is charged.',
    },
  },
};
