/** Appointments and messages as calls leave them, written with the stack's own service key. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DriftRecord } from '../../../src/publish/service-wire.ts';
import type { Guide } from './guide.ts';

const DAY = 86_400_000;

/** Somebody with an appointment and a message. */
export const NUMBER = '+33639980017';
/** Besides the usual one. */
export const CALENDAR = 'Dr Martin';

/** Of the database, as the stack itself. */
async function ask({ appUrl, dataFolder }: Guide, path: string, init: RequestInit = {}): Promise<unknown> {
  const apikey = serviceKey(dataFolder);
  const headers = { apikey, 'content-type': 'application/json', prefer: 'return=minimal' };
  const answer = await fetch(`${appUrl}${path}`, { ...init, headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

export async function fillCalendarAndMailbox(guide: Guide): Promise<void> {
  const { content, page } = guide;
  const user = await signedIn(page);
  const [member] = (await ask(guide, `/rest/v1/members?user_id=eq.${user}&select=workspace_id`)) as {
    workspace_id: string;
  }[];
  const place = { workspace_id: member?.workspace_id, node_id: 'n' };
  const insert = (table: string, rows: unknown) =>
    ask(guide, `/rest/v1/${table}`, { method: 'POST', body: JSON.stringify(rows) });
  await insert('bookings', bookings(place, content));
  await insert('calendars', { workspace_id: member?.workspace_id, name: CALENDAR });
  const [other] = bookings(place, content);
  await insert('bookings', { ...other, calendar: CALENDAR });
  await insert('messages', messages(place, content));
}

/** As the comparison with Vapi leaves it behind: somebody changed what the flow has in service. */
export async function noteDrift(guide: Guide, flow: string, name: string): Promise<void> {
  const [live] = (await ask(guide, `/rest/v1/deployments?flow_id=eq.${flow}&state=eq.live&select=id`)) as {
    id: string;
  }[];
  const found_drift: DriftRecord = {
    findings: [
      { kind: 'changed', name, aspects: ['greeting', 'voice'] },
      { kind: 'number-other', version: 1 },
    ],
    choices: ['keep', 'adopt', 'overwrite'],
    state: 'seen',
    foundAt: new Date().toISOString(),
  };
  const body = JSON.stringify({ deployment: live?.id, found_drift });
  const noted = await ask(guide, '/rest/v1/rpc/note_drift', { method: 'POST', body });
  if (noted !== true) throw new Error(`The drift was not noted: ${noted}`);
}

/** Of the stack that keeps its data there. */
export function secretsOf(dataFolder: string): {
  readonly secretKey: string;
  readonly vapiApiKey: string;
  readonly webhookSecret: string;
} {
  return JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8'));
}

export function serviceKey(dataFolder: string): string {
  return secretsOf(dataFolder).secretKey;
}

/** The id of the person whose session the browser keeps. */
function signedIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const session = JSON.parse(localStorage.getItem('allokoli.session') ?? '{}') as {
      user?: { id?: string };
    };
    return session.user?.id ?? '';
  });
}

function bookings(place: object, language: 'en' | 'fr') {
  const [checkUp, first] = language === 'fr' ? ['Contrôle', 'Première visite'] : ['Check-up', 'First visit'];
  const tomorrow = Math.floor(Date.now() / DAY) * DAY + DAY;
  const one = (day: number, hour: number, name: string, service: string | undefined) => {
    const from = tomorrow + day * DAY + hour * 3_600_000;
    const to = new Date(from + 1_800_000).toISOString();
    return {
      ...place,
      service,
      starts_at: new Date(from).toISOString(),
      ends_at: to,
      free_from: to,
      time_zone: 'Europe/Paris',
      name,
      phone: NUMBER,
    };
  };
  return [
    one(0, 8, 'Anne Roux', checkUp),
    one(0, 9, 'Karim Benali', first),
    one(1, 14, '', checkUp),
    one(6, 10, 'Zoé Durand-Lefebvre', first),
  ];
}

function messages(place: object, language: 'en' | 'fr') {
  const text =
    language === 'fr'
      ? 'Votre rendez-vous est noté : mardi à 10 h. À bientôt !'
      : 'Your appointment is noted: Tuesday at 10. See you soon!';
  const one = (channel: string, recipient: string, state: string, subject = '') => ({
    ...place,
    channel,
    recipient,
    subject,
    text,
    state,
    error: state === 'failed' ? 'refused' : null,
  });
  return [
    one('sms', NUMBER, 'caught'),
    one('email', 'desk@example.org', 'failed', 'Zoé Durand'),
    one('sms', '+33639980018', 'sent'),
  ];
}
