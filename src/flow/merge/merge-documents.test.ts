/** Typical concurrent edits as data; that nothing is ever lost is tested with the real commands in the editor. */
import { describe, expect, it } from 'vitest';
import { registry } from '../../kinds/registry.ts';
import { templates } from '../../templates/registry.ts';
import type { FlowDocument } from '../document.ts';
import { type Conflict, conflictKey, type Side } from './conflict.ts';
import { mergeDocuments } from './merge-documents.ts';

const booking = templates.find(({ id }) => id === 'appointment-booking')!.build('en', { name: 'Office' });

// biome-ignore lint/suspicious/noExplicitAny: a test edits the drawing as JSON
type Edit = (json: any) => void;

function edited(edit: Edit): FlowDocument {
  const json = structuredClone(booking);
  edit(json);
  return json;
}

function merge(mine: Edit, theirs: Edit, side?: Side) {
  const edits = { base: booking, mine: edited(mine), theirs: edited(theirs) };
  const first = mergeDocuments(edits, registry);
  if (!side) return first;
  return mergeDocuments(
    edits,
    registry,
    new Map(first.conflicts.map((conflict) => [conflictKey(conflict), side])),
  );
}

const places = (conflicts: readonly Conflict[]) => conflicts.map(({ path }) => path.join('.'));
// biome-ignore lint/suspicious/noExplicitAny: a test reads the drawing as JSON
const json = (document: FlowDocument): any => document;
const choices = (document: FlowDocument) =>
  json(document).nodes.wish.data.choices.map(({ id }: { id: string }) => id);

