/** What we compile is what Vapi publishes that it accepts: templates and generated flows, judged by the published OpenAPI. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FlowDocument } from '../flow/document.ts';
import { templates } from '../templates/registry.ts';
import { isPublishedHere, noteAbsence, publishedValidator } from '../vapi/contract/testing/published.ts';
import { compileFlow } from './registry.ts';
import { arbitraryFlow } from './testing/arbitrary-flow.ts';
import { RUNTIME } from './testing/runtime.ts';
import { withConsent } from './testing/with-consent.ts';

const seed = Number(process.env.SEED ?? 20261123);
const numRuns = 150;

/** Fixed texts of headers are in Vapi's documents and not in its published description (vapi-facts §3.3). */
function withoutHidden(value: unknown, isHeaders = false): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutHidden(one));
  if (typeof value !== 'object' || value === null) return value;
  const { properties } = value as { properties?: Record<string, { value?: string }> };
  if (isHeaders && properties)
    return {
      ...value,
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, { value: _, ...header }]) => [name, header]),
      ),
    };
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withoutHidden(one, key === 'headers')]),
  );
}

it('every template compiles to a payload', () => {
  noteAbsence('compiled flows were');
  for (const template of templates)
    expect(compileFlow(template.build('fr', { name: 'X' }), { mode: 'publish' }).payload).not.toBeNull();
});

if (isPublishedHere)
  describe('the published OpenAPI accepts', () => {
    let judges: Record<'assistant' | 'squad', Awaited<ReturnType<typeof publishedValidator>>>;
    beforeAll(async () => {
      judges = {
        assistant: await publishedValidator('CreateAssistantDTO'),
        squad: await publishedValidator('CreateSquadDTO'),
      };
    });

    const complaints = (document: FlowDocument) =>
      (['preview', 'publish'] as const).flatMap((mode) => {
        const { payload } = compileFlow(document, { mode, runtime: RUNTIME, metadata: { flow: 'f' } });
        if (!payload) return [];
        const judge = judges[payload.type];
        return judge(withoutHidden(payload.type === 'squad' ? payload.squad : payload.assistant))
          ? []
          : (judge.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
      });

    it.each(
      templates.flatMap((template) =>
        (['fr', 'en'] as const).map((language) => [template.id, language, template] as const),
      ),
    )('%s in %s', (_, language, template) => {
      expect(complaints(template.build(language, { name: 'X' }))).toEqual([]);
    });

    it(`${numRuns} generated flows that are recorded with consent (seed ${seed})`, () => {
      fc.assert(
        fc.property(
          arbitraryFlow().map((document) => withConsent(document)),
          (document) => {
            expect(complaints(document)).toEqual([]);
          },
        ),
        { seed, numRuns },
      );
    });

    it(`${numRuns} generated flows (seed ${seed})`, () => {
      fc.assert(
        fc.property(arbitraryFlow(), (document) => {
          expect(complaints(document)).toEqual([]);
        }),
        { seed, numRuns },
      );
    });
  });
