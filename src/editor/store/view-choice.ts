/** How a person last looked at drawings, remembered on this device. Never throws: a choice that cannot be kept is a lost comfort. */
import { EDITOR_VIEWS, type EditorView } from './panels.ts';

const PREFIX = 'allokoli:view:';

export interface ViewChoice {
  read(): EditorView | undefined;
  write(view: EditorView): void;
}

export function createViewChoice(storage: Pick<Storage, 'getItem' | 'setItem'>, person: string): ViewChoice {
  const key = `${PREFIX}${person}`;
  return {
    read() {
      try {
        const stored = storage.getItem(key);
        return EDITOR_VIEWS.find((view) => view === stored);
      } catch {
        return undefined; // storage may be forbidden
      }
    },
    write(view) {
      try {
        storage.setItem(key, view);
      } catch {
        // storage may be full or forbidden; the choice lasts until the page is closed
      }
    },
  };
}
