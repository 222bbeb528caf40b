/** Documents to answer from, on a real database and the Vapi sandbox: upload, reading on a call, removal, and what goes wrong. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drawFlow as draw } from '../../../src/kinds/testing/play-flow.ts';
import { LARGEST_FILE, MOST_FILES } from '../../../src/publish/file-types.ts';
import {
  errorAnswer,
  type FileAnswer,
  fileAnswer,
  fileUsesAnswer,
  type PlanAnswer,
  planAnswer,
  rehearsalAnswer,
} from '../../../src/publish/wire.ts';
import { codeOf } from '../../tests/functions/code-of.ts';
import {
  drawFlow,
  getNumber,
  hireViewer,
  type Office,
  ORIGIN,
  openOffice,
  publishFlow,
  type Worker,
} from '../../tests/functions/office.ts';
import { handle } from './handler.ts';

let office: Office;
let owner: Worker;
let stranger: Worker;
let viewer: Worker;

beforeAll(async () => {
  office = await openOffice();
  owner = await office.hire();
  stranger = await office.hire();
  viewer = await hireViewer(office, owner);
});

beforeEach(() => {
  office.interceptVapi(null);
});

afterAll(() => office.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';
const TEXT = '# Dogs\n\nDogs on a lead are welcome on the terrace.\n';

function form(workspaceId: string, name = 'house.md', content: BlobPart = TEXT): FormData {
  const body = new FormData();
  body.set('workspaceId', workspaceId);
  body.set('file', new File([content], name));
  return body;
}

const send = (worker: Worker, ...rest: [string?, BlobPart?]) =>
  office.ask(worker, 'POST', '/files', form(worker.workspace, ...rest));

async function upload(worker: Worker, name?: string): Promise<FileAnswer> {
  return fileAnswer.parse(await (await send(worker, name)).json());
}

const listed = async (worker: Worker) =>
  fileAnswer
    .array()
    .parse(await (await office.ask(worker, 'GET', `/files?workspaceId=${worker.workspace}`)).json());
const remove = (worker: Worker, id: string) => office.ask(worker, 'DELETE', `/files/${id}`);
const atVapi = async () => {
  const files = await office.deps.vapi!.listFiles();
  return files.ok ? files.value.map(({ metadata }) => metadata?.file) : [];
};
const vapiId = async (id: string) =>
  (await office.stack.sql`select vapi_id from knowledge_files where id = ${id}`)[0]?.vapi_id as string;
const waiting = async () => (await office.stack.sql`select from private.file_removals`).length;
const cron = async () => (await office.cron()).json();

/** Answers from the given documents, and from what is written. */
function answering(files: readonly { id: string; name: string }[], facts: readonly unknown[] = []) {
  return draw('en', {
    answer: {
      kind: 'answer',
      data: { greeting: 'Hello.', disclosure: 'I am an automated assistant.', assistantName: '' },
      to: { next: 'faq' },
    },
    faq: {
      kind: 'inform',
      data: {
        invitation: 'What would you like to know?',
        facts,
        strictness: 'only-these',
        files: files.map(({ id, name }) => ({ id, name })),
      },
      to: { satisfied: 'bye', 'could-not-answer': 'sorry' },
    },
    bye: { kind: 'hang-up', data: { closing: 'Goodbye.', outcome: '' } },
    sorry: { kind: 'hang-up', data: { closing: 'I do not know.', outcome: '' } },
  });
}
const FACTS = [{ id: 'a', question: 'Where are you?', answer: 'At 3 Peace Street.' }];

/** What a caller who asks about dogs hears in a rehearsal. */
async function askAboutDogs(worker: Worker, flowId: string): Promise<string> {
  const turn = async (body: object) =>
    rehearsalAnswer.parse(
      await (await office.ask(worker, 'POST', '/rehearsals', { flowId, ...body })).json(),
    );
  const { conversation } = await turn({});
  const { said } = await turn({ previous: conversation, input: 'Are dogs welcome on the terrace?' });
  return said.map(({ text }) => text).join(' ');
}

