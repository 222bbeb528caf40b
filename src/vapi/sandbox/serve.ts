/** The sandbox as a server on this machine: `npm run sandbox -- --port 8787 --key …`. Listens on 127.0.0.1 only. */
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Http2Bindings, type HttpBindings, type ServerType, serve } from '@hono/node-server';
import { modelSettings } from './model/model-settings.ts';
import { type OpenAiOptions, openAiModel } from './model/open-ai.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { createStateFile, loadState } from './state-file.ts';
import { emptyState } from './store.ts';

export interface StartOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly key: string;
  readonly webhookSecret: string;
  readonly webhookCredentialId: string;
  /** Data are kept there; without it they end with the process. */
  readonly stateFile?: string;
  readonly appUrl?: string;
  readonly seed?: number;
  /** A language model in place of the scripted one. */
  readonly model?: OpenAiOptions | null;
}

export interface RunningSandbox {
  readonly url: string;
  readonly port: number;
  readonly sandbox: Sandbox;
  /** Stops listening and saves. */
  stop(): Promise<void>;
}

/** Resolves when the sandbox listens; rejects when the port is taken. */
export async function startSandbox(options: StartOptions): Promise<RunningSandbox> {
  const { port: wanted, stateFile: path, model, ...rest } = options;
  const state = path === undefined ? emptyState() : loadState(path);
  const file = path === undefined ? null : createStateFile(path, () => state);
  const sandbox = createSandbox({
    ...rest,
    ...(model ? { model: openAiModel(model) } : {}),
    state,
    ...(file ? { changed: file.schedule, saved: file.flush } : {}),
  });
  const server = await listen(sandbox, wanted);
  const port = (server.address() as AddressInfo).port;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    sandbox,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await file?.flush();
    },
  };
}

function listen(sandbox: Sandbox, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    // The connection itself, for faults that cut it.
    const answer = (request: Request, { incoming }: HttpBindings | Http2Bindings) =>
      sandbox.fetch(request, { cut: () => incoming.socket.destroy() });
    // The process keeps the platform's own Request and Response: those of the server forget headers that are set late.
    const settings = { hostname: '127.0.0.1', port, overrideGlobalObjects: false };
    const server = serve({ fetch: answer, ...settings }, () => {
      server.off('error', reject);
      resolve(server);
    });
    server.once('error', reject);
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      key: { type: 'string', default: 'sandbox-key' },
      state: { type: 'string' },
      app: { type: 'string' },
      'webhook-secret': { type: 'string', default: 'sandbox-secret' },
      'webhook-credential': { type: 'string', default: '00000000-0000-4000-8000-000000000001' },
    },
  });
  const model = modelSettings(process.env);
  if (!model.ok) {
    process.stderr.write(`${model.failure}\n`);
    process.exit(1);
  }
  const running = await startSandbox({
    model: model.value,
    port: Number(values.port),
    key: values.key,
    webhookSecret: values['webhook-secret'],
    webhookCredentialId: values['webhook-credential'],
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    ...(values.app === undefined ? {} : { appUrl: values.app }),
  });
  const player = model.value ? `${model.value.name} at ${model.value.baseUrl}` : 'the scripted model';
  process.stdout.write(`Vapi sandbox on ${running.url}, played by ${player}\n`);
  const stop = () => void running.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
