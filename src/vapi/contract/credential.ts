/**
 * What opens an account at a telephone provider, as Vapi keeps it. `/credential` is documented (guides on SIP trunks) and left out of the
 * published OpenAPI, which has the bodies of two of the three. Secrets go in and are never given back.
 */
import * as z from 'zod';

const name = z.string().min(1).max(40);

export const createCredentialBody = z.discriminatedUnion('provider', [
  z.strictObject({ provider: z.literal('telnyx'), name, apiKey: z.string() }),
  z.strictObject({ provider: z.literal('vonage'), name, apiKey: z.string(), apiSecret: z.string() }),
  z.strictObject({
    provider: z.literal('byo-sip-trunk'),
    name,
    gateways: z
      .array(
        z.strictObject({
          /** An IPv4 address; a name only where calls go out and none come in. */
          ip: z.string(),
          port: z.number().int().min(1).max(65_535).optional(),
          inboundEnabled: z.boolean(),
          outboundEnabled: z.boolean(),
        }),
      )
      .min(1),
    outboundAuthenticationPlan: z
      .strictObject({ authUsername: z.string(), authPassword: z.string() })
      .optional(),
    outboundLeadingPlusEnabled: z.boolean(),
  }),
]);
export type CreateCredentialBody = z.infer<typeof createCredentialBody>;

export const savedCredential = z.looseObject({
  id: z.string(),
  provider: z.string().nullish(),
  name: z.string().nullish(),
});
export type SavedCredential = z.infer<typeof savedCredential>;
