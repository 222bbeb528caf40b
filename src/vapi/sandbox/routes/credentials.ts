/**
 * `/credential`: what opens an account at a telephone provider. Secrets are kept here, shown to nobody, and only judged by their form:
 * what holds the word "wrong", or zeros alone, is refused as the provider would refuse it. Knows no numbers.
 */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { pinned, refuse } from '../answers.ts';
import { born, type Desk, listed, readBody } from '../desk.ts';
import { type JsonRecord, recordOf, recordsOf, textOf } from '../runtime/record.ts';
import { checkShape } from '../shapes/check.ts';
import type { Resource } from '../store.ts';

const name = z.string().min(1).max(40).optional();
const credentialShape = z.discriminatedUnion('provider', [
  z.strictObject({ provider: z.literal('telnyx'), name, apiKey: z.string() }),
  z.strictObject({ provider: z.literal('vonage'), name, apiKey: z.string(), apiSecret: z.string() }),
  z.strictObject({
    provider: z.literal('byo-sip-trunk'),
    name,
    gateways: z.array(
      z.strictObject({
        ip: z.string(),
        port: z.number().optional(),
        netmask: z.number().min(24).max(32).optional(),
        inboundEnabled: z.boolean().optional(),
        outboundEnabled: z.boolean().optional(),
        outboundProtocol: z.enum(['tls/srtp', 'tcp', 'tls', 'udp']).optional(),
        optionsPingEnabled: z.boolean().optional(),
      }),
    ),
    outboundAuthenticationPlan: z
      .strictObject({
        authUsername: z.string().optional(),
        authPassword: z.string().optional(),
        sipRegisterPlan: z.unknown().optional(),
      })
      .optional(),
    outboundLeadingPlusEnabled: z.boolean().optional(),
    techPrefix: z.string().optional(),
    sipDiversionHeader: z.string().optional(),
  }),
]);

/** The provider would not know it. Pure. */
export function isWrongSecret(secret: string): boolean {
  return secret === '' || /wrong/i.test(secret) || /^0+$/.test(secret);
}

export function credentialRoutes(desk: Desk): Hono {
  const routes = new Hono();
  const { store } = desk;
  const missing = (context: Context) => refuse(context, 404, 'Credential not found.');

  routes.get('/', (context) =>
    context.json(listed(desk, 'credential', { limit: '1000' }).map((one) => withoutSecrets(one))),
  );
  routes.post('/', async (context) => {
    const body = checkShape(credentialShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const complaint = complaintOf(body.value);
    if (complaint !== null) return refuse(context, 400, complaint);
    const credential = born(desk, body.value);
    store.put('credential', credential);
    return context.json(withoutSecrets(credential), 201);
  });
  routes.delete('/:id', (context) => {
    const credential = store.get('credential', context.req.param('id'));
    if (!credential) return missing(context);
    const number = store.list('phone-number').find((one) => one.credentialId === credential.id);
    if (number)
      return pinned(
        context,
        'credential_pinned',
        `Cannot delete credential ${credential.id}: it is used by phone number ${number.id}.`,
      );
    store.remove('credential', credential.id);
    return context.json(withoutSecrets(credential));
  });
  return routes;
}

function withoutSecrets({ apiKey, apiSecret, outboundAuthenticationPlan, ...rest }: Resource): JsonRecord {
  if (outboundAuthenticationPlan === undefined) return rest;
  const { authPassword, ...shown } = recordOf(outboundAuthenticationPlan);
  return { ...rest, outboundAuthenticationPlan: shown };
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/** Why Vapi does not take it, in its words; null when it does. */
function complaintOf(body: JsonRecord): string | null {
  if (body.provider === 'telnyx')
    return /^KEY/.test(textOf(body.apiKey)) && !isWrongSecret(textOf(body.apiKey))
      ? null
      : "Couldn't validate Telnyx credential. Authentication failed.";
  if (body.provider === 'vonage')
    return isWrongSecret(textOf(body.apiKey)) || isWrongSecret(textOf(body.apiSecret))
      ? "Couldn't validate Vonage credential. Authentication failed."
      : null;
  const gateways = recordsOf(body.gateways);
  const isRefused =
    gateways.length === 0 ||
    gateways.some(({ ip, inboundEnabled }) => inboundEnabled !== false && !IPV4.test(textOf(ip)));
  // As the guide on these errors has it: calls come in from an address, never from a name.
  return isRefused ? "Couldn't validate SIP trunk credential. SIP gateway creation failed." : null;
}
