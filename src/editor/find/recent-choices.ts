/** What was chosen last in the search of a flow, newest first: ids only, kept on this device. Knows no screen. */

const MOST = 5;

const keyOf = (flowId: string) => `allokoli.found.${flowId}`;

export function recentChoices(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  flowId: string,
): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(flowId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, MOST) : [];
  } catch {
    return []; // storage may be forbidden, or hold what another version wrote
  }
}

export function rememberChoice(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  flowId: string,
  id: string,
): void {
  const next = [id, ...recentChoices(storage, flowId).filter((one) => one !== id)].slice(0, MOST);
  try {
    storage.setItem(keyOf(flowId), JSON.stringify(next));
  } catch {
    // storage may be full or forbidden; the search works without
  }
}
