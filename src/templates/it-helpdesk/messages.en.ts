/** English words of the template: the gallery card, and what is spoken on an English call. */
export const en = {
  gallery: {
    title: 'IT helpdesk',
    goal: 'Helps with the usual troubles and opens a ticket for the rest. Security goes to a technician; no password is ever asked for.',
    collects: ['Company', 'Name', 'Telephone', 'The trouble, and since when'],
    bestFor: 'IT service providers, internal helpdesks',
    place: 'Martin IT',
  },
  spoken: {
    company: 'Company',
    person: 'Name',
    phone: 'Telephone number',
    trouble: 'Description of the trouble',
    since: 'Start of the trouble',
    blocking: 'Work is impossible',
    ticket: 'Ticket number',
    message: 'Message',
    hours: 'Helpdesk hours',

    answerTitle: 'Answer',
    greeting: (name: string) => `${name}, hello.`,
    disclosure: 'I am the automated assistant.',
    whoTitle: 'Who is calling?',
    whoQuestion: 'Please never tell me a password. What is your name?',
    topicTitle: 'What is it about?',
    topicQuestion:
      'Thank you. Is it about a password, the internet, a printer, some software, or something suspicious?',
    password: 'a password',
    passwordExamples: ['I cannot log in', 'my account is locked', 'I forgot my code'],
    network: 'the internet',
    networkExamples: ['the connection is down', 'the Wi-Fi does not work', 'the network is slow'],
    printer: 'a printer',
    printerExamples: ['nothing prints', 'a paper jam', 'scanning'],
    software: 'some software',
    softwareExamples: ['a program crashes', 'Excel does not open', 'install an update'],
    security: 'something suspicious',
    securityExamples: ['a virus', 'I clicked on a strange link', 'we have been hacked', 'a ransom demand'],

    help: {
      password: {
        title: 'Help with passwords',
        invitation: 'Do not tell me the password itself. What happens when you log in?',
        facts: [
          {
            id: 'forgotten',
            question: 'I forgot my password, how do I get a new one?',
            answer: 'On the sign-in page choose “Forgotten”. You get a link by e-mail, valid for one hour.',
          },
          {
            id: 'locked',
            question: 'Is my account locked after several attempts?',
            answer: 'After five attempts it is locked for fifteen minutes, then it opens by itself.',
          },
        ],
      },
      network: {
        title: 'Help with the internet',
        invitation: 'What happens with the connection?',
        facts: [
          {
            id: 'none',
            question: 'There is no internet connection any more.',
            answer: 'Unplug the box for thirty seconds, plug it in again and wait for three minutes.',
          },
          {
            id: 'wifi',
            question: 'The Wi-Fi is not found, or very slow.',
            answer: 'Switch Wi-Fi off and on again on your computer, and move closer to the box.',
          },
        ],
      },
      printer: {
        title: 'Help with printers',
        invitation: 'What does the printer do?',
        facts: [
          {
            id: 'silent',
            question: 'Nothing prints, the printer does not react.',
            answer:
              'Switch the printer off, wait for ten seconds, and switch it on again. Then print a page.',
          },
          {
            id: 'jam',
            question: 'There is a paper jam.',
            answer: 'Open the back cover, pull the sheet out slowly with both hands, and close the cover.',
          },
        ],
      },
      software: {
        title: 'Help with software',
        invitation: 'What does the program do?',
        facts: [
          {
            id: 'frozen',
            question: 'A program is frozen or crashes.',
            answer: 'Close it, restart the computer, and open it again. Your last save is kept.',
          },
          {
            id: 'install',
            question: 'How do I install an update?',
            answer: 'Updates install themselves at night. Leave the computer switched on this evening.',
          },
        ],
      },
    },
    solvedTitle: 'Solved',
    solvedClosing: 'I am glad that it works. Goodbye.',
    solvedOutcome: 'Solved by telephone',

    detailsTitle: 'The ticket',
    detailsQuestion: 'I will open a ticket. Please describe the trouble in one sentence.',
    createTitle: 'Open the ticket',
    createLabel: 'Open a ticket',
    creating: 'One moment, I am opening your ticket.',
    tellTitle: 'Say the ticket number',
    tellText: 'Your ticket number is {{ticket}}.',
    confirmTitle: 'Confirm by text message',
    confirmText: (name: string) => `${name}: your ticket {{ticket}} is open. Never share a password.`,
    openedTitle: 'Ticket opened',
    openedClosing: 'A technician will contact you. Goodbye.',
    openedOutcome: 'Ticket opened',
    byMailTitle: 'Tell the team by e-mail',
    byMailSubject: 'Ticket to be opened',
    byMailText:
      '{{person}} ({{company}}), {{phone}}: {{trouble}}. Since when: {{since}}. Work impossible: {{blocking}}.',
    notedTitle: 'Noted',
    notedClosing: 'It is all noted. A technician will call you back. Goodbye.',
    notedOutcome: 'To be called back',

    unplugTitle: 'First thing to do',
    unplugText:
      'Unplug the network cable or switch Wi-Fi off. Leave the computer on, and touch nothing else.',
    onCallTitle: 'Pass to security',
    onCallMessage: 'I am putting you through to a technician straight away.',
    onCall: 'Security technician',
    onCallNumber: '+33 1 99 00 45 67',
    openTitle: 'Helpdesk open?',
    technicianTitle: 'Pass to a technician',
    technicianMessage: 'One moment, I am putting you through to a technician.',
    technician: 'Technician',
    technicianNumber: '+33 1 99 00 45 68',
    noteTitle: 'Take a message',
    noteQuestion: 'I will take a message for the technicians. What is it about?',
  },
};
