/** THE list of ready-made blocks, in palette order. */
import type { Block } from './block.ts';
import { collectContactDetails } from './collect-contact-details.ts';
import { confirmAndRecap } from './confirm-and-recap.ts';
import { recordingConsent } from './recording-consent.ts';
import { takeAMessage } from './take-a-message.ts';

export const blocks: readonly Block[] = [
  takeAMessage,
  collectContactDetails,
  confirmAndRecap,
  recordingConsent,
];

/** Undefined for an id that no block has. */
export function blockOf(id: string): Block | undefined {
  return blocks.find((block) => block.id === id);
}
