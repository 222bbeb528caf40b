/**
 * What a drawing must hold after everything: every edit but those of the last second before a kill. Knows neither the
 * product nor a browser: an edit is a value at a place.
 */

export interface Edit {
  readonly place: string;
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The server has it, by what the page said. */
  isAcknowledged: boolean;
  /** Made less than a second before its tab was killed. */
  isExcused: boolean;
}

export interface Model {
  edit(tab: string, place: string, value: string): void;
  /** The page says that everything is saved. */
  acknowledge(tab: string): void;
  /** The tab died `at` that moment; `grace`: it had a whole second to itself since its last edit. */
  kill(tab: string, grace: boolean, at?: number): void;
  /** What is lost: one line each. `actual` gives what is there. `elsewhere` holds what was set aside when people chose. */
  losses(actual: (place: string) => string | undefined, elsewhere: ReadonlySet<string>): readonly Loss[];
  readonly count: number;
}

export interface Loss {
  readonly text: string;
  readonly wasAcknowledged: boolean;
}

export function createModel(): Model {
  const edits: { readonly tab: string; readonly edit: Edit }[] = [];
  return {
    edit(tab, place, value) {
      const edit = { place, value, at: Date.now(), isAcknowledged: false, isExcused: false };
      edits.push({ tab, edit });
    },
    acknowledge(tab) {
      for (const one of edits) if (one.tab === tab) one.edit.isAcknowledged = true;
    },
    kill(tab, grace, at = Date.now()) {
      for (const { tab: name, edit } of edits)
        if (name === tab && !grace && !edit.isAcknowledged && at - edit.at < 1000) edit.isExcused = true;
    },
    losses(actual, elsewhere) {
      const places = new Set(edits.map(({ edit }) => edit.place));
      return [...places].flatMap((place): Loss[] => {
        const here = edits.map(({ edit }) => edit).filter((edit) => edit.place === place);
        const due = here.findLastIndex((edit) => !edit.isExcused);
        const value = actual(place);
        // Of what may be lost, the beginning may be there.
        const isThere = ({ value: wanted, isExcused }: Edit) =>
          wanted === value || (isExcused && value !== undefined && wanted.startsWith(value));
        if (due < 0 || here.slice(due).some(isThere)) return [];
        const { value: wanted, isAcknowledged } = here[due]!;
        if (elsewhere.has(`${place}=${wanted}`)) return [];
        return [{ text: `${place}: ${wanted} is not there, but ${value}`, wasAcknowledged: isAcknowledged }];
      });
    },
    get count() {
      return edits.length;
    },
  };
}
