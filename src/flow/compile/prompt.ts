/** The system prompt of a member, in the order that works best (vapi-facts §11.3): who, how, rules, context, steps. Pure. */
import { printScript } from '../../vapi/script/print.ts';
import type { Begin, BeginByRule, WheneverLine } from '../../vapi/script/script.ts';
import type { FlowDocument, InformationId } from '../document.ts';
import { plainText } from '../text.ts';
import type { LinkedMember } from './link.ts';
import { SPEECH } from './speech.ts';

export interface PromptInput {
  readonly document: FlowDocument;
  readonly member: LinkedMember;
  readonly persona: string;
  readonly begin: Begin | BeginByRule;
  readonly anytime: readonly WheneverLine[];
  /** Information that earlier members may have gathered. */
  readonly known: readonly InformationId[];
  readonly takesOver: boolean;
  readonly progressTool?: string;
}

const HEADINGS = {
  en: { identity: '# Identity', style: '# Style', rules: '# Rules', context: '# Context' },
  fr: { identity: '# Identité', style: '# Style', rules: '# Règles absolues', context: '# Contexte' },
} as const;

export function writePrompt(input: PromptInput): string {
  const { document, member } = input;
  const language = document.language;
  const speech = SPEECH[language];
  const headings = HEADINGS[language];
  const known = input.known.map(
    (id) =>
      `- ${plainText(document.information[id]?.name ?? id)} : {{ ${id} | default: "${speech.unknown}" }}`,
  );
  const context = [
    speech.context(document.settings.timeZone),
    ...(input.takesOver ? [speech.takeOver] : []),
    ...(known.length > 0 ? [speech.known, ...known] : []),
  ];
  const script = printScript({
    language,
    begin: input.begin,
    anytime: input.anytime,
    steps: member.steps,
    ...(input.progressTool ? { progressTool: input.progressTool } : {}),
  });
  const head = [
    `${headings.identity}\n${speech.identity(plainText(document.name), input.persona)}`,
    `${headings.style}\n${speech.style}`,
    `${headings.rules}\n${speech.rules}`,
    `${headings.context}\n${context.join('\n')}`,
  ].join('\n\n');
  // The script may be long: it is put behind, not copied.
  return `${head}\n\n${script}`;
}
