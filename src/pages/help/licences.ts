/** Reads the list of licences that the build makes (`build.license` of `vite.config.ts`). Pure. */

export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** As the package names it. */
  readonly licence: string;
  /** The whole text. */
  readonly text: string;
}

const HEADING = /^## (\S+) - (\S+) \((.+)\)$/;

/** Null for anything else than that list: where there is none, servers answer with the page of the app. */
export function readLicences(file: string): readonly Licensed[] | null {
  const found: { name: string; version: string; licence: string; lines: string[] }[] = [];
  for (const line of file.split(/\r?\n/)) {
    const [, name, version, licence] = HEADING.exec(line) ?? [];
    if (name && version && licence) found.push({ name, version, licence, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  if (found.length === 0) return null;
  return found.map(({ lines, ...one }) => ({ ...one, text: lines.join('\n').trim() }));
}
