/** The outline of a flow as Markdown to read or print. Knows no kind; pure and total. */
import type { FlowDocument, InformationId, OpeningHours } from '../flow/document.ts';
import type {
  AnytimeBlock,
  HoursBlock,
  InformationBlock,
  OutlineBlock,
  OutlineDetail,
  OutlineExit,
  StepBlock,
} from '../flow/outline/outline.ts';
import type { ScreenLanguage } from '../i18n/messages.ts';
import { type FlowMessages, flowMessages } from './messages.ts';
import { dateOf, listOf, spansOf, withNames } from './print.ts';
import { ruleNames } from './rules/messages.ts';
import { createStepWords, type StepWords, type WordsOfKind } from './step-words.ts';

export interface PageContext {
  readonly document: FlowDocument;
  readonly language: ScreenLanguage;
  readonly wordsOf: WordsOfKind;
}

/** Ends with a line break. Sentences of the person are escaped, so that they stay as they were written. */
export function writeMarkdown(blocks: readonly OutlineBlock[], context: PageContext): string {
  const page = new Page(context);
  const steps = blocks.filter((block) => block.type === 'step');
  const at = (place: StepBlock['place']) => steps.filter((step) => step.place === place);
  const { outline } = flowMessages[context.language];
  const section = (title: string, parts: readonly string[]) =>
    parts.length === 0 ? [] : [`## ${title}`, ...parts];
  const parts = [
    page.head(),
    ...at('reached').map((step) => page.step(step, 2)),
    ...section(
      outline.unreached,
      at('unreached').map((step) => page.step(step, 3)),
    ),
    ...section(
      outline.notes,
      at('aid').map((step) => page.aid(step)),
    ),
    ...blocks.flatMap((block) => {
      if (block.type === 'anytime') return section(outline.anytime, [page.anytime(block)]);
      if (block.type === 'information') return section(outline.information, [page.information(block)]);
      return block.type === 'hours' ? section(outline.hours, page.hours(block)) : [];
    }),
  ];
  return `${parts.join('\n\n')}\n`;
}

class Page {
  private readonly words: FlowMessages;
  private readonly steps: StepWords;
  private readonly document: FlowDocument;
  private readonly language: ScreenLanguage;

  constructor({ document, language, wordsOf }: PageContext) {
    this.document = document;
    this.language = language;
    this.words = flowMessages[language];
    this.steps = createStepWords(wordsOf);
  }

  head(): string {
    const { name, language, settings } = this.document;
    const { outline, languages, voices } = this.words;
    const about = outline.about(
      languages[language],
      voices[settings.voice],
      settings.recording ? outline.on : outline.off,
    );
    return `# ${plain(name) || outline.unnamed}\n\n${about}`;
  }

  step(step: StepBlock, level: number): string {
    const { outline } = this.words;
    const [only] = step.exits;
    const goesOn = only && step.exits.length === 1 && only.role === 'next' && !only.condition;
    const paragraphs = [
      `${'#'.repeat(level)} ${step.number}. ${this.title(step)}`,
      step.said.map(({ text }) => `> ${this.said(text)}`).join('\n>\n'),
      this.facts(step),
      step.exits.length === 0
        ? outline.ends
        : goesOn
          ? this.goal(only.to)
          : step.exits.map((exit) => this.exit(step.kind, exit)).join('\n'),
    ];
    return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
  }

  aid(step: StepBlock): string {
    const texts = [
      ...step.said.map(({ text }) => text),
      ...step.details.flatMap(({ values }) => values.filter((value) => typeof value === 'string')),
    ];
    return `- **${this.title(step)}**${texts.length === 0 ? '' : `: ${texts.map(plain).join(' · ')}`}`;
  }

  anytime({ rows }: AnytimeBlock): string {
    const { outline, quote } = this.words;
    const names = ruleNames[this.language];
    return rows
      .map(({ rule, sentence, to, phrases }) => {
        const said = sentence === '' ? '' : `${quote(this.said(sentence))} `;
        const goal = to ? this.goal(to) : outline.goesOn;
        const line = `- ${this.labelled(`**${names[rule]}**`, `${said}${goal}`)}`;
        return [line, ...phrases.map((phrase) => `  - ${quote(plain(phrase))}`)].join('\n');
      })
      .join('\n');
  }

