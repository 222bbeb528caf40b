/** The server's side of a schedule: a new flow, and what is there afterwards. Over REST, past the product. */
import type { FlowDocument } from '../../src/flow/document.ts';

export interface Backend {
  createFlow(document: FlowDocument): Promise<string>;
  read(flow: string): Promise<{ readonly document: FlowDocument; readonly aside: readonly FlowDocument[] }>;
}

/** `credentials`: the headers that a page of the person sends. */
export async function createBackend(
  appUrl: string,
  credentials: Readonly<Record<string, string>>,
): Promise<Backend> {
  const headers = {
    ...credentials,
    'content-type': 'application/json',
    prefer: 'return=representation',
  };
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${appUrl}/rest/v1/${path}`, { ...init, headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string; document: FlowDocument }[];
  };
  const [workspace] = await ask('workspaces?select=id');
  return {
    async createFlow(document) {
      const body = JSON.stringify({ workspace_id: workspace!.id, name: document.name, document });
      return (await ask('flows', { method: 'POST', body }))[0]!.id;
    },
    async read(flow) {
      const [[row], aside] = await Promise.all([
        ask(`flows?id=eq.${flow}&select=id,document`),
        ask(`flow_snapshots?flow_id=eq.${flow}&select=id,document`),
      ]);
      return { document: row!.document, aside: aside.map(({ document }) => document) };
    },
  };
}

/** What stands at each place that the model knows. */
export function placesOf({ nodes }: FlowDocument): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { id, title, position } of Object.values(nodes)) {
    places.set(`title ${id}`, title ?? '');
    places.set(`position ${id}`, `${position.x},${position.y}`);
    if (title !== undefined) places.set(`step ${title}`, 'there');
  }
  return places;
}
