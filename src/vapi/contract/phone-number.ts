/** Phone numbers as we write them and as Vapi gives them back. */
import * as z from 'zod';
import { savedFields } from './assistant.ts';
import { server } from './server.ts';

export const PHONE_PROVIDERS = ['vapi', 'twilio', 'vonage', 'telnyx', 'byo-phone-number'] as const;

/** What calls on a line can do. */
export interface LineAbilities {
  /** Stays with the caller until a person has answered; blind transfers work on every line (vapi-facts §3.1). */
  readonly warmTransfer: boolean;
  /** Lets a person's telephone ring for as long as is wished: only where calls are dialled over SIP. */
  readonly ringTime: boolean;
}

/** By the provider of the number that is called. Pure; of an unknown provider nothing is expected. */
export function abilitiesOf(provider: string): LineAbilities {
  return { warmTransfer: provider === 'twilio', ringTime: provider === 'byo-phone-number' };
}

/** `POST /phone-number`: a free number of Vapi (US area codes only). */
export const createPhoneNumberBody = z.strictObject({
  provider: z.literal('vapi'),
  numberDesiredAreaCode: z.string().length(3).optional(),
  name: z.string().max(40).optional(),
  assistantId: z.uuid().optional(),
  squadId: z.uuid().optional(),
  server: server.optional(),
});
export type CreatePhoneNumberBody = z.infer<typeof createPhoneNumberBody>;

const imported = { number: z.string().min(3).max(40), name: z.string().max(40) };

/**
 * `POST /phone-number`: a number that stays with its provider and rings at Vapi from then on. Twilio's keys go along, those of the others
 * are a credential (`credential.ts`).
 */
export const importPhoneNumberBody = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('twilio'),
    ...imported,
    twilioAccountSid: z.string(),
    twilioAuthToken: z.string(),
    /** Off: what becomes of text messages stays as it is at Twilio. */
    smsEnabled: z.literal(false),
  }),
  z.strictObject({ provider: z.literal('telnyx'), ...imported, credentialId: z.string() }),
  z.strictObject({ provider: z.literal('vonage'), ...imported, credentialId: z.string() }),
  z.strictObject({
    provider: z.literal('byo-phone-number'),
    ...imported,
    credentialId: z.string(),
    numberE164CheckEnabled: z.literal(true),
  }),
]);
export type ImportPhoneNumberBody = z.infer<typeof importPhoneNumberBody>;

/**
 * `PATCH /phone-number/{id}`: who answers. Only one of the two may be set; the other is cleared by an explicit null
 * (documented in Vapi's guides, not marked nullable in the OpenAPI: read it back after the switch).
 */
export const updatePhoneNumberBody = z.strictObject({
  provider: z.enum(PHONE_PROVIDERS).optional(),
  name: z.string().max(40).optional(),
  assistantId: z.uuid().nullable().optional(),
  squadId: z.uuid().nullable().optional(),
  server: server.optional(),
});
export type UpdatePhoneNumberBody = z.infer<typeof updatePhoneNumberBody>;

export const savedPhoneNumber = z.looseObject({
  ...savedFields,
  provider: z.string(),
  number: z.string().nullish(),
  name: z.string().nullish(),
  status: z.string().nullish(),
  assistantId: z.string().nullish(),
  squadId: z.string().nullish(),
});
export type SavedPhoneNumber = z.infer<typeof savedPhoneNumber>;
