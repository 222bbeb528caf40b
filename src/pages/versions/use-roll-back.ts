/**
 * Puts former deployments in service again, number by number, as a flow has one publication at a time. Each is followed to
 * its end; a closed page leaves it to the server.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getPublication } from '../../data/api.ts';
import { followPublication } from '../../data/follow-publication.ts';
import { restore } from '../../data/service.ts';
import type { DeploymentAnswer } from '../../publish/wire.ts';

/** A number, or the browser link (null), what is to answer there, and what does until then. */
export interface Switch {
  readonly number: string | null;
  readonly deployment: string;
  readonly before: string;
}

export type RollBack =
  | { readonly status: 'idle' }
  /** `numbers`: empty when it was begun elsewhere. */
  | {
      readonly status: 'running';
      readonly numbers: readonly Switch['number'][];
      readonly steps: DeploymentAnswer['steps'];
    }
  | { readonly status: 'done'; readonly last: DeploymentAnswer; readonly switches: readonly Switch[] }
  | {
      readonly status: 'failed';
      readonly code: string;
      readonly done: readonly Switch[];
      readonly left: readonly Switch[];
    };

export function useRollBack() {
  const queries = useQueryClient();
  const [state, setState] = useState<RollBack>({ status: 'idle' });
  const refresh = async () => {
    for (const key of ['flow-deployments', 'numbers', 'number-service', 'flows', 'browser-links'])
      await queries.invalidateQueries({ queryKey: [key] });
  };

  async function run(switches: readonly Switch[]) {
    let last: DeploymentAnswer | undefined;
    for (const [index, { number, deployment }] of switches.entries()) {
      setState({ status: 'running', numbers: [number], steps: [] });
      const started = await restore(deployment);
      const ended = started.ok
        ? await followPublication(started.value, ({ steps }) =>
            setState({ status: 'running', numbers: [number], steps }),
          )
        : started;
      if (!ended.ok) {
        setState({
          status: 'failed',
          code: ended.failure.code,
          done: switches.slice(0, index),
          left: switches.slice(index),
        });
        return refresh();
      }
      last = ended.value;
    }
    await refresh();
    if (last) setState({ status: 'done', last, switches });
  }

  /** One that was begun elsewhere: shown and worked on until it is over. */
  async function follow(deploymentId: string) {
    const found = await getPublication(deploymentId);
    if (!found.ok) return;
    const show = ({ steps }: DeploymentAnswer) => setState({ status: 'running', numbers: [], steps });
    show(found.value);
    await followPublication(found.value, show);
    await refresh();
    setState({ status: 'idle' });
  }

  return {
    state,
    run,
    follow,
    undo: (switches: readonly Switch[]) =>
      run(
        switches.map(({ number, deployment, before }) => ({
          number,
          deployment: before,
          before: deployment,
        })),
      ),
    close: () => setState({ status: 'idle' }),
  };
}
