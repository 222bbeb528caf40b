/** Which model plays: the scripted one, or what the environment names. Asks nobody. */
import { fail, type Result, succeed } from '../../../lib/result.ts';
import type { OpenAiOptions } from './open-ai.ts';

/**
 * `ALLOKOLI_MODEL_URL` (base URL of an OpenAI-compatible server) and `ALLOKOLI_MODEL_NAME` replace the scripted model;
 * `ALLOKOLI_MODEL_KEY` where the server wants one. Null without them, a sentence when they cannot be meant so.
 */
export function modelSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Pick<OpenAiOptions, 'baseUrl' | 'key' | 'name'> | null, string> {
  const { ALLOKOLI_MODEL_URL: url, ALLOKOLI_MODEL_KEY: key, ALLOKOLI_MODEL_NAME: name } = environment;
  if (!url) {
    const given = name ? 'ALLOKOLI_MODEL_NAME' : key ? 'ALLOKOLI_MODEL_KEY' : null;
    return given === null
      ? succeed(null)
      : fail(
          `${given} is set, so ALLOKOLI_MODEL_URL must be set too: the address of an OpenAI-compatible server, for example http://127.0.0.1:11434/v1.`,
        );
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return fail(
      `ALLOKOLI_MODEL_URL is "${url}", which is not a web address. It must be like http://127.0.0.1:11434/v1.`,
    );
  if (!name)
    return fail(
      'ALLOKOLI_MODEL_URL is set, so ALLOKOLI_MODEL_NAME must be set too: the name of the model there.',
    );
  // People copy the whole address.
  const baseUrl = url.replace(/\/chat\/completions\/?$/, '');
  return succeed({ baseUrl, name, ...(key ? { key } : {}) });
}
