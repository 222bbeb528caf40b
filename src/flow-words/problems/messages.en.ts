/** Problems of the whole drawing, in English: what is wrong, and under `do` why it matters and what to do. */
const RULES: Readonly<Record<string, string>> = {
  'wants-human': 'The rule “The caller wants a person”',
  emergency: 'The rule “Emergency”',
  robot: 'The rule “Are you a robot?”',
  silence: 'The rule “The caller is silent”',
  unclear: 'The rule “The caller is not understood”',
  language: 'The rule “Another language”',
  angry: 'The rule “The caller is angry”',
};
const ruleName = (rule: string) => RULES[rule] ?? 'A rule valid at any time';

export const en = {
  'no-answer': 'Nobody answers the call',
  'no-answer.do': 'A flow begins with “Answer the call”. Add that step and link it to the first one.',
  'several-answers': 'The call is answered twice',
  'several-answers.do': 'A call begins in one place. Delete one of these steps.',
  'unknown-kind': 'This step is not known here',
  'unknown-kind.do': 'It was made by a newer version of AlloKoli. Update, or replace it by another step.',
  'unreachable-step': 'No way leads to this step',
  'unreachable-step.do': 'Callers will never hear it. Link a way out of another step to it, or delete it.',
  'unwired-exit': (params: { label?: string }) =>
    params.label ? `“${params.label}” leads nowhere` : 'A way out leads nowhere',
  'unwired-exit.do': 'The call would stop there. Drag from its dot to the step that comes next.',
  'dangling-link': 'A link leads to a step that is gone',
  'dangling-link.do': 'It does nothing any more and can be removed.',
  'circle-without-listening': 'Steps lead round in a circle without listening',
  'circle-without-listening.do': 'The assistant would talk for ever. Let one of these steps ask something.',
  'unknown-information': 'A sentence speaks of an information that is gone',
  'unknown-information.do': 'Remove the red chip, or choose another information.',
  'information-not-collected': (params: { information: string }) =>
    `“${params.information}” may not be known yet`,
  'information-not-collected.do':
    'Some ways lead here without asking for it. “Not given” is then said in its place.',
  'no-end': 'Callers go round in a circle without an end',
  'no-end.do':
    'From here no way leads to a goodbye or to a person. Let one of these steps lead to “Hang up”.',
  'repeats-for-ever': 'A caller who cannot answer is asked for ever',
  'repeats-for-ever.do': 'This way out leads back to the same step. Let it lead to a message or to a person.',
  'choice-without-effect': 'Whatever comes out here, the same follows',
  'choice-without-effect.do':
    'All ways out lead to the same step. Link them to different ones, or delete this step.',
  'choice-like-otherwise': (params: { label: string }) =>
    params.label === ''
      ? 'A choice leads where everything else leads too'
      : `“${params.label}” leads where everything else leads too`,
  'choice-like-otherwise.do':
    'It need not be told apart then. Link it to a step of its own, or remove the choice.',
  'no-person': 'Nobody can be reached',
  'no-person.do':
    'Some callers need a human being. Add “Pass to a person”, at least for the hours when somebody is there.',
  'no-emergency-rule': 'Nothing is said about emergencies',
  'no-emergency-rule.do':
    'This looks like a medical place. Callers in danger must hear at once which number to call: switch the rule “Emergency” on.',
  'anytime-target-gone': (params: { rule: string }) =>
    `${ruleName(params.rule)} leads to a step that is gone`,
  'anytime-target-gone.do': 'The call then returns to where it was. Choose another step, or leave it so.',
  'anytime-unreachable': (params: { rule: string }) =>
    `${ruleName(params.rule)} cannot lead to its step from everywhere`,
  'anytime-unreachable.do':
    'Where it cannot, only its sentence is said. Choose a step that leads soon to a person or to a goodbye.',
  'information-unused': (params: { information: string }) => `“${params.information}” is never asked or said`,
  'information-unused.do': 'It would stay empty on every call. Ask for it in a step, or remove it.',
  'same-information-name': (params: { information: string }) => `“${params.information}” exists twice`,
  'same-information-name.do': 'Nobody could tell the two apart. Give one another name, or use only one.',
  'choices-missing': (params: { information: string }) => `“${params.information}” offers no choice`,
  'choices-missing.do':
    'Callers can only choose between at least two answers. List them, or take free words.',
  'secret-in-text': 'A password or key seems to stand in a sentence',
  'secret-in-text.do':
    'It would be read aloud to every caller and kept with the call. Take it out, and change it where it is used.',
  'template-marks': 'A sentence holds template marks',
  'template-marks.do':
    'Braces and percent signs compute nothing here and would be read aloud. Insert an information instead.',
  'sentence-too-long': (params: { count: number }) =>
    `A sentence is long to listen to (${params.count} characters)`,
  'sentence-too-long.do':
    'Nobody remembers so much by ear. Say the most important part, in two short sentences.',
  'other-language': 'A sentence is in another language than the call',
  'other-language.do':
    'It would be read with the wrong pronunciation. Translate it, or change the language of the call.',
  'call-too-long': (params: { minutes: number; most: number }) =>
    `The longest way takes about ${params.minutes} minutes, but calls end after ${params.most}`,
  'call-too-long.do':
    'Some callers would be cut off. Shorten the way, or allow longer calls in the settings.',
  'unknown-time-zone': (params: { zone: string }) => `The time zone “${params.zone}” does not exist`,
  'unknown-time-zone.do':
    'No clock can be set by it: the place would always count as closed. Choose one from the list.',
  'hours-never-open': (params: { name: string }) => `“${params.name}” is never open`,
  'hours-never-open.do': 'Every call would be treated as outside hours. Enter when somebody is there.',
  'hours-overlap': (params: { name: string }) => `Times of “${params.name}” overlap`,
  'hours-overlap.do':
    'Two times of one day cover each other, or one ends before it begins. Correct them, or let them be joined.',
  'same-title': (params: { title: string }) => `Another step is called “${params.title}” too`,
  'same-title.do': 'They are hard to tell apart, for you and in the history of calls. Give one another name.',
  'too-many-steps': (params: { count: number }) => `${params.count} steps stand in one part`,
  'too-many-steps.do':
    'An assistant with so much to remember makes mistakes. Group what belongs together in sections.',
  'too-much-text': 'All sentences together are very long',
  'too-much-text.do':
    'The assistant answers later and calls cost more. Shorten what is said, or make two flows of it.',
  'recording-without-consent': 'Calls are to be recorded, and no question decides about it',
  'recording-without-consent.do':
    'Nothing is recorded until callers have agreed. Put the block “Consent to recording” behind the answering step, choose the yes-or-no question that decides, or switch recording off.',
  'consent-never-asked': (params: { information: string }) =>
    `“${params.information}” decides about recording, and no step asks for it`,
  'consent-never-asked.do':
    'Nobody can agree, so nothing is recorded. Put the block “Consent to recording” behind the answering step, or switch recording off.',
  'consent-not-always-asked': 'Some calls end without having been asked about recording',
  'consent-not-always-asked.do':
    'Calls on the way to this end are never recorded. If that is meant, leave it so; otherwise ask before the ways part.',
  'consent-not-named': 'The question that decides about recording does not speak of it',
  'consent-not-named.do':
    'Callers must know what they agree to. Ask in so many words whether the call may be recorded.',
  'unnamed-flow': 'The flow has no name',
  'unnamed-flow.do': 'The assistant uses it to say for whom it answers. Write the name of the place.',
  'not-a-flow': 'This is not a flow',
  'not-a-flow.do': 'What was stored here cannot be read. Restore an earlier version, or start anew.',
  'newer-format': 'This flow was made by a newer version of AlloKoli',
  'newer-format.do': 'Reload the page. Until then it can be looked at, not changed.',
  'unreadable-step': 'This step cannot be read',
  'unreadable-step.do':
    'It was saved by another version. Make it again, or restore an earlier version of the flow.',
  'unreadable-part': 'A part of the flow cannot be read',
  'unreadable-part.do': 'It was saved by another version. Restore an earlier version of the flow.',
  'not-word-for-word': (params: { count: number }) =>
    `Too many sentences are to be said word for word: ${params.count === 1 ? 'one' : params.count} may be worded a little differently`,
  'not-word-for-word.do': 'Divide the flow into sections, or let some sentences be said freely.',
  'payload-refused': 'The telephone service would not accept this flow',
  'payload-refused.do': 'This should not happen: please tell support. Undoing the last change may help.',
  unknown: 'Something is wrong here',
};
