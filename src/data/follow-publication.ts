/** Works on a publication until it is over. Knows neither what is published nor who looks. */
import { fail, type Result, succeed } from '../lib/result.ts';
import type { DeploymentAnswer } from '../publish/wire.ts';
import { advancePublication } from './api.ts';

const PAUSE = 700;
/** A network that fails this often in a row is told to the person. */
const PATIENCE = 4;

/** What it came to, or why it cannot be followed; the run itself goes on by itself on the server. */
export async function followPublication(
  first: DeploymentAnswer,
  onStep: (deployment: DeploymentAnswer) => void = () => {},
): Promise<Result<DeploymentAnswer, { readonly code: string }>> {
  let deployment = first;
  let misses = 0;
  while (deployment.state === 'running') {
    const answer = await advancePublication(deployment.id);
    if (answer.ok) {
      deployment = answer.value;
      misses = 0;
      onStep(deployment);
    } else if (++misses >= PATIENCE) return fail(answer.failure);
    if (deployment.state === 'running')
      await new Promise((resolve) => setTimeout(resolve, PAUSE * 2 ** misses));
  }
  if (deployment.state === 'live') return succeed(deployment);
  return fail({ code: deployment.error?.code ?? 'number-busy' });
}
