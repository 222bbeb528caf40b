/**
 * What the browser and the Edge Function `api` say to each other about a workspace's own account at Vapi. Knows neither side.
 * A key goes in and never comes out.
 */
import * as z from 'zod';

const uuid = z.uuid();

/** Vapi's regions are separate: an account is of one of them. `sandbox` is offered on a local stack only. */
export const VAPI_REGIONS = ['us', 'eu', 'sandbox'] as const;
export type VapiRegion = (typeof VAPI_REGIONS)[number];

/** `GET /connection?workspaceId=…` */
export const connectionAnswer = z.strictObject({
  /** Null: the workspace has no account of its own. */
  own: z
    .strictObject({
      region: z.enum(VAPI_REGIONS),
      endsIn: z.string(),
      testedAt: z.string(),
      /** Whether Vapi's messages to us can be trusted: news of calls at once, and steps that act during a call. */
      isSigned: z.boolean(),
      /** Present while a former secret is accepted beside the new one. */
      replacing: z
        .strictObject({
          since: z.string(),
          /** When the new secret was first or last seen at work; null: not yet. */
          signedAt: z.string().nullable(),
          formerSignedAt: z.string().nullable(),
          /** Numbers that answer with what was published under the former credential. */
          numbers: z.number().int(),
        })
        .nullable(),
    })
    .nullable(),
  /** Whether the installation has an account for workspaces without their own. */
  hasCommon: z.boolean(),
  isSandbox: z.boolean(),
  regions: z.array(z.enum(VAPI_REGIONS)),
  /** What a change to another account would leave behind. */
  here: z.strictObject({ numbers: z.number().int(), inService: z.number().int(), files: z.number().int() }),
});
export type ConnectionAnswer = z.infer<typeof connectionAnswer>;

const key = z
  .string()
  .max(300)
  .transform((text) => text.trim())
  .pipe(
    z
      .string()
      .min(8)
      .regex(/^[\x21-\x7e]+$/),
  );

/** The credential by which Vapi signs what it sends to us. */
const signature = z.strictObject({ credentialId: z.string().trim().min(1).max(100), secret: key });

/** `POST /connection`: tried at Vapi first, kept only if that worked. */
export const connectionRequest = z.strictObject({
  workspaceId: uuid,
  region: z.enum(VAPI_REGIONS),
  key,
  signature: signature.optional(),
});
/** `POST /connection/signature`: another secret beside the present one, which is accepted until nothing uses it. */
export const signatureRequest = z.strictObject({ workspaceId: uuid, ...signature.shape });
/** `POST /connection/test`, `POST /connection/signature/retire` and `POST /connection/remove` */
export const connectionOf = z.strictObject({ workspaceId: uuid });
/** `isSame`: the account is one that the workspace used before; what it made there is in use again. */
export const connectedAnswer = z.strictObject({ isSame: z.boolean() });
