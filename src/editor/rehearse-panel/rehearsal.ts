/**
 * One rehearsal as a store: turns, where it is and why, what was collected. Saves first, so that what is drawn is what is
 * played. Every answer is a point to go back to. Knows no component; the conversation comes through a port.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../lib/result.ts';
import type {
  RehearsalAnswer,
  RehearsalPretence,
  RehearsalRequest,
  RehearsalStep,
} from '../../publish/wire.ts';
import {
  type Break,
  FRESH,
  type Point,
  pretenceWith,
  type RehearsalState,
  type Turn,
} from './rehearsal-state.ts';

export type { RehearsalState, Turn } from './rehearsal-state.ts';

export interface RehearsalPorts {
  /** True when everything drawn is saved. */
  save(): Promise<boolean>;
  /** What the flow says of itself now: where calls begin, and what gets an answer where nothing was asked. */
  drawing(): { readonly entry: string | null; readonly hello: string };
  converse(
    request: RehearsalRequest,
    signal: AbortSignal,
  ): Promise<Result<RehearsalAnswer, { readonly code: string }>>;
}

export interface Rehearsal {
  readonly state: StoreApi<RehearsalState>;
  /** From the beginning, or from the step that was chosen last; what is pretended stays. */
  start(): Promise<void>;
  /** From a step, with what is known by then; null: from the beginning. */
  startAt(node: string | null, known?: Readonly<Record<string, string>>): Promise<void>;
  say(text: string): Promise<void>;
  /** Back to a turn, as if what came after had not been said. With a text the caller says that now. */
  rewind(turn: number, text?: string): Promise<void>;
  /** When and who: another call, which begins anew. How steps end: holds from the next turn on. */
  pretend(change: Pick<RehearsalPretence, 'now' | 'caller' | 'outcomes'>): Promise<void>;
  /** The current step once more, at another moment. */
  moveTo(now: number): Promise<void>;
  /** The current step once more, with another value; an empty one is not known. */
  correct(information: string, value: string): Promise<void>;
  /** The last thing that failed, once more. */
  retry(): Promise<void>;
  stop(): void;
}

/** Said in the caller's name on the way to a step; who is elsewhere then stays there, and each turn may cost. */
const MOST_GREETINGS = 2;

