/** A call in a room of the sandbox, followed on the drawing as the browser hears it: by Vapi's own client, with a stand-in for Daily. */
import Daily from '@daily-co/daily-js';
import { afterEach, expect, it, vi } from 'vitest';
import type { FlowDocument, NodeId } from '../flow/document.ts';
import { compileFlow, registry } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';
import { DailyStandIn } from '../vapi/sandbox/testing/daily-stand-in.ts';
import { testSandbox } from '../vapi/sandbox/testing.ts';
import { followCall, type Position } from './follow-call.ts';
import { createVapiLine, loadWebClient } from './vapi-line.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const drawingOf = (id: string): FlowDocument =>
  templates.find((each) => each.id === id)!.build('en', { name: 'Reception' });

/** Where the call was after each word of the caller. */
async function talk(id: string, words: readonly string[]) {
  const document = drawingOf(id);
  const { payload, manifest } = compileFlow(document, { mode: 'preview' });
  if (!payload) throw new Error('nothing answers');
  const { send, clock } = testSandbox();
  const target = payload.type === 'squad' ? { squad: payload.squad } : { assistant: payload.assistant };
  const { body } = await send('POST', '/call/web', target);
  const room = new DailyStandIn(
    async (url, given) => (await send('POST', new URL(url).pathname, given, null)).body,
  );
  vi.spyOn(Daily, 'createCallObject').mockReturnValue(room as never);
  const follower = followCall(document, manifest, clock.now);
  const positions: (Position | null)[] = [];
  const line = createVapiLine({
    call: { id: 'ours', webCallUrl: body.webCallUrl },
    client: await loadWebClient(undefined),
    hear: (event) => {
      if (event.type === 'traced') positions.push(follower.take(event.message));
      if (event.type === 'member') positions.push(follower.enter(event.name));
    },
  });
  await line.start();
  const at: (Position | null)[] = [positions.at(-1) ?? null];
  for (const word of words) {
    await room.speak(word);
    at.push(positions.at(-1) ?? null);
  }
  await line.hangUp();
  return { document, manifest, at };
}

it('is at a drawn step from the first word on, and moves with what is said', async () => {
  const { document, at } = await talk('appointment-booking', ['An appointment, please.', 'Anna Martin']);
  for (const position of at) expect(Object.keys(document.nodes)).toContain(position?.node);
  expect(new Set(at.map((position) => position?.node)).size).toBeGreaterThan(1);
});

it('knows a step that a tool named, and infers one that only words show', () => {
  const document = drawingOf('appointment-booking');
  const { manifest } = compileFlow(document, { mode: 'preview' });
  const follower = followCall(document, manifest, 0);
  const step = manifest.members[0]!.steps[1]!;
  expect(
    follower.take({
      role: 'tool-call',
      tool: manifest.progressTool!,
      arguments: { step: String(step.number) },
    }),
  ).toEqual({ node: step.node, confidence: 'known' });
  const other = followCall(document, manifest, 0);
  const opening = manifest.members[0]!.opening;
  expect(other.take({ role: 'assistant', text: 'Hello.' })).toEqual({
    node: opening.at(-1),
    confidence: 'known',
  });
  const later = manifest.members[0]!.steps.find(
    ({ node }) => !opening.includes(node) && sentenceOf(document, node),
  );
  expect(other.take({ role: 'assistant', text: sentenceOf(document, later!.node) })).toEqual({
    node: later!.node,
    confidence: 'inferred',
  });
});

/** What a step says; empty where it says nothing by itself. */
function sentenceOf({ nodes }: FlowDocument, id: NodeId): string {
  const node = nodes[id]!;
  const sentences = registry.get(node.kind)?.sentences(node.data) ?? [];
  return sentences.find(({ written, text }) => !written && !text.includes('{{'))?.text ?? '';
}

it('is at the first step of an assistant that has started, inferred, until a word or a tool says more', () => {
  const document = drawingOf('restaurant-reservation');
  const { manifest } = compileFlow(document, { mode: 'preview' });
  const second = manifest.members[1]!;
  const start = second.steps.find(({ number }) => number === second.start)!;
  const follower = followCall(document, manifest, 0);
  // Early: before the tool call that led there, and again for the first member.
  expect(follower.enter(manifest.members[0]!.name)).toBeNull();
  expect(follower.enter(second.name)).toEqual({ node: start.node, confidence: 'inferred' });
  expect(follower.enter('somebody else')).toBeNull();
  const handoff = manifest.tools.find(
    ({ role, member }) => role === 'handoff' && member === manifest.members[0]!.key,
  )!;
  follower.enter(second.name);
  const after = follower.take({
    role: 'tool-call',
    tool: handoff.name,
    arguments: { destination: second.name },
  });
  expect(second.steps.map(({ node }) => node)).toContain(after?.node);
});
