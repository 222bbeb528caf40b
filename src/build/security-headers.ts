/**
 * The headers with which the app is served: what the page may load and reach, and nothing else (reliability T: script injection,
 * click-jacking, leaks by referrer). Pure; knows no server. `vite build` writes them to `_headers`, which static hosts read.
 */

/**
 * A web call's room (`@daily-co/daily-js` 0.87, told `avoidEval`): the script of the call comes from Daily's servers, which also
 * carry signalling; noise cancellation is WebAssembly in a worker.
 */
const ROOMS = { script: 'https://c.daily.co', connect: ['https://*.daily.co', 'wss://*.daily.co'] };

/**
 * `@layer { [data-react-aria-pressable] { touch-action: … } }`, which React Aria puts into the page's head for whatever can be
 * pressed. Another text after an update of the package is refused, and the journeys fail.
 */
const PRESSABLE_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** `supabase`: the project's address when it is another origin than the app's. */
export function securityHeaders(supabase: string | undefined): Readonly<Record<string, string>> {
  const server = supabase === undefined ? [] : [new URL(supabase).origin];
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'", ROOMS.script],
    'style-src': ["'self'", PRESSABLE_STYLE],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'blob:', ...server],
    'worker-src': ["'self'", 'blob:'],
    'connect-src': ["'self'", ...server, ...server.map(overSocket), ...ROOMS.connect],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  return {
    'Content-Security-Policy': Object.entries(directives)
      .map(([name, sources]) => [name, ...sources].join(' '))
      .join('; '),
    // Two years, the least that browsers' preload lists accept; ignored on http.
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Addresses hold ids of flows and calls.
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'microphone=(self), camera=(), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}

function overSocket(origin: string): string {
  return origin.replace(/^http/, 'ws');
}

/** The file that Netlify and Cloudflare Pages read: the headers for every path; what has a hash in its name is kept for a year. */
export function headersFile(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, '/assets/*', '  Cache-Control: public, max-age=31536000, immutable', ''].join('\n');
}
