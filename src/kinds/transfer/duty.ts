/** Who is called when: one meaning for simulation, and the same for Liquid. Pure. */
import type { FlowDocument, HoursId } from '../../flow/document.ts';
import { isOpen, openingLiquid } from '../../flow/hours.ts';
import type { OnDuty } from '../../vapi/script/script.ts';
import { type Person, reachable } from './people.ts';

/** Those who are called at an instant, in order. Whose hours are gone is never called: a check says so. */
export function onDuty(people: readonly Person[], document: FlowDocument, now: number) {
  return reachable(people).filter(({ person: { hours } }) => {
    if (!hours) return true;
    const own = document.hours[hours as HoursId];
    return own !== undefined && isOpen(own, now);
  });
}

/** The same for Liquid, decided when a prompt is rendered; undefined when everybody is called at any time. */
export function dutyLiquid(
  people: readonly Person[],
  document: FlowDocument,
  variable: string,
): OnDuty | undefined {
  const ids = [...new Set(people.flatMap(({ hours }) => hours || []))];
  if (ids.length === 0) return undefined;
  const name = (id: string) => `${variable}_${ids.indexOf(id)}`;
  const prepare = ids.map((id) => {
    const hours = document.hours[id as HoursId];
    return hours ? openingLiquid(hours, name(id)) : `{% assign ${name(id)} = "unknown" %}`;
  });
  return {
    prepare: prepare.join(''),
    tests: people.map(({ hours }) => (hours ? `${name(hours)} == "yes"` : null)),
  };
}
