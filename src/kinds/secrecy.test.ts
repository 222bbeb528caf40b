/** Professional secrecy: every template, recorded or not, compiles to assistants that keep nothing; and what answers past a limit does too. */
import { describe, expect, it } from 'vitest';
import type { FlowDocument } from '../flow/document.ts';
import { limitAnswerFlow } from '../templates/limit-answer.ts';
import { templates } from '../templates/registry.ts';
import { compileFlow } from './registry.ts';
import { withConsent } from './testing/with-consent.ts';

const KEEPS_NOTHING = {
  recordingEnabled: false,
  videoRecordingEnabled: false,
  loggingEnabled: false,
  pcapEnabled: false,
  fullMessageHistoryEnabled: true,
  transcriptPlan: { enabled: false },
};
const LISTENS_TO_NOTHING = {
  listenEnabled: false,
  listenAuthenticationEnabled: true,
  controlEnabled: false,
  controlAuthenticationEnabled: true,
};
const ANALYSES_NOTHING = {
  summaryPlan: { enabled: false },
  structuredDataPlan: { enabled: false },
  successEvaluationPlan: { enabled: false },
};

function compiled(document: FlowDocument, secrecy: boolean) {
  const { payload, problems } = compileFlow(document, { mode: 'publish', secrecy });
  if (!payload) throw new Error('nothing was compiled');
  const assistants =
    payload.type === 'assistant'
      ? [payload.assistant]
      : payload.squad.members.flatMap((member) => ('assistant' in member ? [member.assistant] : []));
  const shared = payload.type === 'squad' ? payload.squad.membersOverrides : undefined;
  return { assistants, shared, errors: problems.filter(({ severity }) => severity === 'error') };
}

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_id, template) => {
  it('keeps nothing, recorded or not', () => {
    const drawn = template.build('fr', { name: 'Cabinet Martin' });
    for (const document of [drawn, withConsent(drawn)]) {
      const { assistants, shared, errors } = compiled(document, true);
      expect(errors).toEqual([]);
      expect(shared?.artifactPlan).toBeUndefined();
      for (const assistant of assistants) {
        expect(assistant.artifactPlan).toEqual(KEEPS_NOTHING);
        expect(assistant.monitorPlan).toEqual(LISTENS_TO_NOTHING);
        expect(assistant.analysisPlan).toEqual(ANALYSES_NOTHING);
      }
    }
  });

  it('without it, is what it was', () => {
    const drawn = template.build('en', { name: 'The Green Table' });
    const plain = compileFlow(drawn, { mode: 'publish' });
    expect(compileFlow(drawn, { mode: 'publish', secrecy: false })).toEqual(plain);
  });
});

describe('past a limit', () => {
  it.each([
    ['en', null],
    ['fr', null],
    ['en', '+33142685300'],
    ['fr', '+33142685300'],
  ] as const)(
    '%s, passed on to %s: one assistant that says who speaks, and the message',
    (language, transferTo) => {
      const message = 'Merci de {{rappeler}} en {% juin %}.';
      const document = limitAnswerFlow({ language, message, transferTo });
      const { assistants, errors } = compiled(document, true);
      expect(errors).toEqual([]);
      expect(assistants).toHaveLength(1);
      const [assistant] = assistants;
      expect(assistant?.firstMessage).toMatch(
        language === 'fr' ? /assistant vocal automatisé/ : /automated assistant/,
      );
      expect(JSON.stringify(assistant)).toContain('Merci de rappeler en');
      expect(JSON.stringify(assistant).includes('+33142685300')).toBe(transferTo !== null);
      expect(assistant?.artifactPlan).toEqual(KEEPS_NOTHING);
      expect(assistant?.serverMessages).toEqual([]);
    },
  );
});
