/**
 * Build only: `zod/mini` has a core of its own. A module stands in one file only, with all that anybody uses of it; shared with whole
 * `zod`, the few shapes of a drawing would bring the core of all others along. Either reads the other's schemas, for zod asks
 * what a schema says of itself, never whose it is.
 */
import type { Plugin } from 'vite';

const OWN = '?mini';

export function twoZods(): Plugin {
  return {
    name: 'two-zods',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const isAsked = source === 'zod/mini' || (source.startsWith('.') && importer?.endsWith(OWN));
      if (!isAsked) return null;
      const found = await this.resolve(source, importer?.replace(OWN, ''), { ...options, skipSelf: true });
      return found && { ...found, id: found.id + OWN };
    },
  };
}
