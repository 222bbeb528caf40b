/** Words of the command line, in English. */
export const en = {
  usage: (templates: string) => `usage: flow <command> FILE… [options]

  check      problems of the drawing
  compile    the Vapi assistant or squad, and the manifest
  paths      every way a call can take: what is said, how long, at what price
  rehearse   plays the compiled flow with what a caller says
  import     turns a Vapi workflow, assistant or squad, or a Typebot, into a flow
  diff       what changed from the first file to the second
  document   the flow as a text to read, in Markdown

FILE is a flow as JSON, or template:<id> (${templates}).

  --lang en|fr        language of sentences, and of templates
  --preview           compile: as for a rehearsal
  --script FILE       rehearse: what the caller says, a JSON list or one line each
  --say TEXT          rehearse: the same, line by line; may be repeated
  --now ISO           rehearse, paths: when the call takes place
  --nobody-answers    rehearse: calls that are passed on are not answered
  --price DOLLARS     paths: price of a minute`,
  unknownCommand: (name: string) => `There is no command “${name}”.`,
  badOption: (text: string) => `This option cannot be used: ${text}`,
  badLanguage: (text: string) => `--lang takes en or fr, not “${text}”.`,
  badInstant: (text: string) => `--now takes an instant such as 2026-11-24T12:15:00+01:00, not “${text}”.`,
  badPrice: (text: string) => `--price takes a number of dollars, not “${text}”.`,
  needsFile: 'Give at least one file.',
  needsTwoFiles: 'diff takes two files: before and after.',
  unreadableFile: (reason: string) => `The file cannot be read: ${reason}`,
  unknownTemplate: (ids: string) => `There is no such template. These exist: ${ids}.`,
  notJson: (reason: string) => `This is not JSON: ${reason}`,
  badScript: 'The script must be a JSON list of texts, or one line a turn.',
  refused: (reason: string) => `The sandbox refused the flow: ${reason}`,
  problem: (severity: string, step: string, sentence: string) =>
    `${step === '' ? severity : `${severity} (${step})`}: ${sentence}`,
  severity: { error: 'error', warning: 'warning', hint: 'advice' },
};
