/** What a refusal says, in a line. */
import { errorAnswer } from '../../../src/publish/wire.ts';

export async function codeOf(response: Response): Promise<string> {
  return `${response.status} ${errorAnswer.parse(await response.json()).error.code}`;
}
