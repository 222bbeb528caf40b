import { describe, expect, it } from 'vitest';
import type { FlowDocument, HoursId, InformationId, NodeId } from '../flow/document.ts';
import { readDocument } from '../flow/read.ts';
import { templates } from '../templates/registry.ts';
import { registry } from './registry.ts';
import { STEP_VERSION, stepPart, stepVersions } from './step-part.ts';

const template = templates.find(({ id }) => id === 'law-firm');
if (!template) throw new Error('the template is gone');
const drawn = template.build('fr', { name: 'Cabinet' });
const nodesOf = (kind: string) => Object.values(drawn.nodes).filter((node) => node.kind === kind);
const [booking] = nodesOf('book');
const [message] = nodesOf('send');
if (!booking || !message) throw new Error('the template is drawn otherwise');

async function versionAfter(node: NodeId, edit: (document: FlowDocument) => FlowDocument): Promise<string> {
  return (await stepVersions(edit(drawn), registry)).get(node) ?? '';
}
const same = (document: FlowDocument) => document;
const withData = (id: NodeId, change: object) => (document: FlowDocument) => {
  const node = document.nodes[id]!;
  return { ...document, nodes: { ...document.nodes, [id]: { ...node, data: { ...node.data, ...change } } } };
};

describe('the version of a step', () => {
  it('stays when something else is edited, moved, renamed or added', async () => {
    const before = await versionAfter(booking.id, same);
    expect(before).toMatch(STEP_VERSION);
    const other = { id: 'other' as InformationId, name: 'Other', type: 'text' } as const;
    for (const edit of [
      withData(message.id, { text: 'Other words' }),
      (document: FlowDocument) => ({ ...document, name: 'Renamed' }),
      (document: FlowDocument) => ({
        ...document,
        information: { ...document.information, [other.id]: other },
      }),
      (document: FlowDocument) => ({
        ...document,
        nodes: { ...document.nodes, [booking.id]: { ...booking, title: 'Mine', position: { x: 9, y: 9 } } },
      }),
    ])
      expect(await versionAfter(booking.id, edit)).toBe(before);
  });

  it('is another when what the endpoint goes by is another', async () => {
    const before = await versionAfter(booking.id, same);
    const hours = drawn.hours[booking.data.hours as HoursId]!;
    const when = drawn.information[booking.data.when as InformationId]!;
    for (const edit of [
      withData(booking.id, { minutes: 55 }),
      (document: FlowDocument) => ({ ...document, language: 'en' as const }),
      (document: FlowDocument) => ({
        ...document,
        hours: {
          ...document.hours,
          [hours.id]: { ...hours, exceptions: [{ date: '2026-12-24', spans: [] }] },
        },
      }),
      (document: FlowDocument) => ({
        ...document,
        information: { ...document.information, [when.id]: { ...when, type: 'email' as const } },
      }),
    ])
      expect(await versionAfter(booking.id, edit)).not.toBe(before);
  });

  it('goes by the name of the flow where an e-mail has no other subject', async () => {
    const rename = (document: FlowDocument) => ({ ...document, name: 'Renamed' });
    const differs = async (data: object) => {
      const edit = withData(message.id, data);
      return (
        (await versionAfter(message.id, edit)) !==
        (await versionAfter(message.id, (one) => rename(edit(one))))
      );
    };
    expect(await differs({ channel: 'email', subject: ' ' })).toBe(true);
    expect(await differs({ channel: 'email', subject: 'News' })).toBe(false);
  });
});

it('the part of a step is a drawing that can be read, with no other step in it', () => {
  const part = stepPart(drawn, booking, registry.get('book'));
  expect(Object.keys(part.nodes)).toEqual([booking.id]);
  expect(readDocument(part, registry).problems).toEqual([]);
});
