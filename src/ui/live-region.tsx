/** Tells people who do not see the screen what has just happened. `announce` may be called from anywhere; the region stands once in a page. */
import { useEffect, useState } from 'react';

let listener: ((text: string) => void) | undefined;

/** Said when nothing else is being said; a newer sentence takes the place of an older one. */
export function announce(text: string): void {
  listener?.(text);
}

export function LiveRegion() {
  const [said, setSaid] = useState({ text: '', count: 0 });
  useEffect(() => {
    const hear = (text: string) => setSaid(({ count }) => ({ text, count: count + 1 }));
    listener = hear;
    return () => {
      if (listener === hear) listener = undefined;
    };
  }, []);
  // The same sentence again is only heard when the element is another one.
  return (
    <div aria-live="polite" className="sr-only">
      <p key={said.count}>{said.text}</p>
    </div>
  );
}
