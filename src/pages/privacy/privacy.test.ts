import { getCountries } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import type { PersonExport } from '../../publish/wire.ts';
import { COUNTRIES } from './countries.ts';
import { personCsv } from './person-csv.ts';

it('every country whose numbers the server can tell is offered', () => {
  expect(COUNTRIES).toEqual(getCountries().sort());
});

describe('the table of a person', () => {
  const kept: PersonExport = {
    number: '+33612345678',
    exportedAt: '2026-11-30T10:00:00Z',
    calls: [
      {
        id: 'c1',
        caller: '+33612345678',
        startedAt: '2026-11-29T10:00:00Z',
        endedAt: null,
        outcome: null,
        information: { who: 'Zoé "Zo" Durand' },
        path: [],
        turns: [{ role: 'caller', text: '=HYPERLINK("https://evil.example")', at: 0 }],
      },
    ],
    mentions: [],
    messages: [],
    bookings: [],
    news: [],
    requests: [],
    tests: [],
  };

  it('has a line for each thing, and nothing that a spreadsheet would run', () => {
    const lines = personCsv(kept).trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('"Zoé ""Zo"" Durand"');
    for (const cell of lines.join(',').matchAll(/(?:^|,)"([^"]|"")*"/g))
      expect(cell[0]).not.toMatch(/^,?"[=+@-]/);
  });
});
