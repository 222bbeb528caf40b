/** Which Vapi the conformance suite talks to. Knows neither the sandbox nor what is tried. */

export interface Target {
  readonly name: string;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly key: string;
  /** Milliseconds between two writes, which a real account wants. */
  readonly pause: number;
}

/** What stands where no key is given, so that nobody believes that the real one was asked. */
export const NO_LIVE_TARGET =
  'Notice: ALLOKOLI_VAPI_LIVE_KEY is not set, so the conformance suite ran against the sandbox only, not against a live Vapi.';

/**
 * A live account, only when it is named for this purpose: the keys of `npm start` (`ALLOKOLI_VAPI_API_KEY`) and of anybody's
 * shell (`VAPI_API_KEY`) are ignored. `ALLOKOLI_VAPI_LIVE_URL` for the EU region.
 */
export function liveTarget(environment: Readonly<Record<string, string | undefined>>): Target | null {
  const { ALLOKOLI_VAPI_LIVE_KEY: key, ALLOKOLI_VAPI_LIVE_URL: url } = environment;
  if (!key) return null;
  const baseUrl = (url || 'https://api.vapi.ai').replace(/\/+$/, '');
  return { name: `live Vapi at ${new URL(baseUrl).host}`, baseUrl, key, pause: 700 };
}
