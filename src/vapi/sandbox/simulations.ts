/**
 * Simulation runs at work: brought up to the clock before they are asked about. The AI caller of the sandbox cannot think: it says,
 * in their order, the sentences that stand in its instructions on lines of their own, after a dash and between quotation marks.
 * Knows no HTTP.
 */
import { artifactOf, openAiMessage } from './artifact.ts';
import { born, type Desk, lookupOf } from './desk.ts';
import { castOf, type Target } from './runtime/cast.ts';
import { type Conversation, newConversation } from './runtime/conversation.ts';
import { begin, hear } from './runtime/converse.ts';
import { type JsonRecord, recordOf, recordsOf, textOf } from './runtime/record.ts';
import type { Resource } from './store.ts';

/** Milliseconds on the clock of the sandbox: in the queue, for what a caller says and hears, and for the evaluation. */
export const PACE = { queue: 150, turn: 80, evaluation: 150 } as const;
/** Runs that are kept; the oldest go first, with their items. */
const MOST_RUNS = 200;

type ItemStatus = 'queued' | 'running' | 'evaluating' | 'passed' | 'failed' | 'canceled';

/** One conversation; what stands in `sandbox` is nobody's business at Vapi. */
export interface RunItem extends Resource {
  readonly runId: string;
  readonly status: ItemStatus;
  readonly sandbox: {
    readonly lines: readonly string[];
    readonly said: number;
    /** When it goes on, milliseconds since the epoch. */
    readonly nextAt: number;
  };
}

/** What the caller says. */
export function sentencesIn(instructions: string): string[] {
  return instructions.split('\n').flatMap((line) => {
    const sentence = /^\s*[-–—*]\s*["“«]\s*(.+?)\s*["”»]\s*$/u.exec(line)?.[1];
    return sentence === undefined ? [] : [sentence];
  });
}

/** Queues as many conversations as were asked for. */
export function createRun(desk: Desk, body: JsonRecord): { run: Resource; items: readonly RunItem[] } {
  const queuedAt = new Date(desk.now()).toISOString();
  const run = born(desk, { iterations: 1, ...body, queuedAt });
  desk.store.put('simulation-run', run);
  const items: RunItem[] = [];
  for (const entry of recordsOf(body.simulations)) {
    const simulationId = desk.newId();
    for (let iteration = 1; iteration <= Number(run.iterations); iteration += 1) {
      const item = born(desk, {
        runId: run.id,
        simulationId,
        status: 'queued',
        queuedAt,
        iterationNumber: iteration,
        configurations: { transport: body.transport },
        metadata: { scenario: entry.scenario, personality: entry.personality },
        sandbox: {
          lines: sentencesIn(textOf(recordOf(entry.scenario).instructions)),
          said: 0,
          nextAt: desk.now() + PACE.queue,
        },
      }) as RunItem;
      desk.store.put('simulation-run-item', item);
      items.push(item);
    }
  }
  forgetOldest(desk);
  return { run, items };
}

/** In the order of their creation. */
export function itemsOf(desk: Desk, runId: string): RunItem[] {
  const items = desk.store.list('simulation-run-item') as RunItem[];
  return items.filter((item) => item.runId === runId).reverse();
}

export function isOver({ status }: RunItem): boolean {
  return status === 'passed' || status === 'failed' || status === 'canceled';
}

/** What is said, heard and judged by now. */
export async function bringUpToDate(desk: Desk): Promise<void> {
  const open = (desk.store.list('simulation-run-item') as RunItem[]).filter((item) => !isOver(item));
  for (const { id } of open.reverse())
    await desk.inTurn(`simulation ${id}`, async () => {
      for (;;) {
        const item = desk.store.get('simulation-run-item', id) as RunItem | undefined;
        if (!item || isOver(item) || item.sandbox.nextAt > desk.now()) return;
        await goOn(desk, item);
      }
    });
}

export function cancelItem(desk: Desk, item: RunItem): RunItem {
  if (isOver(item)) return item;
  forgetConversation(desk, item);
  return change(desk, item, { status: 'canceled', canceledAt: new Date(desk.now()).toISOString() });
}

async function goOn(desk: Desk, item: RunItem): Promise<void> {
  if (item.status === 'queued') return start(desk, item);
  const conversation = desk.store.conversation(item.id);
  if (!conversation) return broken(desk, item, 'The conversation was lost.');
  if (item.status === 'evaluating') return evaluate(desk, item, conversation);
  const { lines, said } = item.sandbox;
  const line = conversation.ending === null ? lines[said] : undefined;
  if (line === undefined) return hangUp(desk, item, conversation);
  await hear(conversation, line, outsideOf(desk));
  goOnLater(desk, item, conversation, PACE.turn, { said: said + 1 });
}

