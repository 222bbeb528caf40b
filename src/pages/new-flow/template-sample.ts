/** The conversation that a template shows before it is chosen: its own easy caller, played by the simulator. Pure. */
import type { Conversation } from '../../callers/conversation.ts';
import { sampleConversation } from '../../callers/sample.ts';
import { spokenSeconds, type TalkTime, talkTime } from '../../callers/talk-time.ts';
import type { CallLanguage, FlowDocument } from '../../flow/document.ts';
import type { HearableLine } from '../../read-aloud/conversation-to-hear.tsx';
import type { Template } from '../../templates/template.ts';

export interface Sample {
  readonly lines: readonly HearableLine[];
  readonly end: Conversation['end'];
  readonly time: TalkTime;
}

/** Null where none of the callers comes through. */
export function sampleOf(
  { callers }: Template,
  document: FlowDocument,
  language: CallLanguage,
): Sample | null {
  for (const { at, lines, nobodyAnswers, reaches } of callers) {
    const talk = sampleConversation(document, {
      now: Date.parse(at),
      lines: lines[language],
      nobodyAnswers: nobodyAnswers === true,
      reaches,
    });
    if (!talk) continue;
    return {
      lines: talk.lines.map(({ by, text, isFree = false }) => ({
        by,
        text,
        isFree,
        seconds: spokenSeconds(text, language),
      })),
      end: talk.end,
      time: talkTime(document, talk),
    };
  }
  return null;
}
