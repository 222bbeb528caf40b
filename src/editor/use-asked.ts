/** What the address of a flow asks to be opened, once: the tour, from the help; the publish window, from a browser link. */
import { useEffect } from 'react';
import { useSearchParams } from '../router/router.tsx';
import type { Editor } from './editor-context.ts';

export function useAsked({ panels, isReadOnly }: Editor): void {
  const [asked, setAsked] = useSearchParams();
  const tour = asked.has('tour');
  const publish = asked.has('publish');
  useEffect(() => {
    if (!tour && !publish) return;
    panels.setState({
      ...(tour ? { tour: 0 } : {}),
      ...(publish && !isReadOnly ? { publication: true } : {}),
    });
    setAsked({}, { replace: true });
  }, [tour, publish, isReadOnly, panels, setAsked]);
}
