/** Every format that was ever stored opens without loss: samples are kept as they were written. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow, compileFlow, readFlow } from '../../kinds/registry.ts';
import { DEFAULT_ANYTIME } from '../anytime/defaults.ts';
import { DOCUMENT_FORMAT, type HoursId } from '../document.ts';
import { MIGRATIONS, migrate } from './migrate.ts';

const seed = Number(process.env.SEED ?? 20261123);
const SAMPLES = join(import.meta.dirname, 'samples');
const samples = readdirSync(SAMPLES).map((file) => ({
  file,
  format: Number(/^format-(\d+)-/.exec(file)?.[1]),
  json: JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')),
}));

describe('migrations', () => {
  it('are numbered without a gap up to the present format', () => {
    expect(MIGRATIONS.map((migration) => migration.to)).toEqual(MIGRATIONS.map((_, index) => index + 2));
    expect(MIGRATIONS.at(-1)!.to).toBe(DOCUMENT_FORMAT);
  });

  it('have samples of every format', () => {
    for (let format = 1; format <= DOCUMENT_FORMAT; format += 1)
      expect(samples.filter((sample) => sample.format === format).length, `format ${format}`).toBeGreaterThan(
        0,
      );
  });

  it.each(samples)('$file opens without loss and compiles', ({ format, json }) => {
    expect(json.format).toBe(format);
    const { document, problems } = readFlow(json);
    expect(problems).toEqual([]);
    expect(document.format).toBe(DOCUMENT_FORMAT);
    const migrated = migrate(json, format);
    for (const part of ['name', 'language', 'nodes', 'edges', 'information', 'hours', 'settings'] as const)
      expect(document[part]).toEqual(migrated[part]);
    for (const part of ['name', 'language', 'edges'] as const) expect(document[part]).toEqual(json[part]);
    const names = (information: object) => Object.values(information).map(({ name }) => name);
    expect(names(document.information)).toEqual(names(json.information));
    expect(checkFlow(document).filter((problem) => problem.severity === 'error')).toEqual([]);
    const compiled = compileFlow(document, { mode: 'publish' });
    expect(compiled.payload).not.toBeNull();
    expect(compiled.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it('give a flow of format 1 the lane that its calls had', () => {
    const sample = samples.find((candidate) => candidate.format === 1)!;
    expect(readFlow(sample.json).document.anytime).toEqual(DEFAULT_ANYTIME);
  });

  it('make special days of the dates on which a flow of format 2 was closed', () => {
    const { json } = samples.find(({ file }) => file === 'format-2-closed-dates-fr.json')!;
    const { closedOn, ...rest } = json.hours.service;
    expect(closedOn).toEqual(['2026-12-25', '2027-01-01']);
    const { hours, settings } = readFlow(json).document;
    expect(hours['service' as HoursId]).toEqual({
      ...rest,
      holidays: 'none',
      exceptions: [
        { date: '2026-12-25', spans: [] },
        { date: '2027-01-01', spans: [] },
      ],
      shared: null,
    });
    expect(settings).toEqual({ ...json.settings, consent: null });
  });

  it('leave what format 2 would have refused for the reader to refuse', () => {
    const { json } = samples.find(({ file }) => file === 'format-2-closed-dates-fr.json')!;
    for (const damage of [
      { closedOn: 'never' },
      { exceptions: 'mine' },
      { holidays: 'moon' },
      { shared: 'nobody' },
    ]) {
      const hours = { service: { ...json.hours.service, ...damage } };
      expect(
        readFlow({ ...json, hours }).problems.map(({ code }) => code),
        JSON.stringify(damage),
      ).toEqual(['unreadable-part']);
    }
  });

  it('give another id to information that Vapi would fill itself, wherever it stands', () => {
    const booking = { service: 'date', when: 'date', name: 'guest', phone: '', confirmation: 'On {{date}}.' };
    const old = {
      format: 3,
      information: {
        date: { id: 'date', name: 'Date', type: 'date' },
        date_asked: { id: 'date_asked', name: 'Asked', type: 'text' },
        guest: { id: 'guest', name: 'Guest', type: 'name' },
      },
      settings: { consent: 'date' },
      anytime: { robot: { sentence: 'About {{date}} and {{guest}}.' } },
      nodes: {
        a: {
          id: 'a',
          kind: 'ask',
          data: { items: [{ information: 'date' }], question: 'A date? {{guest}}' },
        },
        b: { id: 'b', kind: 'book', data: booking },
        c: { id: 'c', kind: 'note', data: { text: 'date', name: 'date' } },
      },
    };
    expect(migrate(old, 3)).toEqual({
      format: 4,
      information: {
        date_asked_: { id: 'date_asked_', name: 'Date', type: 'date' },
        date_asked: old.information.date_asked,
        guest: old.information.guest,
      },
      settings: { consent: 'date_asked_' },
      anytime: { robot: { sentence: 'About {{date_asked_}} and {{guest}}.' } },
      nodes: {
        a: {
          ...old.nodes.a,
          data: { items: [{ information: 'date_asked_' }], question: 'A date? {{guest}}' },
        },
        b: {
          ...old.nodes.b,
          data: { ...booking, when: 'date_asked_', confirmation: 'On {{date_asked_}}.' },
        },
        c: old.nodes.c,
      },
    });
  });

  it('leave a document of the present format as it is, and what they are given unchanged', () => {
    const present = { format: DOCUMENT_FORMAT, anytime: 1 };
    expect(migrate(present, DOCUMENT_FORMAT)).toEqual(present);
    const old = Object.freeze({ format: 1, name: 'X' });
    expect(migrate(old, 1)).toMatchObject({ format: DOCUMENT_FORMAT, name: 'X' });
  });

  it(`never throw, whatever is stored (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (junk) => {
        expect(migrate(junk as never, 1).format).toBe(DOCUMENT_FORMAT);
        readFlow({ ...junk, format: 1 });
        migrate({ nodes: junk, hours: junk, settings: junk } as never, 2);
        migrate({ information: { day: junk }, nodes: { junk }, anytime: junk, settings: junk } as never, 3);
      }),
      { seed, numRuns: 500 },
    );
  });
});
