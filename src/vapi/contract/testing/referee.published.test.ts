/** The referee itself: it sees what is not as published, and says where. */
import { describe, expect, it } from 'vitest';
import { isPublishedHere, noteAbsence } from './published.ts';
import { refereed, takeFindings } from './referee.ts';

const AT = { createdAt: '2026-11-25T09:00:00.000Z', updatedAt: '2026-11-25T09:00:00.000Z' };
const SQUAD = { id: 's', orgId: 'o', ...AT, members: [{ assistantId: 'a' }] };

const REFUSED = { message: ['members should not be empty'], error: 'Bad Request', statusCode: 400 };

/** What is found when `asked` is answered with `answer`. */
async function findings(
  [method, path, body]: readonly [string, string, unknown?],
  [status, answer, headers = {}]: readonly [number, unknown, Record<string, string>?],
  always = false,
): Promise<string> {
  const watched = refereed(async () => Response.json(answer, { status, headers }), { always });
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  await watched(new Request(`http://vapi${path}`, init));
  return (await takeFindings()).join('\n');
}

it('is asked', () => {
  noteAbsence('the requests of the product and the answers of the sandbox were');
});

if (isPublishedHere)
  describe('the referee', () => {
    it.each([
      ['a good answer', ['GET', '/squad/s'], [200, SQUAD], ''],
      ['a property too many', ['GET', '/squad/s'], [200, { ...SQUAD, colour: 1 }], 'colour'],
      ['a property too few', ['GET', '/squad/s'], [200, { ...SQUAD, id: undefined }], "'id'"],
      ['a bad body that was taken', ['POST', '/squad', { name: 'x' }], [201, SQUAD], "'members'"],
      ['a route of nobody', ['GET', '/colour'], [200, {}], 'no such route'],
      ['a parameter of nobody', ['GET', '/squad?colour=1'], [200, [SQUAD]], '?colour'],
      ['a bad refusal', ['GET', '/squad/s'], [404, { message: 'x' }], 'statusCode'],
      ['a bad body that was refused', ['POST', '/squad', {}], [400, REFUSED], ''],
      [
        'what the sandbox was told to spoil',
        ['GET', '/squad/s'],
        [200, 'x', { 'x-allokoli-fault': 'y' }],
        '',
      ],
      ['the hidden route of web calls', ['POST', '/call/web', { colour: 1 }], [201, {}], 'colour'],
    ] as const)('sees %s', async (_, asked, answered, complaint) => {
      const found = await findings(asked, answered);
      if (complaint === '') expect(found).toBe('');
      else expect(found).toContain(complaint);
    });

    it('judges all that the product asks, be it refused', async () => {
      expect(await findings(['POST', '/squad', {}], [400, REFUSED], true)).toContain("'members'");
    });
  });
