/** What answers a number whose flow was taken out of service: a few words, and the end of the call. Never silence. Pure. */
import type { FlowDocument } from '../../flow/document.ts';
import { spokenDisclosure } from '../../kinds/answer/disclosure.ts';
import { drawing } from '../template.ts';
import { speech } from './speech.ts';

/** In the voice of the flow that it stands for; nothing is recorded. `words` are said as they are. */
export function outOfService(flow: FlowDocument, words: string): FlowDocument {
  const own = speech[flow.language];
  const disclosure = spokenDisclosure(flow.language);
  const document = drawing(flow.name, flow.language)
    .answer({ answerTitle: own.answerTitle, greeting: () => words, disclosure }, flow.name)
    .step('end', 'hang-up', own.endTitle, { closing: own.closing, outcome: '' })
    .link('answer', 'next', 'end')
    .build();
  const { voice, timeZone } = flow.settings;
  return { ...document, settings: { ...document.settings, voice, timeZone } };
}
