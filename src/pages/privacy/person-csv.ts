/** What is kept of a person as a table for spreadsheets. Pure. */
import { csvOf } from '../../lib/csv.ts';
import type { PersonExport } from '../../publish/wire.ts';

const HEADER = ['kind', 'date', 'from', 'to', 'text'];

export function personCsv({ calls, mentions, messages, bookings, requests, tests }: PersonExport): string {
  const rows = [
    ...calls.flatMap(({ caller, startedAt, information, turns }) => [
      ...Object.entries(information).map(([id, value]) => ['information', startedAt, caller, id, value]),
      ...turns.map(({ role, text }) => ['call', startedAt, role === 'caller' ? caller : role, '', text]),
    ]),
    ...mentions.map(({ role, text }) => ['mention', '', role, '', text]),
    ...messages.map(({ channel, recipient, subject, text, createdAt }) => [
      channel,
      createdAt,
      '',
      recipient,
      [subject, text].filter(Boolean).join(': '),
    ]),
    ...bookings.map(({ service, startsAt, name, phone, state }) => [
      'appointment',
      startsAt,
      name,
      phone,
      `${service} (${state})`,
    ]),
    ...requests.map(({ endpoint, createdAt, answer }) => [
      'request',
      createdAt,
      '',
      endpoint,
      JSON.stringify(answer),
    ]),
    ...tests.map(({ createdAt, content, result }) => [
      'test',
      createdAt,
      '',
      '',
      JSON.stringify([content, result]),
    ]),
  ];
  return csvOf([HEADER, ...rows].map((row) => row.map((cell) => cell ?? '')));
}
