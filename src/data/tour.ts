/** Whether a person has had the tour of the editor, or has put it away: kept on this device, like the first steps of a flow. */
import { deviceStorage } from './device-storage.ts';

const keyOf = (person: string) => `allokoli.tour.${person}`;

export function isTourDone(person: string): boolean {
  return deviceStorage.getItem(keyOf(person)) !== null;
}

export function keepTourDone(person: string): void {
  deviceStorage.setItem(keyOf(person), 'done');
}
