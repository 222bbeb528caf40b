/** Stands in for Supabase's management API, as far as `functions deploy --use-api` and `secrets set` ask it. Knows no function. */
import { createServer } from 'node:http';

export interface Uploaded {
  readonly slug: string;
  readonly metadata: {
    readonly entrypoint_path: string;
    readonly import_map_path: string;
    readonly verify_jwt: boolean;
  };
  /** By path from the root of the project. */
  readonly files: ReadonlyMap<string, Buffer>;
}

export interface ManagementApi {
  readonly url: string;
  readonly uploads: readonly Uploaded[];
  /** The functions that were put in service by the last request of a deployment. */
  readonly inService: readonly string[];
  /** As they were set, by name. */
  readonly secrets: ReadonlyMap<string, string>;
  close(): void;
}

const ID = '00000000-0000-4000-8000-000000000000';

export async function openManagementApi(): Promise<ManagementApi> {
  const uploads: Uploaded[] = [];
  const secrets = new Map<string, string>();
  let inService: readonly string[] = [];

  async function answer(method: string, url: URL, type: string, body: Buffer): Promise<[number, unknown]> {
    const isDeploy = url.pathname.endsWith('/functions/deploy');
    if (method === 'POST' && isDeploy) {
      const slug = url.searchParams.get('slug') ?? '';
      uploads.push(await read(slug, type, body));
      return [201, { ...described(slug), verify_jwt: uploads.at(-1)!.metadata.verify_jwt }];
    }
    if (method === 'PUT' && url.pathname.endsWith('/functions')) {
      const functions = JSON.parse(body.toString()) as { slug: string }[];
      inService = functions.map(({ slug }) => slug);
      return [200, { functions }];
    }
    if (method === 'POST' && url.pathname.endsWith('/secrets')) {
      for (const { name, value } of JSON.parse(body.toString()) as { name: string; value: string }[])
        secrets.set(name, value);
      return [201, {}];
    }
    return method === 'GET' ? [200, []] : [404, { message: 'unknown here' }];
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const type = request.headers['content-type'] ?? '';
      const [status, json] = await answer(request.method ?? '', url, type, Buffer.concat(chunks));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    uploads,
    secrets,
    get inService() {
      return inService;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function described(slug: string) {
  return { id: ID, slug, name: slug, status: 'ACTIVE', version: 1, created_at: 1, updated_at: 1 };
}

async function read(slug: string, type: string, body: Buffer): Promise<Uploaded> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const files = new Map<string, Buffer>();
  for (const part of form.getAll('file'))
    if (typeof part !== 'string') files.set(part.name, Buffer.from(await part.arrayBuffer()));
  return { slug, metadata: JSON.parse(String(form.get('metadata'))), files };
}