const outsideOf = (desk: Desk) => desk.outside(() => undefined);

async function start(desk: Desk, item: RunItem): Promise<void> {
  const { type: _, ...target } = recordOf(desk.store.get('simulation-run', item.runId)?.target);
  const { targetOverrides } = recordOf(recordOf(item.metadata).scenario);
  const cast = castOf({ ...target, squadOverrides: targetOverrides } as Target, lookupOf(desk.store));
  if (!cast.ok) return broken(desk, item, cast.failure);
  const { members, variables } = cast.value;
  const conversation = newConversation(item.id, 'chat', members, variables);
  await begin(conversation, outsideOf(desk));
  goOnLater(desk, item, conversation, PACE.turn, {}, { status: 'running', startedAt: nowText(desk) });
}

function hangUp(desk: Desk, item: RunItem, conversation: Conversation): void {
  const failure = conversation.ending?.failure;
  if (failure === undefined)
    goOnLater(desk, item, conversation, PACE.evaluation, {}, { status: 'evaluating' });
  else broken(desk, item, failure, conversation);
}

function goOnLater(
  desk: Desk,
  item: RunItem,
  conversation: Conversation,
  pause: number,
  sandbox: Partial<RunItem['sandbox']>,
  part: JsonRecord = {},
): void {
  desk.store.keepConversation(conversation);
  const nextAt = item.sandbox.nextAt + pause;
  change(desk, item, { ...part, sandbox: { ...item.sandbox, ...sandbox, nextAt } });
}

/**
 * The sandbox understands nothing of what is said. To yes or no it answers yes where the caller got to say every sentence; other
 * values it cannot find, and leaves them out of the judgement.
 */
function evaluate(desk: Desk, item: RunItem, conversation: Conversation): void {
  const { lines, said } = item.sandbox;
  const plan = recordsOf(recordOf(recordOf(item.metadata).scenario).evaluations);
  const evaluations = plan.map((one) => evaluated(desk, one, said >= lines.length));
  const passed = evaluations.every((one) => one.passed || one.isSkipped === true || !one.required);
  forgetConversation(desk, item);
  change(desk, item, {
    status: passed ? 'passed' : 'failed',
    completedAt: nowText(desk),
    metadata: withCall(item, conversation),
    results: { evaluations, passed },
  });
}

function evaluated(desk: Desk, evaluation: JsonRecord, answer: boolean) {
  const id = textOf(evaluation.structuredOutputId);
  const output = id === '' ? recordOf(evaluation.structuredOutput) : desk.store.get('structured-output', id);
  const isYesOrNo = recordOf(output?.schema).type === 'boolean' && output?.type !== 'regex';
  const isEqual = answer === evaluation.value;
  return {
    structuredOutputId: id || 'inline',
    name: textOf(output?.name),
    extractedValue: isYesOrNo ? answer : null,
    expectedValue: evaluation.value,
    comparator: evaluation.comparator,
    passed: isYesOrNo && (evaluation.comparator === '=' ? isEqual : !isEqual),
    required: evaluation.required !== false,
    ...(isYesOrNo
      ? {}
      : { isSkipped: true, skipReason: 'This sandbox answers yes or no, and nothing else.' }),
  };
}

/** It could not be played to its end. */
function broken(desk: Desk, item: RunItem, why: string, conversation?: Conversation): void {
  forgetConversation(desk, item);
  change(desk, item, {
    status: 'failed',
    failedAt: nowText(desk),
    failureReason: why.slice(0, 2000),
    ...(conversation ? { metadata: withCall(item, conversation) } : {}),
  });
}

function withCall(item: RunItem, conversation: Conversation): JsonRecord {
  const startedAt = Date.parse(textOf(item.startedAt));
  const { transcript } = artifactOf(conversation, startedAt);
  const messages = [
    { role: 'system', content: conversation.prompt },
    ...conversation.messages.map(openAiMessage),
  ];
  return { ...recordOf(item.metadata), call: { transcript, messages } };
}

function change(desk: Desk, item: RunItem, part: JsonRecord): RunItem {
  const changed = { ...item, ...part, updatedAt: nowText(desk) } as RunItem;
  desk.store.put('simulation-run-item', changed);
  return changed;
}

function forgetConversation(desk: Desk, { id }: RunItem): void {
  const conversation = desk.store.conversation(id);
  if (conversation) desk.store.endConversation(conversation);
}

function forgetOldest(desk: Desk): void {
  for (const run of desk.store.list('simulation-run').slice(MOST_RUNS)) {
    for (const item of itemsOf(desk, run.id)) desk.store.remove('simulation-run-item', item.id);
    desk.store.remove('simulation-run', run.id);
  }
}

function nowText(desk: Desk): string {
  return new Date(desk.now()).toISOString();
}
