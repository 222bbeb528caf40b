/** Copies and cuts the selected steps into a clipboard that a browser event opens. Knows no component. */
import type { NodeId } from '../../flow/document.ts';
import { languageState } from '../../i18n/language.ts';
import { kindNamesIn } from '../../kinds/kind-words.ts';
import { notify } from '../../ui/toast.tsx';
import { cutSelection } from '../commands/cut-selection.ts';
import { deletable } from '../commands/delete-selection.ts';
import type { Editor } from '../editor-context.ts';
import { carryClip } from './carrier.ts';
import { clipOf, printClip } from './clip.ts';
import { CLIP_LIMITS } from './clip-limits.ts';
import { rememberCopy } from './last-copy.ts';
import type { ClipboardWords } from './messages.ts';
import { htmlText, plainText, readableSteps } from './readable-text.ts';

export type CopyWord = 'copy' | 'cut';

/** True when the event is ours: something of the drawing was meant, even if it could not be copied. */
export function copySteps(editor: Editor, word: CopyWord, carrier: DataTransfer, t: ClipboardWords): boolean {
  const { store, flowId } = editor;
  const { document } = store.state.getState();
  const selection = store.chosen();
  const isCut = word === 'cut';
  if (isCut && editor.isReadOnly) return false;
  // What stays in the drawing is not taken along: it would be there twice.
  const nodes: readonly NodeId[] = isCut
    ? deletable({ document, selection, kinds: store.kinds })
    : [...selection.nodes].filter((id) => document.nodes[id]);
  if (nodes.length === 0) return false;
  const clip = clipOf(document, new Set(nodes), store.kinds, flowId);
  const text = printClip(clip);
  if (nodes.length > CLIP_LIMITS.steps || text.length > CLIP_LIMITS.characters) {
    notify({ tone: 'danger', text: t.tooLargeToCopy });
    return true;
  }
  const names = kindNamesIn(languageState());
  const steps = readableSteps(clip.drawing, store.kinds, (node) => names.step(node));
  rememberCopy(text);
  carryClip(carrier, { clip: text, plain: plainText(steps), html: htmlText(steps) });
  if (isCut) store.run(cutSelection, null);
  else notify({ text: t.copied(nodes.length) });
  return true;
}

/** From a menu: the browser is asked for the event that a key would have made. No permission is needed for it. */
export function requestCopy(editor: Editor, word: CopyWord, t: ClipboardWords): void {
  let isDone = false;
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    isDone = copySteps(editor, word, event.clipboardData, t);
    event.preventDefault();
    // The editor's own listener would look at where the focus is: inside the menu.
    event.stopImmediatePropagation();
  };
  window.addEventListener('copy', onCopy, { capture: true });
  document.execCommand('copy');
  window.removeEventListener('copy', onCopy, { capture: true });
  if (!isDone) notify({ tone: 'danger', text: t.notCopied });
}