  information({ rows }: InformationBlock): string {
    const { outline, types } = this.words;
    return table(
      [outline.name, outline.type, outline.choices, outline.askedIn, outline.usedIn],
      rows.map(({ information, askedIn, usedIn }) => [
        plain(information.name),
        types[information.type],
        (information.choices ?? []).map(plain).join(', '),
        askedIn.join(', '),
        usedIn.join(', '),
      ]),
    );
  }

  hours({ rows }: HoursBlock): string[] {
    const { outline, days, holidays } = this.words;
    return rows.flatMap((one: OpeningHours) => [
      `### ${plain(one.name)}`,
      table(
        [outline.day, outline.open],
        Object.values(days).map((day, index) => [day, spansOf(one.week[index] ?? [], this.words)]),
      ),
      ...(one.holidays === 'none' ? [] : [outline.holidays(holidays[one.holidays])]),
      ...(one.exceptions.length === 0
        ? []
        : [
            table(
              [outline.exceptions, outline.open],
              one.exceptions.map(({ date, spans }) => [
                dateOf(date, this.language),
                spansOf(spans, this.words),
              ]),
            ),
          ]),
      outline.zone(plain(one.timeZone)),
    ]);
  }

  /** The person's title, with the name of the kind where the title does not say it. */
  private title(step: StepBlock): string {
    const kind = this.steps.kind(step.kind);
    const title = this.steps.step(step);
    return title === kind ? plain(kind) : `${plain(title)} (${plain(kind)})`;
  }

  private facts(step: StepBlock): string {
    const { outline } = this.words;
    const name = (id: InformationId) => plain(this.document.information[id]?.name ?? id);
    const asks = step.asks.map(({ information, isRequired }) =>
      isRequired ? name(information) : outline.optional(name(information)),
    );
    return [
      ...(asks.length === 0 ? [] : [`- ${this.labelled(outline.asks, listOf(asks, this.language))}`]),
      ...(step.uses.length === 0
        ? []
        : [`- ${this.labelled(outline.uses, listOf(step.uses.map(name), this.language))}`]),
      ...this.details(step.kind, step.details).map((line) => `- ${line}`),
    ].join('\n');
  }

  private exit(kind: string, exit: OutlineExit): string {
    const { outline } = this.words;
    const condition = exit.condition;
    const tests = condition?.tests.map((test) => plain(this.steps.test(kind, test))) ?? [];
    const when = tests.join(condition?.match === 'any' ? outline.or : outline.and);
    const label = exit.label === undefined ? {} : { label: exit.label };
    const name = `**${plain(this.steps.exit(kind, { id: exit.exit, ...label }))}**`;
    const line = `- ${when === '' ? name : this.labelled(name, when)} ${this.goal(exit.to)}`;
    return [line, ...this.details(kind, exit.details).map((detail) => `  - ${detail}`)].join('\n');
  }

  private goal(to: OutlineExit['to']): string {
    const { outline } = this.words;
    if (!to) return outline.toNowhere;
    const node = this.document.nodes[to.node]!;
    return outline.toStep(to.number, plain(this.steps.step(node)));
  }

  /** Only what the kind has a name for; its other values mean something to machines only. */
  private details(kind: string, details: readonly OutlineDetail[]): string[] {
    return details.flatMap(({ path, values }) => {
      const field = this.steps.field(kind, path);
      if (field === undefined) return [];
      const shown = values.map((value) =>
        typeof value === 'boolean' ? (value ? this.words.yes : this.words.no) : this.said(String(value)),
      );
      return [this.labelled(plain(field), shown.join(' · '))];
    });
  }

  private labelled(label: string, text: string): string {
    return this.language === 'fr' ? `${label}\u00a0: ${text}` : `${label}: ${text}`;
  }

  private said(text: string): string {
    return plain(withNames(text, this.document.information));
  }
}

/** One line, with the signs that Markdown reads made harmless. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/gu, (space) => (space === '\u00a0' ? space : ' '))
    .trim()
    .replaceAll(/[\\`*_[\]<>|#]/g, String.raw`\$&`)
    .replace(/^([-+]|\d+[.)])(?=\s)/, String.raw`\$1`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
