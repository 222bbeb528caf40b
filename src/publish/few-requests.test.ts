/**
 * An edit of one sentence makes anew at Vapi only the member that says it and the squad that names it, in every template and for
 * every step. To read the figure: `npx vitest run --project node --silent=false src/publish/few-requests.test.ts`
 */
import { expect, it } from 'vitest';
import type { FlowDocument, FlowNode, NodeId } from '../flow/document.ts';
import { compileFlow, registry } from '../kinds/registry.ts';
import { stepVersions } from '../kinds/step-part.ts';
import { RUNTIME } from '../kinds/testing/runtime.ts';
import type { JsonObject } from '../lib/json.ts';
import { templates } from '../templates/registry.ts';
import { planResources } from './plan.ts';

/** The hashes of what publishing would have at Vapi, members apart from their squad; and the members in which each step lies. */
async function published(document: FlowDocument) {
  const versions = await stepVersions(document, registry);
  const runtime = {
    ...RUNTIME,
    parameters: (node: NodeId) => [
      ...RUNTIME.parameters(node),
      { key: 'version', value: versions.get(node) ?? '' },
    ],
  };
  const { payload, manifest } = compileFlow(document, { mode: 'publish', runtime });
  if (!payload) throw new Error('nothing answers the call');
  const resources = await planResources(payload, document.name);
  return {
    members: resources.flatMap(({ kind, hash }) => (kind === 'assistant' ? [hash] : [])),
    homes: (node: NodeId) =>
      manifest.members.filter(
        ({ steps, opening }) => opening.includes(node) || steps.some((step) => step.node === node),
      ).length,
  };
}

/** The drawing with one more word in a sentence of the step; null when it has none of its own. */
function reworded(document: FlowDocument, node: FlowNode): FlowDocument | null {
  const [sentence] = registry.get(node.kind)?.sentences(node.data) ?? [];
  if (!sentence || sentence.field.includes('.') || typeof node.data[sentence.field] !== 'string') return null;
  const data: JsonObject = { ...node.data, [sentence.field]: `${sentence.text} Vraiment.` };
  return { ...document, nodes: { ...document.nodes, [node.id]: { ...node, data } } };
}

it('is made anew where the sentence is said, and nowhere else', async () => {
  let edits = 0;
  let anew = 0;
  for (const template of templates) {
    const drawn = template.build('fr', { name: 'Agence' });
    const before = await published(drawn);
    if (before.members.length === 1) continue;
    for (const node of Object.values<FlowNode>(drawn.nodes)) {
      const next = reworded(drawn, node);
      if (!next) continue;
      const after = await published(next);
      const made = after.members.filter((hash) => !before.members.includes(hash)).length;
      // A step to which several ways lead may have its place in several members.
      expect([template.id, node.id, made]).toEqual([template.id, node.id, before.homes(node.id)]);
      edits += 1;
      anew += made;
    }
  }
  expect(edits).toBeGreaterThan(50);
  console.log(
    `members made anew by an edit of one sentence: ${(anew / edits).toFixed(2)} (${edits} edits of squads)`,
  );
});
