/** Paste without a key: from the system's clipboard where the browser allows it, otherwise the last copy of this tab. Knows no component. */
import type { Point } from '../../flow/document.ts';
import { notify } from '../../ui/toast.tsx';
import type { Editor } from '../editor-context.ts';
import { carriedClip } from './carrier.ts';
import { lastCopy } from './last-copy.ts';
import type { ClipboardWords } from './messages.ts';
import { pasteText } from './paste-clip.ts';

/** Around `at`, a point of the window. */
export async function requestPaste(editor: Editor, at: Point, t: ClipboardWords): Promise<void> {
  const text = (await clipOfSystem()) ?? lastCopy();
  if (text === null) notify({ text: t.nothingToPaste });
  else pasteText(editor, text, at, t);
}

/** Null when it may not be read, or when no steps are in it. */
async function clipOfSystem(): Promise<string | null> {
  try {
    for (const item of await navigator.clipboard.read()) {
      if (!item.types.includes('text/html')) continue;
      const html = await (await item.getType('text/html')).text();
      const clip = carriedClip({ getData: (type) => (type === 'text/html' ? html : '') });
      if (clip !== null) return clip;
    }
  } catch {
    // not allowed, or not known to this browser
  }
  return null;
}
