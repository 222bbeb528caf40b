/** The lane in compiled payloads: where its rules lead in one assistant and across members, and what is said when nobody speaks. */
import { Liquid } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import type { AssistantBody } from '../../vapi/contract/assistant.ts';
import { readScript } from '../../vapi/script/read.ts';
import type { Anytime, AnytimeRule, AnytimeSetting, FlowDocument, NodeId } from '../document.ts';

const booking = templates[0]!.build('en', { name: 'X' });
const restaurant = templates[1]!.build('en', { name: 'X' });
const OFF: AnytimeSetting = { enabled: false, sentence: '', goTo: null, phrases: [] };

function withRule(document: FlowDocument, rule: AnytimeRule, setting: Partial<AnytimeSetting>): FlowDocument {
  return {
    ...document,
    anytime: { ...document.anytime, [rule]: { ...OFF, enabled: true, ...setting } } as Anytime,
  };
}

function compiled(document: FlowDocument) {
  const result = compileFlow(document, { mode: 'publish' });
  const payload = result.payload!;
  const assistants: AssistantBody[] =
    payload.type === 'assistant'
      ? [payload.assistant]
      : payload.squad.members.flatMap((member) => ('assistant' in member ? [member.assistant] : []));
  const scripts = assistants.map(
    (assistant) => readScript(new Liquid().parseAndRenderSync(assistant.model.messages[0]!.content))!,
  );
  const lineOf = (rule: AnytimeRule, member = 0) =>
    scripts[member]!.anytime?.find((line) => line.rule === rule);
  const stepOf = (node: string, member = 0) =>
    result.manifest.members[member]!.steps.find((step) => step.node === node)?.number;
  return { ...result, assistants, scripts, lineOf, stepOf };
}

describe('the lane', () => {
  it('stands in the prompt of every member, with standard words and those of the person', () => {
    const { scripts, lineOf } = compiled(
      withRule(restaurant, 'robot', { sentence: 'Yes, a polite one.', phrases: ['beep'] }),
    );
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.every((script) => script.anytime!.length > 0)).toBe(true);
    expect(lineOf('robot')).toMatchObject({ say: 'Yes, a polite one.', to: 'back' });
    expect(lineOf('robot')!.phrases).toEqual(expect.arrayContaining(['beep', 'are you a robot']));
  });

  it('leads to a step of the same member by its number', () => {
    const { lineOf, stepOf } = compiled(booking);
    expect(lineOf('wants-human')!.to).toEqual({ step: stepOf('open') });
  });

  it('leaves a rule that is off out', () => {
    const { lineOf } = compiled({ ...booking, anytime: { ...booking.anytime, robot: OFF } });
    expect(lineOf('robot')).toBeUndefined();
  });

  it('hands over to a later member', () => {
    const away = withRule(restaurant, 'wants-human', { goTo: 'manager' as NodeId });
    const { lineOf, assistants, manifest, problems } = compiled(away);
    const target = manifest.members.findIndex(
      (member, index) => index > 0 && member.steps.some((step) => step.node === 'manager'),
    );
    expect(target).toBeGreaterThan(0);
    const { to } = lineOf('wants-human')!;
    const tool = assistants[0]!.model.tools!.find(
      (candidate) =>
        candidate.type === 'handoff' &&
        typeof to === 'object' &&
        'tool' in to &&
        candidate.function?.name === to.tool,
    );
    expect(tool).toMatchObject({ destinations: [{ assistantName: manifest.members[target]!.name }] });
    expect(problems).toEqual([]);
  });

  it('compiles steps to which nothing else leads', () => {
    const nodes = {
      ...booking.nodes,
      alarm: {
        ...booking.nodes['noted' as NodeId]!,
        id: 'alarm' as NodeId,
        data: { closing: 'Call 112 now.', outcome: '' },
      },
    } as FlowDocument['nodes'];
    const { lineOf, stepOf, problems } = compiled(
      withRule({ ...booking, nodes }, 'emergency', { goTo: 'alarm' as NodeId }),
    );
    expect(stepOf('alarm')).toBeGreaterThan(0);
    expect(lineOf('emergency')!.to).toEqual({ step: stepOf('alarm') });
    expect(problems.filter(({ code }) => code === 'unreachable-step')).toEqual([]);
  });

  it('copies a short way into a member that comes after it, and says so when the way is long', () => {
    // The wish is asked again after the rule, in a section of its own: a second member that listens.
    const later = 'later' as NodeId;
    const nodes = {
      ...restaurant.nodes,
      [later]: { ...restaurant.nodes['note' as NodeId]!, id: later, section: 'part' as NodeId },
    } as FlowDocument['nodes'];
    const edges = Object.fromEntries(
      Object.entries(restaurant.edges).map(([id, edge]) => [
        id,
        edge.to === 'booked' ? { ...edge, to: later } : edge,
      ]),
    );
    const more = ['got-it', 'would-not-say'].map((exit) => [
      `later-${exit}`,
      { id: `later-${exit}`, from: later, exit, to: 'booked' },
    ]);
    const document = {
      ...restaurant,
      nodes,
      edges: { ...edges, ...Object.fromEntries(more) },
    } as FlowDocument;
    const listener = (result: ReturnType<typeof compiled>) =>
      result.manifest.members.findIndex((member) => member.steps.some((step) => step.node === later));
    const short = compiled(withRule(document, 'wants-human', { goTo: 'open' as NodeId }));
    const member = listener(short);
    expect(member).toBeGreaterThan(0);
    expect(short.lineOf('wants-human', member)!.to).toEqual({ step: short.stepOf('open', member) });
    const long = compiled(withRule(document, 'wants-human', { goTo: 'wish' as NodeId }));
    expect(long.lineOf('wants-human', listener(long))!.to).toBe('back');
    expect(long.problems.map(({ code }) => code)).toContain('anytime-unreachable');
  });

  it('returns to the step when the target is gone', () => {
    const { lineOf } = compiled(withRule(booking, 'angry', { goTo: 'gone' as NodeId }));
    expect(lineOf('angry')!.to).toBe('back');
  });

  it.each<[string, Partial<AnytimeSetting>, unknown]>([
    ['standard', {}, ['Are you still there?', 'Hello, can you hear me?']],
    ['own words', { sentence: 'Anybody there, {{patient}}?' }, ['Anybody there, not given?']],
  ])('meets silence with reminders: %s', (_, setting, expected) => {
    const [assistant] = compiled(withRule(booking, 'silence', setting)).assistants;
    expect(assistant!.hooks!.map((hook) => hook.do[0])).toMatchObject([{ exact: expected }, {}]);
  });

  it('says nothing to silence when the rule is off', () => {
    const [assistant] = compiled({ ...booking, anytime: { ...booking.anytime, silence: OFF } }).assistants;
    expect(assistant!.hooks).toBeUndefined();
  });
});