describe('who may', () => {
  it('a viewer may look, and neither upload nor remove', async () => {
    const file = await upload(owner);
    expect(await listed(viewer)).toContainEqual(file);
    expect((await office.ask(viewer, 'GET', `/files/${file.id}/uses`)).status).toBe(200);
    expect(await codeOf(await send(viewer))).toBe('403 not-allowed');
    expect(await codeOf(await remove(viewer, file.id))).toBe('403 not-allowed');
  });

  it('strangers cannot tell files and workspaces of others from what does not exist', async () => {
    const file = await upload(owner);
    for (const id of [file.id, NOBODY, 'nonsense']) {
      expect(await codeOf(await remove(stranger, id))).toBe('404 not-found');
      expect(await codeOf(await office.ask(stranger, 'GET', `/files/${id}/uses`))).toBe('404 not-found');
    }
    for (const workspace of [owner.workspace, NOBODY]) {
      const list = await office.ask(stranger, 'GET', `/files?workspaceId=${workspace}`);
      expect(await codeOf(list)).toBe('404 not-found');
      expect(await codeOf(await office.ask(stranger, 'POST', '/files', form(workspace)))).toBe(
        '404 not-found',
      );
    }
    expect(await listed(stranger)).toEqual([]);
    expect(await listed(owner)).toContainEqual(file);
  });

  it('nobody is told the id at Vapi', async () => {
    const file = await upload(owner);
    const { error } = await owner.client.from('knowledge_files').select('vapi_id').eq('id', file.id);
    expect(error?.code).toBe('42501');
    expect(JSON.stringify(await listed(owner))).not.toContain(await vapiId(file.id));
  });
});

describe('what is taken', () => {
  it.each([
    ['a picture', 'photo.png', 'x', '415 file-type'],
    ['a file without a kind', 'README', 'x', '415 file-type'],
    ['a text that is called a PDF', 'prices.pdf', 'x', '422 file-unreadable'],
    ['nothing', 'empty.txt', '', '422 file-unreadable'],
    ['too much', 'long.txt', 'x'.repeat(LARGEST_FILE + 1), '413 file-too-large'],
    ['far too much', 'long.txt', 'x'.repeat(2 * LARGEST_FILE), '413 file-too-large'],
  ])('%s is refused and leaves nothing', async (_, name, content, code) => {
    const before = [await listed(owner), await atVapi()];
    expect(await codeOf(await send(owner, name, content))).toBe(code);
    expect([await listed(owner), await atVapi()]).toEqual(before);
  });

  it('what is no form, or misses a part, is refused', async () => {
    const missing = new FormData();
    missing.set('workspaceId', owner.workspace);
    const bodies = [undefined, { workspaceId: owner.workspace }, missing, form('nonsense')];
    const codes = await Promise.all(
      bodies.map(async (body) => codeOf(await office.ask(owner, 'POST', '/files', body))),
    );
    expect(codes).toEqual(['415 bad-request', '415 bad-request', '400 bad-request', '400 bad-request']);
  });

  it('a name is a name, not a path', async () => {
    expect((await upload(owner, '..\\secret/menu\n2.md')).name).toBe('menu 2.md');
    expect((await upload(owner, `${'x'.repeat(300)}.md`)).name).toMatch(/^x{197}\.md$/);
  });

  it('a workspace keeps so many', async () => {
    const crowded = await office.hire();
    await office.stack.sql`insert into knowledge_files (workspace_id, name, size, content_type, state)
      select ${crowded.workspace}, 'n.txt', 1, 'text/plain', 'interrupted' from generate_series(1, ${MOST_FILES})`;
    expect(await codeOf(await send(crowded))).toBe('409 too-many-files');
  });
});

