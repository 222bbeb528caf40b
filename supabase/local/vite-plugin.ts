/**
 * Puts the local stack on the origin of Vite's development and preview servers, and tells the browser where it is.
 * Knows nothing of what the stack consists of.
 */
import { join } from 'node:path';
import type { Connect, Plugin } from 'vite';
import { type Lease, leaseServices } from './lease.ts';
import { explain } from './problem.ts';
import { PUBLISHABLE_KEY } from './secrets.ts';
import { readSettings } from './settings.ts';

export function localSupabase(): Plugin {
  const settings = readSettings();
  let lease: Lease | undefined;
  const attach = async (middlewares: Connect.Server): Promise<Lease> => {
    const own = await leaseServices(settings);
    lease = own;
    middlewares.use((request, response, next) => {
      if (!own.services.handle(request, response)) next();
    });
    own.services.ready.catch((error) => {
      // `npm start` tells it itself.
      if (own.isFirst) console.error(`The local stack cannot start. ${explain(error)}`);
    });
    return own;
  };
  return {
    name: 'local-supabase',
    config: () => ({
      // Two stacks of one checkout (a test beside `npm start`) must not prepare packages in one folder.
      cacheDir: join(settings.dataFolder, 'vite'),
      server: { port: settings.port },
      preview: { port: settings.port },
      define: {
        'import.meta.env.VITE_SUPABASE_URL': 'window.location.origin',
        'import.meta.env.VITE_SUPABASE_PUBLISHABLE_KEY': JSON.stringify(PUBLISHABLE_KEY),
      },
    }),
    configureServer: async (server) => {
      const { services } = await attach(server.middlewares);
      server.watcher.on('all', (_event, file) => services.fileChanged(file));
    },
    configurePreviewServer: async (server) => {
      await attach(server.middlewares);
    },
    // Vite waits for these before it exits; the database must be down by then.
    closePreviewServer: async () => lease?.release(),
    closeServer: async () => lease?.release(),
  };
}
