/** A directed graph of small integers in flat arrays: what can be reached, what turns in circles. Pure; knows no steps. */

/** Compressed rows: those who follow `node` stand in `targets` from `starts[node]` up to, not including, `starts[node + 1]`. */
export interface Digraph {
  readonly starts: Int32Array;
  readonly targets: Int32Array;
}

/** How many nodes there are. */
export function sizeOf({ starts }: Digraph): number {
  return starts.length - 1;
}

/** The same graph with one node followed by some more, after its own. */
export function withFollowers(graph: Digraph, node: number, more: readonly number[]): Digraph {
  if (more.length === 0) return graph;
  const end = graph.starts[node + 1]!;
  const targets = new Int32Array(graph.targets.length + more.length);
  targets.set(graph.targets.subarray(0, end));
  targets.set(more, end);
  targets.set(graph.targets.subarray(end), end + more.length);
  const starts = graph.starts.map((start, index) => (index > node ? start + more.length : start));
  return { starts, targets };
}

/** The same graph without the links that lead to nodes outside the mask. */
export function within({ starts, targets }: Digraph, mask: Uint8Array): Digraph {
  const kept = new Int32Array(starts.length);
  const inside: number[] = [];
  for (let node = 0; node + 1 < starts.length; node += 1) {
    for (let at = starts[node]!; at < starts[node + 1]!; at += 1)
      if (mask[targets[at]!] === 1) inside.push(targets[at]!);
    kept[node + 1] = inside.length;
  }
  return { starts: kept, targets: Int32Array.from(inside) };
}

/** 1 for each node to which a way leads from the root, the root among them. */
export function reachedFrom(graph: Digraph, root: number): Uint8Array {
  const { starts, targets } = graph;
  const seen = new Uint8Array(sizeOf(graph));
  const waiting = new Int32Array(seen.length);
  let last = 0;
  waiting[last++] = root;
  seen[root] = 1;
  for (let first = 0; first < last; first += 1) {
    const node = waiting[first]!;
    for (let at = starts[node]!; at < starts[node + 1]!; at += 1) {
      const to = targets[at]!;
      if (seen[to] === 1) continue;
      seen[to] = 1;
      waiting[last++] = to;
    }
  }
  return seen;
}

/**
 * Strongly connected components of what can be reached from the root, in topological order (a component before those it
 * leads to), the nodes of each in the order of their discovery. Tarjan's algorithm without recursion, so that a long chain
 * cannot overflow the stack.
 */
export function strongComponents(graph: Digraph, root: number): number[][] {
  const { starts, targets } = graph;
  const size = sizeOf(graph);
  /** When a node was discovered, from 1; 0 before. */
  const found = new Int32Array(size);
  const low = new Int32Array(size);
  const next = starts.slice(0, size);
  /** The way from the root to the node that is being looked at. */
  const path = new Int32Array(size);
  /** Discovered nodes whose component is not complete. */
  const open = new Int32Array(size);
  const isOpen = new Uint8Array(size);
  const components: number[][] = [];
  let depth = 0;
  let opened = 0;
  let count = 0;
  const enter = (node: number) => {
    count += 1;
    found[node] = count;
    low[node] = count;
    path[depth++] = node;
    open[opened++] = node;
    isOpen[node] = 1;
  };
  enter(root);
  while (depth > 0) {
    const node = path[depth - 1]!;
    if (next[node]! < starts[node + 1]!) {
      const to = targets[next[node]!++]!;
      if (found[to] === 0) enter(to);
      else if (isOpen[to] === 1 && found[to]! < low[node]!) low[node] = found[to]!;
      continue;
    }
    depth -= 1;
    if (depth > 0) {
      const parent = path[depth - 1]!;
      if (low[node]! < low[parent]!) low[parent] = low[node]!;
    }
    if (low[node] !== found[node]) continue;
    let first = opened;
    do {
      first -= 1;
      isOpen[open[first]!] = 0;
    } while (open[first] !== node);
    const component: number[] = [];
    for (let at = first; at < opened; at += 1) component.push(open[at]!);
    components.push(component);
    opened = first;
  }
  return components.reverse();
}
