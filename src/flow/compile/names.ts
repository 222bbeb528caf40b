/** Names inside the payload: unique, within Vapi's limits, the same for the same step. Pure. */

/** ASCII words joined by underscores; `fallback` when nothing is left. */
export function slug(text: string, fallback: string, longest: number): string {
  const words = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, longest)
    .replace(/_+$/, '');
  return words === '' ? fallback : words;
}

/** Gives each (purpose, id) one name of at most 40 characters, `^[a-z][a-z0-9_]*$`, never the same for two. */
export function createNames() {
  const byRequest = new Map<string, string>();
  const taken = new Set<string>();
  return (purpose: string, id: string): string => {
    const request = `${purpose}\u0000${id}`;
    const known = byRequest.get(request);
    if (known) return known;
    const base = `${slug(purpose, 'tool', 14)}_${slug(id, 'x', 20)}`;
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`;
    taken.add(name);
    byRequest.set(request, name);
    return name;
  };
}
