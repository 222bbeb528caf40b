/** Bodies of campaigns as the published API accepts them. */
import * as z from 'zod';
import { customerShape, overridesShape, schedulePlanShape } from './bodies.ts';
import { serverShape } from './tools.ts';

const MESSAGES = [
  'campaign.started',
  'campaign.cancelled',
  'campaign.ended',
  'campaign.archived',
  'campaign.unarchived',
  'contact.dispatched',
  'contact.completed',
  'contact.failed',
  'contact.skipped',
  'contact.predial-failed',
  'campaign.job.continued',
] as const;

const customers = z.array(customerShape).min(1).max(10_000);
const whoCallsWhom = {
  assistantId: z.uuid().optional(),
  squadId: z.uuid().optional(),
  phoneNumberId: z.uuid().optional(),
  dialPlan: z
    .array(z.strictObject({ phoneNumberId: z.uuid(), customers }))
    .min(1)
    .optional(),
  schedulePlan: schedulePlanShape.optional(),
};

export const createCampaignShape = z.strictObject({
  name: z.string(),
  ...whoCallsWhom,
  customers: customers.optional(),
  maxConcurrency: z.number().min(1).optional(),
  assistantOverrides: overridesShape.optional(),
  squadOverrides: overridesShape.optional(),
  server: serverShape.optional(),
  serverMessages: z.array(z.enum(MESSAGES)).optional(),
  predialPlan: z.strictObject({ enabled: z.boolean().optional() }).optional(),
  duplicateFromCampaignId: z.uuid().optional(),
});

export const updateCampaignShape = z.strictObject({
  name: z.string().optional(),
  ...whoCallsWhom,
  status: z.enum(['ended', 'cancelled']).optional(),
});
