/** Types into a field whose words may be tokens: what a browser tells it before it writes, and jsdom leaves out. */
import { act } from '@testing-library/react';

/** Letter by letter at the caret, or at the end where there is none. */
export function typeText(field: HTMLElement, text: string): void {
  act(() => field.focus());
  for (const data of text) {
    const event = new InputEvent('beforeinput', {
      inputType: 'insertText',
      data,
      bubbles: true,
      cancelable: true,
    });
    Object.assign(event, { getTargetRanges: () => [endOf(field)] });
    act(() => void field.dispatchEvent(event));
  }
}

function endOf(field: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(field);
  range.collapse(false);
  return range;
}
