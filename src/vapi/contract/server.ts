/** Where Vapi sends webhooks. Knows neither what is sent nor who listens. */
import * as z from 'zod';

/** Retrying of failed webhooks; without it Vapi never retries. */
export const backoffPlan = z.strictObject({
  type: z.enum(['fixed', 'exponential']),
  maxRetries: z.number().int().min(0).max(10),
  baseDelaySeconds: z.number().min(0).max(10),
  excludedStatusCodes: z.array(z.number().int()).optional(),
});

/** A webhook address. `credentialId` names the stored credential that signs the requests. */
export const server = z.strictObject({
  url: z.string().min(1),
  timeoutSeconds: z.number().min(1).max(300).optional(),
  credentialId: z.uuid().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  backoffPlan: backoffPlan.optional(),
});
export type Server = z.infer<typeof server>;
