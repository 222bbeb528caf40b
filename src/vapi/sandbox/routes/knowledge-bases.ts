/** `/v2/knowledge-base`: files to look answers up in, and the tool that does it (vapi-facts §3.5). Knows no search. */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '../answers.ts';
import { born, type Desk, listed, patched, readBody } from '../desk.ts';
import { type JsonRecord, recordsOf, textOf } from '../runtime/record.ts';
import { checkShape } from '../shapes/check.ts';
import type { Resource } from '../store.ts';

const createShape = z.strictObject({
  name: z.string().min(1).max(80),
  description: z.string().max(1000).nullish(),
});
const attachShape = z.strictObject({ fileId: z.string() });

/** Milliseconds until a file that was attached can be searched. */
export const INDEXING = 2000;

export function knowledgeBaseRoutes(desk: Desk): Hono {
  const routes = new Hono();
  const { store } = desk;
  const find = (context: Context) => store.get('knowledge-base', context.req.param('id') ?? '');
  const missing = (context: Context) => refuse(context, 404, 'Knowledge base not found.');
  const keepFiles = (base: Resource, files: readonly JsonRecord[]) =>
    store.put('knowledge-base', patched(desk, base, { files }));

  routes.get('/', (context) =>
    context.json(listed(desk, 'knowledge-base', context.req.query()).map(summary)),
  );

  routes.post('/', async (context) => {
    const body = checkShape(createShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const base = born(desk, { ...body.value, files: [] });
    const tool = born(desk, searchTool(base));
    store.put('tool', tool);
    store.put('knowledge-base', { ...base, toolId: tool.id });
    return context.json(summary(base), 201);
  });

  routes.get('/:id', (context) => {
    const base = find(context);
    return base
      ? context.json({ ...summary(base), files: shownFiles(desk, base), toolId: base.toolId })
      : missing(context);
  });

  routes.patch('/:id', async (context) => {
    const base = find(context);
    if (!base) return missing(context);
    const body = checkShape(createShape.partial(), await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const next = patched(desk, base, body.value);
    store.put('knowledge-base', next);
    return context.json(summary(next));
  });

  routes.delete('/:id', (context) => {
    const base = find(context);
    if (!base) return missing(context);
    store.remove('tool', textOf(base.toolId));
    store.remove('knowledge-base', base.id);
    return context.json(summary(base));
  });

  routes.get('/:id/file', (context) => {
    const base = find(context);
    return base ? context.json(shownFiles(desk, base)) : missing(context);
  });

  routes.post('/:id/file', async (context) => {
    const base = find(context);
    if (!base) return missing(context);
    const body = checkShape(attachShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const file = store.get('file', textOf(body.value.fileId));
    if (!file) return refuse(context, 400, [`fileId: file ${textOf(body.value.fileId)} does not exist`]);
    const files = recordsOf(base.files);
    if (files.some(({ fileId }) => fileId === file.id))
      return refuse(context, 400, [`fileId: file ${file.id} is attached already`]);
    const { orgId: _, ...attached } = born(desk, {
      knowledgeBaseV2Id: base.id,
      fileId: file.id,
      fileName: file.originalName,
      mimetype: file.mimetype,
      bytes: file.bytes,
    });
    keepFiles(base, [...files, attached]);
    return context.json(shownFile(desk, attached), 201);
  });

  routes.delete('/:id/file/:fileId', (context) => {
    const base = find(context);
    const file = recordsOf(base?.files).find(({ fileId }) => fileId === context.req.param('fileId'));
    if (!base || !file) return missing(context);
    keepFiles(
      base,
      recordsOf(base.files).filter((one) => one !== file),
    );
    return context.json(shownFile(desk, file));
  });

  routes.post('/:id/file/:fileId/retry', (context) => {
    const base = find(context);
    const file = recordsOf(base?.files).find(({ fileId }) => fileId === context.req.param('fileId'));
    if (!base || !file) return missing(context);
    const again = { ...file, updatedAt: new Date(desk.now()).toISOString() };
    keepFiles(
      base,
      recordsOf(base.files).map((one) => (one === file ? again : one)),
    );
    return context.json(shownFile(desk, again), 201);
  });

  return routes;
}

function summary({ files: _, toolId: __, ...base }: Resource): JsonRecord {
  return base;
}

function shownFiles(desk: Desk, base: Resource): JsonRecord[] {
  return recordsOf(base.files).map((file) => shownFile(desk, file));
}

/** Whether a file can be searched depends on its age, and on whether there is text in it. */
function shownFile(desk: Desk, file: JsonRecord): JsonRecord {
  const isIndexed = desk.now() - Date.parse(textOf(file.updatedAt)) >= INDEXING;
  const hasText = textOf(desk.store.get('file', textOf(file.fileId))?.text).trim() !== '';
  return { ...file, status: isIndexed ? (hasText ? 'ready' : 'failed') : 'indexing' };
}

/** What Vapi makes with a base: it is attached to assistants by its id, and cannot be created otherwise. */
function searchTool(base: Resource): JsonRecord {
  const slug = textOf(base.name)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-zA-Z0-9]+/g, '_');
  return {
    type: 'knowledgeBase',
    knowledgeBaseId: base.id,
    function: {
      name: `search_${slug}`.slice(0, 64),
      description: textOf(base.description) || `Searches the knowledge base ${textOf(base.name)}.`,
      parameters: { type: 'object', properties: { query: { type: 'string' } }, required: ['query'] },
    },
  };
}
