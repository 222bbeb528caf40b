/** Compares a drawing with what it compiles to along its ways: as a chat, by telephone where somebody answers, and as published. */
import type { Compiled } from '../../../flow/compile/compile.ts';
import type { FlowDocument, NodeId } from '../../../flow/document.ts';
import { compileFlow } from '../../registry.ts';
import { squadOf } from '../mutations.ts';
import { worldAlong } from '../outside-world.ts';
import { assistantsOf } from '../pitfalls/row.ts';
import { RUNTIME } from '../runtime.ts';
import { compare } from './agreement.ts';
import { answeredOn, goneWay, interruptedOn, type Journey, journeysOf } from './journey.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { type Played, play, type Realised } from './play.ts';

export type BuildName = 'preview' | 'warm' | 'published';
export type Builds = Readonly<Record<BuildName, Realised>>;

export interface Examined {
  /** Ways that the rules of the drawing allow, and those of them on which the payload does what is drawn. */
  readonly tried: number;
  readonly agreed: number;
  /** The first disagreement. */
  readonly difference: string | null;
}

/** What is compiled for rehearsals, for a line that can wait for people to answer, and for calls. */
export function buildsOf(document: FlowDocument): Builds {
  const built = (compiled: Compiled): Realised => {
    if (!compiled.payload) throw new Error(`Nothing answers in ${document.name}`);
    const stuck = compiled.problems.flatMap(({ code, params }) =>
      code === 'anytime-unreachable' ? [String(params.rule)] : [],
    );
    return { payload: compiled.payload, manifest: compiled.manifest, stuck };
  };
  return {
    preview: built(compileFlow(document, { mode: 'preview', runtime: RUNTIME })),
    warm: built(compileFlow(document, { mode: 'preview', runtime: RUNTIME, provider: 'twilio' })),
    published: built(compileFlow(document, { mode: 'publish', runtime: RUNTIME })),
  };
}

export interface Extent {
  /** At most so many ways of a drawing. */
  readonly most?: number;
  /** Goes on after the first disagreement. */
  readonly all?: boolean;
  /** One way in so many is played with the published build too. */
  readonly publishedOneIn?: number;
}

export async function examine(
  document: FlowDocument,
  builds: Builds,
  { most, all = false, publishedOneIn = 4 }: Extent = {},
): Promise<Examined> {
  let [tried, agreed] = [0, 0];
  let difference: string | null = null;
  for (const [index, journey] of journeysOf(document, most).entries())
    for (const one of [
      journey,
      ...answeredOn(document, journey),
      ...(index % 2 === 0 ? interruptedOn(document, journey, index / 2) : []),
    ]) {
      if (one.interruption && builds.preview.stuck?.includes(one.interruption.rule)) continue;
      const isPublished = index % publishedOneIn === 0;
      const found = await examineOne(document, builds, one, isPublished);
      if (found === undefined) continue;
      tried += 1;
      if (found === null) agreed += 1;
      else difference ??= `${found}\n  way: ${wayText(one)}`;
      if (difference !== null && !all) return { tried, agreed, difference };
    }
  return { tried, agreed, difference };
}

/** The difference on one call, null when there is none; undefined when the drawing never goes this way. */
export async function examineOne(
  document: FlowDocument,
  builds: Builds,
  journey: Journey,
  isPublished: boolean,
): Promise<string | null | undefined> {
  const realised = journey.answered ? builds.warm : builds.preview;
  const found = await compare(document, realised, journey);
  if (!found) return undefined;
  if (found.difference !== null || journey.answered || !isPublished) return found.difference;
  return publishedDifference(document, builds, journey, found.played);
}

const SHOWN: Readonly<Record<string, (played: Played) => string>> = {
  // Reporting a step parts what is said before it from what is said after it.
  words: ({ heard }) => heard.map(({ text }) => text).join(' '),
  calls: ({ calls }) => calls.join(' | '),
  end: ({ ending }) => ending?.reason ?? 'none',
};

/** The published build, to which the caller says the same lines: it says and does the same, and records when it may. */
async function publishedDifference(
  document: FlowDocument,
  { published }: Builds,
  journey: Journey,
  previewed: Played,
): Promise<string | null> {
  const { circumstances } = journey;
  const lines = [...previewed.lines];
  const played = await play(document, published, () => lines.shift() ?? null, {
    now: circumstances.now,
    channel: 'chat',
    fetch: worldAlong(document, goneWay(journey), circumstances).fetch,
  });
  for (const [name, show] of Object.entries(SHOWN)) {
    const [before, after] = [show(previewed), show(played)];
    if (before !== after) return `published ${name}: rehearsed ${before}; published ${after}`;
  }
  return recordingDifference(meaningOf(document, journey)!, published, previewed);
}

/** Whether the members that are in charge at each step record as the caller's answers allow. */
function recordingDifference(meaning: Meaning, { payload }: Realised, { noted }: Played): string | null {
  const assistants = assistantsOf(squadOf(payload));
  // What the first message speaks is not noted.
  let place = meaning.visited.indexOf(noted[0]?.step as NodeId) - 1;
  for (const { step, member } of noted) {
    if (meaning.visited[place + 1] === step) place += 1;
    const plan = assistants.find(({ name }) => name === member)?.artifactPlan;
    const isRecorded = plan?.recordingEnabled !== false;
    const isDrawn = meaning.recorded[place] ?? false;
    if (isRecorded !== isDrawn) return `recording at ${step}: drawn ${isDrawn}, played ${isRecorded}`;
  }
  return null;
}

export function wayText({ way, answered, interruption }: Journey): string {
  const steps = way.steps.map(({ node, exit }) => (exit === undefined ? node : `${node}.${exit}`));
  if (answered) return `${steps.join(' → ')} (${answered.number} answers at step ${answered.place + 1})`;
  if (!interruption) return steps.join(' → ');
  const { place, rule, lines } = interruption;
  return `${steps.join(' → ')} (${rule} at step ${place + 1}: “${lines.join('” “')}”)`;
}
