/** `/phone-number` and the paginated `/v2/phone-number`. Knows nothing of calls. */
import { type Context, Hono } from 'hono';
import { refuse } from '../answers.ts';
import { born, type Desk, listed, patched, readBody } from '../desk.ts';
import { type JsonRecord, textOf } from '../runtime/record.ts';
import { createNumberShape, updateNumberShape } from '../shapes/bodies.ts';
import { checkShape } from '../shapes/check.ts';
import type { Resource } from '../store.ts';
import { isWrongSecret } from './credentials.ts';
import { page } from './pages.ts';

/** Milliseconds until a new number rings; minutes at the real Vapi. */
export const ACTIVATION = 1500;

/** The number that is there from the start. Fictional: 555-01xx is never given to anybody. */
export function seedNumber(desk: Desk): void {
  if (desk.store.list('phone-number').length > 0) return;
  const since = new Date(desk.now() - ACTIVATION).toISOString();
  const number = born(desk, { provider: 'vapi', number: '+14155550100', name: 'Sandbox' });
  desk.store.put('phone-number', { ...number, createdAt: since, updatedAt: since });
}

/** The number as the API shows it: whether it rings depends on its age. */
export function shownNumber(desk: Desk, number: Resource): Resource {
  const active = number.provider !== 'vapi' || desk.now() - Date.parse(number.createdAt) >= ACTIVATION;
  return { ...number, status: active ? 'active' : 'activating' };
}

export function phoneNumberRoutes(desk: Desk): Hono {
  const routes = new Hono();
  const { store } = desk;
  const find = (context: Context) => store.get('phone-number', context.req.param('id') ?? '');
  const missing = (context: Context) => refuse(context, 404, 'Phone number not found.');

  routes.get('/', (context) =>
    context.json(
      listed(desk, 'phone-number', context.req.query()).map((number) => shownNumber(desk, number)),
    ),
  );

  routes.post('/', async (context) => {
    const body = checkShape(createNumberShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const complaints = checkAnswering(desk, body.value);
    if (complaints.length > 0) return refuse(context, 400, complaints);
    const refusal = providerRefusal(desk, body.value);
    if (refusal !== null) return refuse(context, 400, refusal);
    const own = body.value.provider === 'vapi' && body.value.sipUri === undefined;
    const number = own ? freeNumber(desk, textOf(body.value.numberDesiredAreaCode)) : body.value.number;
    const resource = born(desk, { ...body.value, ...(number === undefined ? {} : { number }) });
    store.put('phone-number', resource);
    return context.json(shownNumber(desk, resource), 201);
  });

  routes.get('/:id', (context) => {
    const number = find(context);
    return number ? context.json(shownNumber(desk, number)) : missing(context);
  });

  routes.patch('/:id', async (context) => {
    const number = find(context);
    if (!number) return missing(context);
    const body = checkShape(updateNumberShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    if (body.value.provider !== undefined && body.value.provider !== number.provider)
      return refuse(context, 400, [`provider must be ${textOf(number.provider)}`]);
    const next = patched(desk, number, body.value);
    const complaints = checkAnswering(desk, next);
    if (complaints.length > 0) return refuse(context, 400, complaints);
    store.put('phone-number', next);
    return context.json(shownNumber(desk, next));
  });

  routes.delete('/:id', (context) => {
    const number = find(context);
    if (!number) return missing(context);
    store.remove('phone-number', number.id);
    return context.json(shownNumber(desk, number));
  });

  return routes;
}

/** `GET /v2/phone-number`: pages of results. */
export function phoneNumberPages(desk: Desk): Hono {
  return new Hono().get('/', (context) => {
    const wanted = (context.req.query('search') ?? '').toLowerCase();
    return page(context, desk, 'phone-number', {
      isWanted: ({ number, name }) => `${textOf(number)} ${textOf(name)}`.toLowerCase().includes(wanted),
      shown: (number) => shownNumber(desk, number),
    });
  });
}

/** Who answers exists, and is one. */
function checkAnswering(desk: Desk, number: JsonRecord): string[] {
  const assistant = textOf(number.assistantId);
  const squad = textOf(number.squadId);
  const found: string[] = [];
  if (assistant !== '' && squad !== '') found.push('only one of assistantId and squadId can be set');
  if (assistant !== '' && !desk.store.get('assistant', assistant))
    found.push(`assistantId: assistant ${assistant} does not exist`);
  if (squad !== '' && !desk.store.get('squad', squad)) found.push(`squadId: squad ${squad} does not exist`);
  return found;
}

/** Twilio would find this one in nobody's account. */
const NOT_IN_ACCOUNT = /0404$/;
/** No place has it. */
const NO_AREA = /^(?:[01]|[2-9]11$|555$)/;

/** Why the provider, or Vapi for it, does not give the number away; null when it does. */
function providerRefusal(desk: Desk, body: JsonRecord): string | null {
  const number = textOf(body.number);
  if (body.provider === 'vapi')
    return NO_AREA.test(textOf(body.numberDesiredAreaCode))
      ? `Couldn't find an available number with area code ${textOf(body.numberDesiredAreaCode)}.`
      : null;
  if (number !== '' && desk.store.list('phone-number').some((one) => one.number === number))
    return `Phone number ${number} already exists.`;
  if (body.provider === 'twilio') {
    const isKnown = /^AC[0-9a-f]{32}$/i.test(textOf(body.twilioAccountSid));
    const secret = textOf(body.twilioAuthToken) || textOf(body.twilioApiSecret);
    if (!isKnown || isWrongSecret(secret)) return "Couldn't import from Twilio. Authentication failed.";
  } else {
    const credential = desk.store.get('credential', textOf(body.credentialId));
    const wanted = body.provider === 'byo-phone-number' ? 'byo-sip-trunk' : body.provider;
    if (credential?.provider !== wanted)
      return `credentialId: ${textOf(wanted)} credential ${textOf(body.credentialId)} does not exist`;
  }
  return body.provider !== 'byo-phone-number' && NOT_IN_ACCOUNT.test(number)
    ? `Number ${number} not found in your account.`
    : null;
}

function freeNumber(desk: Desk, areaCode: string): string {
  const taken = new Set(desk.store.list('phone-number').map((number) => number.number));
  const area = /^[2-9]\d\d$/.test(areaCode) ? Number(areaCode) : 415;
  for (let offset = 0; ; offset += 1) {
    const code = 200 + ((area - 200 + Math.floor(offset / 100)) % 800);
    const number = `+1${code}55501${String(offset % 100).padStart(2, '0')}`;
    if (!taken.has(number)) return number;
  }
}