describe('when Vapi', () => {
  const isCreate = (request: Request) => request.method === 'POST' && request.url.endsWith('/file');

  it('refuses or asks to slow down, nothing is left', async () => {
    for (const [status, code] of [
      [400, '502 vapi-refused'],
      [429, '503 vapi-limited'],
    ] as const) {
      const before = await listed(owner);
      office.interceptVapi(async (request, pass) =>
        isCreate(request) ? Response.json({ message: ['no'] }, { status }) : pass(),
      );
      expect(await codeOf(await send(owner))).toBe(code);
      office.interceptVapi(null);
      expect([await listed(owner), await waiting()]).toEqual([before, 0]);
    }
  });

  it('took it and its answer was lost, it is adopted and not sent again', async () => {
    let creates = 0;
    office.interceptVapi(async (request, pass) => {
      const answer = await pass();
      if (!isCreate(request)) return answer;
      creates += 1;
      throw new TypeError('connection lost');
    });
    const file = await upload(owner);
    expect([creates, file.state]).toEqual([1, 'ready']);
    expect((await atVapi()).filter((id) => id === file.id)).toHaveLength(1);
  });

  it('never got it, the file is looked for, then said to be interrupted', async () => {
    office.interceptVapi(async (request, pass) => {
      if (isCreate(request)) throw new TypeError('connection lost');
      return pass();
    });
    const file = await upload(owner);
    expect(file.state).toBe('uploading');
    expect(await cron()).toMatchObject({ settleFiles: 0 });
    office.wait(5 * 60_000);
    expect(await cron()).toMatchObject({ settleFiles: 1 });
    expect(await listed(owner)).toContainEqual({ ...file, state: 'interrupted' });
  });

  it('got it from an upload that was killed, cron adopts it', async () => {
    const [row] = await office.stack.sql`insert into knowledge_files (workspace_id, name, size, content_type)
      values (${owner.workspace}, 'killed.txt', 3, 'text/plain') returning id`;
    const id = row?.id as string;
    await office.deps.vapi!.createFile({
      name: 'killed.txt',
      type: 'text/plain',
      bytes: new TextEncoder().encode('abc'),
      metadata: { app: 'allokoli', file: id },
    });
    expect(await cron()).toMatchObject({ settleFiles: 1 });
    expect(await listed(owner)).toContainEqual({ id, name: 'killed.txt', size: 3, state: 'ready' });
  });

  it('is still reading, or cannot read it, that is shown', async () => {
    let status = 'processing';
    office.interceptVapi(async (request, pass) => {
      const answer = await pass();
      if (request.method === 'DELETE' || !/\/file(\/|$)/.test(new URL(request.url).pathname)) return answer;
      return Response.json({ ...((await answer.json()) as object), status }, { status: answer.status });
    });
    const file = await upload(owner);
    expect(file.state).toBe('processing');
    status = 'failed';
    expect(await listed(owner)).toContainEqual({ ...file, state: 'unreadable' });
  });

  it('does not answer a removal, the file is gone here and cron removes it there', async () => {
    const file = await upload(owner);
    office.interceptVapi(async (request, pass) => {
      if (request.method === 'DELETE') throw new TypeError('connection lost');
      return pass();
    });
    expect((await remove(owner, file.id)).status).toBe(200);
    expect((await listed(owner)).map(({ id }) => id)).not.toContain(file.id);
    expect([(await atVapi()).includes(file.id), await waiting()]).toEqual([true, 1]);
    office.interceptVapi(null);
    expect(await cron()).toMatchObject({ removeFiles: 1 });
    expect([(await atVapi()).includes(file.id), await waiting()]).toEqual([false, 0]);
  });

  it('gets a file after it was removed here, it goes there too', async () => {
    const { sql } = office.stack;
    office.interceptVapi(async (request, pass) => {
      if (isCreate(request)) await sql`delete from knowledge_files where state = 'uploading'`;
      return pass();
    });
    const file = await upload(owner);
    office.interceptVapi(null);
    expect(await atVapi()).not.toContain(file.id);
    expect(await waiting()).toBe(1);
    office.wait(5 * 60_000);
    await cron();
    expect(await waiting()).toBe(0);
  });
});

