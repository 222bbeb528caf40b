/** The whole flow on paper: drawn while the page is being printed, in place of everything else. */
import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { later, partOf } from '../../ui/later.ts';

const page = later(async () => (await import('./printed-page.tsx')).PrintedPage);

/** Opens the browser's own window for printing. */
export async function printFlow(): Promise<void> {
  await partOf(page);
  window.print();
}

/** Whoever prints by a key before the page is there gets the screen: the browser waits for nothing. */
export function PrintedFlow() {
  const isPrinting = useIsPrinting();
  const Page = page.now();
  return isPrinting && Page && createPortal(<Page />, document.body);
}

/** The browser takes its picture right after it has said that it will. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}