describe('merging two edits of a drawing', () => {
  it('takes a sentence of one and the title of the other, in the same step', () => {
    const { document, conflicts } = merge(
      (mine) => {
        mine.nodes.desk.data.message = 'Hold on.';
      },
      (theirs) => {
        theirs.nodes.desk.title = 'Reception';
        theirs.nodes.desk.position.x += 40;
      },
    );
    expect(conflicts).toEqual([]);
    expect(document.nodes).toMatchObject({ desk: { title: 'Reception', data: { message: 'Hold on.' } } });
  });

  it('tells two wordings of one sentence apart from everything else, and takes the one that is chosen', () => {
    const mine: Edit = (json) => {
      json.nodes.desk.data.message = 'Hold on.';
      json.name = 'Mine';
    };
    const theirs: Edit = (json) => {
      json.nodes.desk.data.message = 'A second, please.';
    };
    const { document, conflicts } = merge(mine, theirs);
    expect(conflicts).toEqual([
      {
        path: ['nodes', 'desk', 'data', 'message'],
        base: 'One moment, I am putting you through.',
        mine: 'Hold on.',
        theirs: 'A second, please.',
        suggested: 'mine',
      },
    ]);
    expect(json(document).nodes.desk.data.message).toBe('Hold on.');
    const decided = json(merge(mine, theirs, 'theirs').document);
    expect([decided.nodes.desk.data.message, decided.name]).toEqual(['A second, please.', 'Mine']);
  });

  it('merges rows by their ids: new ones of both, a rename and another order', () => {
    const { document, conflicts } = merge(
      (mine) => {
        mine.nodes.wish.data.choices.unshift({ id: 'urgent', label: 'an emergency', examples: [] });
        mine.edges.u = { id: 'u', from: 'wish', exit: 'urgent', to: 'desk' };
      },
      (theirs) => {
        theirs.nodes.wish.data.choices[0].label = 'make an appointment';
        theirs.nodes.wish.data.choices.reverse();
        theirs.nodes.wish.data.choices.push({ id: 'other', label: 'something else', examples: [] });
      },
    );
    expect(conflicts).toEqual([]);
    const before = choices(booking);
    expect(choices(document)).toEqual(['urgent', ...[...before].reverse(), 'other']);
    expect(document.edges).toHaveProperty('u');
  });

  it('keeps a step that one removed while the other wrote in it, with its links', () => {
    const remove: Edit = (json) => {
      delete json.nodes.desk;
      for (const link of Object.values<{ id: string; from: string; to: string }>(json.edges))
        if (link.from === 'desk' || link.to === 'desk') delete json.edges[link.id];
    };
    const write: Edit = (json) => {
      json.nodes.desk.data.message = 'Hold on.';
    };
    const { document, conflicts } = merge(remove, write);
    expect(places(conflicts)).toEqual(['nodes.desk']);
    expect(json(document).nodes.desk.data.message).toBe('Hold on.');
    expect(document.edges).toEqual(booking.edges);
    const gone = merge(remove, write, 'mine').document;
    expect(gone.nodes).not.toHaveProperty('desk');
    expect(Object.values(gone.edges).filter(({ to }) => json(gone).nodes[to] === undefined)).toEqual([]);
  });

  it('lets a removed step go that was only moved', () => {
    const { document, conflicts } = merge(
      (mine) => {
        delete mine.nodes.desk;
        for (const link of Object.values<{ id: string; from: string; to: string }>(mine.edges))
          if (link.from === 'desk' || link.to === 'desk') delete mine.edges[link.id];
      },
      (theirs) => {
        theirs.nodes.desk.position.x += 300;
      },
    );
    expect([places(conflicts), 'desk' in document.nodes]).toEqual([[], false]);
  });

  it('never gives a way out two links', () => {
    const lead =
      (id: string, to: string): Edit =>
      (json) => {
        delete json.edges['answer-next'];
        json.edges[id] = { id, from: 'answer', exit: 'next', to };
      };
    expect(merge(lead('a', 'desk'), lead('b', 'desk')).conflicts).toEqual([]);
    const { document, conflicts } = merge(lead('a', 'desk'), lead('b', 'details'));
    expect(conflicts).toEqual([
      {
        path: ['edges', 'answer', 'next'],
        base: 'wish',
        mine: 'desk',
        theirs: 'details',
        suggested: 'mine',
      },
    ]);
    expect(Object.values(document.edges).filter(({ from }) => from === 'answer')).toEqual([
      { id: 'a', from: 'answer', exit: 'next', to: 'desk' },
    ]);
  });

  it('keeps a link to a step that was removed elsewhere, as a conflict about the step', () => {
    const { document, conflicts } = merge(
      (mine) => {
        mine.nodes.late = { ...mine.nodes.desk, id: 'late' };
        mine.edges['answer-next'].to = 'desk';
      },
      (theirs) => {
        delete theirs.nodes.desk;
        for (const link of Object.values<{ id: string; from: string; to: string }>(theirs.edges))
          if (link.from === 'desk' || link.to === 'desk') delete theirs.edges[link.id];
      },
    );
    expect(places(conflicts)).toEqual(['nodes.desk']);
    expect(json(document).edges['answer-next'].to).toBe('desk');
  });

  it('takes data as a whole when its parts could not be read together', () => {
    const grown =
      (prefix: string): Edit =>
      (json) => {
        const [first] = json.nodes.desk.data.people;
        json.nodes.desk.data.people = Array.from({ length: 4 }, (_, index) => ({
          ...first,
          id: `${prefix}${index}`,
        })).concat(first);
      };
    const { conflicts } = merge(grown('a'), grown('b'));
    expect(places(conflicts)).toEqual(['nodes.desk.data']);
  });

  it('merges opening hours day by day, settings and rules field by field', () => {
    const hours = Object.keys(booking.hours)[0]!;
    const { document, conflicts } = merge(
      (mine) => {
        mine.hours[hours].week[0] = [{ from: 480, to: 720 }];
        mine.settings.recording = true;
        mine.anytime.robot.sentence = 'Yes, I am.';
      },
      (theirs) => {
        theirs.hours[hours].week[6] = [{ from: 600, to: 660 }];
        theirs.settings.voice = 'calm';
        theirs.anytime.robot.phrases = ['are you real'];
      },
    );
    expect(conflicts).toEqual([]);
    expect(json(document).hours[hours].week[0]).toEqual([{ from: 480, to: 720 }]);
    expect(json(document).hours[hours].week[6]).toEqual([{ from: 600, to: 660 }]);
    expect(document.settings).toMatchObject({ recording: true, voice: 'calm' });
    expect(document.anytime.robot).toMatchObject({ sentence: 'Yes, I am.', phrases: ['are you real'] });
  });

  it('keeps information that one forgot while the other came to say it', () => {
    const unused = edited((json) => {
      json.information.pet = { id: 'pet', name: 'Pet', type: 'text' };
    });
    const forgotten = structuredClone(booking);
    const spoken = structuredClone(unused);
    json(spoken).nodes.desk.data.message = 'And {{pet}}?';
    const { document, conflicts } = mergeDocuments(
      { base: unused, mine: forgotten, theirs: spoken },
      registry,
    );
    expect(places(conflicts)).toEqual(['information.pet']);
    expect(document.information).toHaveProperty('pet');
  });
});
