/** `/file`: multipart upload, read, list, rename, delete. Only the text of plain text files is kept. */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { refuse } from '../answers.ts';
import { born, type Desk, listed, patched, readBody } from '../desk.ts';
import { recordOf } from '../runtime/record.ts';
import { checkShape } from '../shapes/check.ts';
import type { Resource } from '../store.ts';
import { isWanted, own } from './filters.ts';

const PURPOSES = ['assistant', 'composer-attachment', 'knowledge-base-v2'];
const READABLE = /^text\/|^application\/json\b|\.(txt|md|markdown|csv|json)$/i;

const FILTERS = own('purpose');
const changeShape = z.strictObject({ name: z.string().min(1).max(40).optional() });

export function fileRoutes(desk: Desk): Hono {
  const routes = new Hono();
  const missing = (context: Context) => refuse(context, 404, 'file not found.');

  routes.get('/', (context) => {
    const query = context.req.query();
    return context.json(listed(desk, 'file', query, (file) => isWanted(file, query, FILTERS)).map(shown));
  });

  routes.post('/', async (context) => {
    const form = await context.req.formData().catch(() => null);
    const file = form?.get('file');
    if (!form || !(file instanceof File)) return refuse(context, 400, ['file should not be empty']);
    const complaints = complaintsAbout(form);
    if (complaints.length > 0) return refuse(context, 400, complaints);
    const isText = READABLE.test(file.type) || READABLE.test(file.name);
    const metadata = form.get('metadata');
    const resource = born(desk, {
      object: 'file',
      status: 'done',
      name: file.name.slice(0, 40),
      originalName: file.name,
      bytes: file.size,
      mimetype: file.type,
      ...(form.has('purpose') ? { purpose: form.get('purpose') } : {}),
      ...(typeof metadata === 'string' ? { metadata: recordOf(JSON.parse(metadata)) } : {}),
      text: isText ? await file.text() : '',
    });
    desk.store.put('file', resource);
    return context.json(shown(resource), 201);
  });

  routes.get('/:id', (context) => {
    const file = desk.store.get('file', context.req.param('id'));
    return file ? context.json(shown(file)) : missing(context);
  });

  routes.patch('/:id', async (context) => {
    const file = desk.store.get('file', context.req.param('id'));
    if (!file) return missing(context);
    const body = checkShape(changeShape, await readBody(context));
    if (!body.ok) return refuse(context, 400, body.failure);
    const next = patched(desk, file, body.value);
    desk.store.put('file', next);
    return context.json(shown(next));
  });

  routes.delete('/:id', (context) => {
    const file = desk.store.get('file', context.req.param('id'));
    if (!file) return missing(context);
    desk.store.remove('file', file.id);
    return context.json(shown(file));
  });

  return routes;
}

/** The text is ours alone: Vapi gives addresses of its storage instead. */
function shown({ text: _, ...file }: Resource): Record<string, unknown> {
  return file;
}

function complaintsAbout(form: FormData): string[] {
  const known = new Set(['file', 'purpose', 'metadata']);
  const complaints = [...form.keys()]
    .filter((key) => !known.has(key))
    .map((key) => `property ${key} should not exist`);
  const purpose = form.get('purpose');
  if (purpose !== null && !PURPOSES.includes(String(purpose)))
    complaints.push(`purpose must be one of the following values: ${PURPOSES.join(', ')}`);
  const metadata = form.get('metadata');
  if (metadata !== null && !isJson(String(metadata)))
    complaints.push('metadata must be JSON of at most 4096 characters');
  return complaints;
}

function isJson(text: string): boolean {
  try {
    return text.length <= 4096 && typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
