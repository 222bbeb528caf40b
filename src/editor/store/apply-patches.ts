/** Patches of the history put onto a document: only what they touch is copied, each part once. Pure; knows no document. */
import { changesKeys, copyPart, type Part } from './copy-part.ts';
import type { Patch } from './draft.ts';

/** The patches are of a document like this one, as its edit made them. Values in them are taken over as they are. */
export function applyPatches<Document extends object>(
  document: Document,
  patches: readonly Patch[],
): Document {
  const own = new Set<unknown>();
  const copied = (part: unknown): Part => {
    if (own.has(part)) return part as Part;
    const copy = copyPart(part as Part);
    own.add(copy);
    return copy;
  };
  let root: unknown = document;
  for (const { op, path, value } of patches) {
    const last = path.at(-1);
    if (last === undefined) {
      root = value;
      continue;
    }
    root = copied(root);
    let part = root as Part;
    for (const key of path.slice(0, -1)) {
      const next = copied(part[key]);
      part[key] = next;
      part = next;
    }
    if (!Array.isArray(part)) {
      if (op === 'remove' || !Object.hasOwn(part, last)) changesKeys(part);
      if (op === 'remove') delete part[last];
      else part[last] = value;
    } else if (op === 'add' && last !== '-') part.splice(Number(last), 0, value);
    else if (op === 'add') part.push(value);
    else if (op === 'remove') part.splice(Number(last), 1);
    else part[last as number] = value;
  }
  return root as Document;
}
