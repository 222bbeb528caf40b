/** Small things that this device remembers. Where its storage is full or forbidden, they last as long as the page. */

export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const forNow = new Map<string, string>();

export const deviceStorage: DeviceStorage = {
  getItem(key) {
    try {
      return forNow.get(key) ?? localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  setItem(key, value) {
    try {
      localStorage.setItem(key, value);
      forNow.delete(key);
    } catch {
      forNow.set(key, value);
    }
  },
  removeItem(key) {
    forNow.delete(key);
    try {
      localStorage.removeItem(key);
    } catch {
      // nothing is kept there
    }
  },
};

/** What is still to be done with a flow that was just made (`first-steps.ts`). */
export const firstStepsKey = (flowId: string) => `allokoli.first-steps.${flowId}`;