export function createRehearsal(flowId: string, ports: RehearsalPorts): Rehearsal {
  const state = createStore<RehearsalState>(() => FRESH);
  const now = state.getState;
  let conversation: string | null = null;
  let unanswered: string | undefined;
  let running = new AbortController();
  let turns = 0;
  let points: Point[] = [];
  let before: readonly RehearsalStep[] = [];
  let pending: Break | undefined;
  let again: () => Promise<void> = start;

  function turn(who: Turn['who'], text: string, node: string | null): Turn {
    turns += 1;
    return { id: turns, who, text, node, point: points.length - (who === 'caller' ? 1 : 0) };
  }

  async function ask(greetings = 0): Promise<void> {
    again = () => ask(greetings);
    const { signal } = running;
    const { pretence } = now();
    const answer = await ports.converse(
      {
        flowId,
        ...(conversation === null ? {} : { previous: conversation }),
        ...(unanswered === undefined ? {} : { input: unanswered }),
        ...(Object.keys(pretence).length === 0 ? {} : { pretence }),
      },
      signal,
    );
    // Restarted or closed meanwhile: this answer belongs to a conversation that is over.
    if (signal.aborted) return;
    if (!answer.ok) return state.setState({ status: 'failed', failure: answer.failure.code });
    conversation = answer.value.conversation;
    unanswered = undefined;
    const { from } = pretence;
    const isUnderWay = from === undefined || answer.value.path.some(({ node }) => node === from);
    take(answer.value);
    const isOver = answer.value.end !== null || greetings === MOST_GREETINGS;
    if (isUnderWay || isOver) return settle(answer.value.end);
    // A step that asks nothing begins when the caller has said something.
    unanswered = ports.drawing().hello;
    await ask(greetings + 1);
  }

  /** The greeting leads to a chosen step, and is no part of what is tried. */
  function take({ said, visited, path, information, sandbox }: RehearsalAnswer): void {
    const isInTheMiddle = now().pretence.from !== undefined;
    const entry = isInTheMiddle ? ports.drawing().entry : null;
    const heard = said
      .filter(({ node }) => entry === null || node !== entry)
      .map(({ text, node }) => turn('assistant', text, node));
    const [first, ...others] = heard;
    const spoken = first && pending ? [{ ...first, break: pending }, ...others] : heard;
    if (first) pending = undefined;
    state.setState((last) => {
      const whole = [...before, ...(isInTheMiddle ? path.slice(1) : path)];
      const left = whole.slice(Math.max(0, last.path.length - 1)).filter((step) => step.left !== null);
      const reached = visited.filter((node) => node !== entry);
      return {
        turns: explained(last.turns, spoken, left),
        path: whole,
        current: reached.at(-1) ?? last.current,
        saidHere: reached.length > 0 ? [] : last.saidHere,
        information: { ...last.information, ...information },
        sandbox,
      };
    });
  }

  function settle(end: RehearsalState['end']): void {
    state.setState({ status: end === null ? 'listening' : 'ended', end, failure: null });
    const { turns: seen, current, saidHere, lines, path, information, pretence } = now();
    if (conversation !== null)
      points.push({
        seen: { turns: seen, current, saidHere, lines, path, information, pretence },
        conversation,
        before,
      });
  }

  /** A new call; `kept` stays on screen, and its last step is taken up again. */
  async function begin(kept: Partial<RehearsalState>): Promise<void> {
    again = () => begin(kept);
    running.abort();
    running = new AbortController();
    const { signal } = running;
    conversation = null;
    unanswered = undefined;
    const { sandbox, pretence } = now();
    state.setState({ ...FRESH, sandbox, pretence, ...kept }, true);
    before = (kept.path ?? []).slice(0, -1);
    const isSaved = await ports.save();
    if (signal.aborted) return;
    if (!isSaved) return state.setState({ status: 'failed', failure: 'not-saved' });
    await ask();
  }

  function start(): Promise<void> {
    points = [];
    const { from, known } = now().pretence;
    pending = from === undefined ? undefined : { type: 'from', node: from };
    return begin({ information: known ?? {} });
  }

  /** What was said stays; the call goes on from its current step. */
  function goOn(change: RehearsalPretence, broken: (node: string) => Break): Promise<void> {
    const { current, turns: seen, lines, path, information, pretence } = now();
    if (current === null || current === ports.drawing().entry) {
      state.setState({ pretence: pretenceWith(pretence, change) });
      return start();
    }
    const known = change.known ?? information;
    pending = broken(current);
    const wanted = pretenceWith(pretence, { ...change, from: current, known: withoutEmpty(known) });
    return begin({ turns: seen, lines, path, current, information: known, pretence: wanted });
  }

  async function say(text: string): Promise<void> {
    const input = text.trim();
    if (input === '' || now().status !== 'listening') return;
    unanswered = input;
    state.setState((last) => ({
      status: 'thinking',
      turns: [...last.turns, turn('caller', input, null)],
      saidHere: [...last.saidHere, input],
      lines: [...last.lines, input],
    }));
    await ask();
  }

  return {
    state,
    start,
    startAt(node, known = {}) {
      const from = node === ports.drawing().entry ? undefined : (node ?? undefined);
      state.setState(({ pretence }) => ({
        pretence: pretenceWith(pretence, { from, known: from === undefined ? undefined : known }),
      }));
      return start();
    },
    say,
    async rewind(id, text) {
      const at = now().turns.find((one) => one.id === id)?.point;
      const point = at === undefined ? undefined : points[at];
      if (at === undefined || !point) return;
      running.abort();
      running = new AbortController();
      points = points.slice(0, at + 1);
      ({ conversation, before } = point);
      unanswered = undefined;
      pending = undefined;
      // What is pretended now goes on being pretended; where the call began is the point's.
      const { outcomes } = now().pretence;
      const pretence = pretenceWith(point.seen.pretence, { outcomes });
      state.setState({ ...point.seen, pretence, status: 'listening', end: null, failure: null });
      if (text !== undefined) await say(text);
    },
    async pretend(change) {
      state.setState(({ pretence }) => ({ pretence: pretenceWith(pretence, change) }));
      if ('now' in change || 'caller' in change) await start();
    },
    moveTo: (moment) => goOn({ now: moment }, (node) => ({ type: 'moved', node, now: moment })),
    correct: (information, value) =>
      goOn({ known: { ...now().information, [information]: value } }, (node) => ({
        type: 'told',
        node,
        information,
        value,
      })),
    async retry() {
      state.setState({
        status: now().turns.length === 0 ? 'starting' : 'thinking',
        failure: null,
      });
      await again();
    },
    stop: () => running.abort(),
  };
}

/** What was left is told under what made it so: the caller's words, or the first answer where nobody had spoken. */
function explained(
  turns: readonly Turn[],
  spoken: readonly Turn[],
  left: readonly RehearsalStep[],
): readonly Turn[] {
  if (left.length === 0) return [...turns, ...spoken];
  const last = turns.at(-1);
  if (last?.who === 'caller') return [...turns.slice(0, -1), { ...last, left }, ...spoken];
  return [...turns, ...spoken.map((one, index) => (index === spoken.length - 1 ? { ...one, left } : one))];
}

function withoutEmpty(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
