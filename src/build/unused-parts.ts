/**
 * Build only: leaves out modules of packages that we never call and that the packages cannot shake off, because a class
 * makes one of each. Whoever begins to use one takes its row away; the journeys sign in with the built app.
 */
import type { Plugin } from 'vite';

const EMPTY: readonly (readonly [RegExp, string])[] = [
  // Auth's administration needs a secret key, which no browser has.
  [/\/@supabase\/auth-js\/dist\/module\/GoTrueAdminApi\.js$/, 'export default class {}'],
  // Nobody signs in with a passkey or a wallet here.
  [
    /\/@supabase\/auth-js\/dist\/module\/lib\/webauthn\.js$/,
    `export class WebAuthnApi {}
const none = undefined;
export { none as createCredential, none as deserializeCredentialCreationOptions, none as deserializeCredentialRequestOptions,
  none as getCredential, none as serializeCredentialCreationResponse, none as serializeCredentialRequestResponse,
  none as browserSupportsWebAuthn, none as webAuthnAbortService };`,
  ],
  // Colours are never moved from one to another: d3 brings them for its animations, of which the canvas makes none but its own way.
  [
    /\/d3-color\/dist\/.*\.m?js$/,
    `export const color = () => null;
const none = undefined;
export { none as rgb, none as hsl, none as lab, none as hcl, none as cubehelix, none as gray, none as lch };`,
  ],
  [
    /\/@supabase\/auth-js\/dist\/module\/lib\/web3\/ethereum\.js$/,
    'const none = undefined; export { none as createSiweMessage, none as fromHex, none as getAddress, none as toHex };',
  ],
];

export function unusedParts(): Plugin {
  return {
    name: 'unused-parts',
    apply: 'build',
    transform: {
      filter: { id: EMPTY.map(([id]) => id) },
      handler(_code, id) {
        const code = EMPTY.find(([pattern]) => pattern.test(id))?.[1];
        return code === undefined ? null : { code, map: null };
      },
    },
  };
}