describe('on a call', () => {
  it('answers come from the document, by its id here and not at Vapi', async () => {
    const file = await upload(owner);
    const flowId = await drawFlow(owner, answering([file]));
    expect(await askAboutDogs(owner, flowId)).toContain('Dogs on a lead are welcome');
    const byVapiId = await drawFlow(owner, answering([{ id: await vapiId(file.id), name: 'house.md' }]));
    expect(await askAboutDogs(owner, byVapiId)).not.toContain('welcome');
  });

  it('a document of another workspace opens nothing', async () => {
    const file = await upload(owner);
    for (const id of [file.id, await vapiId(file.id)]) {
      const drawn = [{ id, name: 'house.md' }];
      const flowId = await drawFlow(stranger, answering(drawn, FACTS));
      expect(await askAboutDogs(stranger, flowId)).not.toContain('welcome');
      const number = await getNumber(office, stranger);
      const plan = (await planOf(stranger, flowId, number.id)) as PlanAnswer;
      expect(plan.limits).toEqual([
        { code: 'inform/file-unusable', node: 'faq', params: { name: 'house.md' } },
      ]);
      const { id: deployment } = await publishFlow(office, stranger, flowId, number.id);
      const [row] = await office.stack
        .sql`select plan::text as plan from deployments where id = ${deployment}`;
      expect(row?.plan).toContain('Peace Street');
      expect(row?.plan).not.toContain(await vapiId(file.id));
      expect(row?.plan).not.toContain('fileIds');
    }
  });

  it('a flow that has nothing else to answer with is not published without its document', async () => {
    const number = await getNumber(office, stranger);
    const flowId = await drawFlow(stranger, answering([{ id: NOBODY, name: 'gone.md' }]));
    expect(await planOf(stranger, flowId, number.id)).toBe('422 flow-has-errors');
  });

  async function planOf(worker: Worker, flowId: string, numberId: string) {
    const response = await office.ask(worker, 'POST', '/publications/plan', { flowId, numberId });
    return response.ok ? planAnswer.parse(await response.json()) : codeOf(response);
  }
});

describe('removal', () => {
  const usesOf = async (id: string) =>
    fileUsesAnswer.parse(await (await office.ask(owner, 'GET', `/files/${id}/uses`)).json()).uses;

  it('names the flows that use it, and is refused while one of them answers calls from it', async () => {
    const file = await upload(owner);
    const live = await drawFlow(owner, answering([file]));
    const draft = await drawFlow(owner, answering([file]));
    await office.stack.sql`update flows set name = 'Draft' where id = ${draft}`;
    const number = await getNumber(office, owner);
    expect((await publishFlow(office, owner, live, number.id)).state).toBe('live');
    expect(await usesOf(file.id)).toEqual([
      { flowId: live, name: 'Reception', isInService: true },
      { flowId: draft, name: 'Draft', isInService: false },
    ]);
    const refused = await remove(owner, file.id);
    expect(errorAnswer.parse(await refused.json()).error).toEqual({
      code: 'file-in-service',
      params: { flows: 'Reception' },
    });
    expect(await atVapi()).toContain(file.id);

    // Taken out of the drawing, it still answers, until that is published.
    const { error } = await owner.client
      .from('flows')
      .update({ document: answering([], FACTS) })
      .eq('id', live);
    expect(error).toBeNull();
    expect(await codeOf(await remove(owner, file.id))).toBe('409 file-in-service');
    expect((await publishFlow(office, owner, live, number.id, 2)).state).toBe('live');
    expect((await remove(owner, file.id)).status).toBe(200);
    expect(await atVapi()).not.toContain(file.id);
    expect(await codeOf(await remove(owner, file.id))).toBe('404 not-found');
  });

  it('between a plan and its start makes the plan one to look at again', async () => {
    const file = await upload(owner);
    const flowId = await drawFlow(owner, answering([file]));
    const number = await getNumber(office, owner);
    const { rpc } = office.deps.service;
    const service = Object.assign(Object.create(office.deps.service) as typeof office.deps.service, {
      async rpc(name: string, values: object) {
        if (name === 'start_deployment')
          await office.stack.sql`delete from knowledge_files where id = ${file.id}`;
        return rpc.call(office.deps.service, name, values);
      },
    });
    const headers = {
      authorization: `Bearer ${owner.session.access_token}`,
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ flowId, numberId: number.id, revision: 1 });
    const request = new Request(`${ORIGIN}/api/publications`, { method: 'POST', headers, body });
    expect(await codeOf(await handle(request, { ...office.deps, service }))).toBe('409 flow-changed');
  });

  it('of a workspace removes its documents at Vapi', async () => {
    const leaver = await office.hire();
    const file = await upload(leaver);
    await office.stack.sql`delete from workspaces where id = ${leaver.workspace}`;
    expect(await atVapi()).toContain(file.id);
    await cron();
    expect(await atVapi()).not.toContain(file.id);
  });
});
