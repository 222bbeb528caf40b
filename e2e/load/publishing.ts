/** People who publish while others edit and call: a number, an edit, a publication worked on until it is in service, and again. */
import { deploymentAnswer, numberAnswer } from '../../src/publish/wire.ts';
import { editAndSave, type Flow } from './people.ts';
import { pause, type Record } from './record.ts';
import { patiently } from './session.ts';

const API = '/functions/v1/api';
/** As the app follows a publication. */
const FOLLOW = { tries: 4, first: 1400 };

/** A test number of the workspace; its id. */
export async function getNumber({ session }: Flow): Promise<string> {
  const answer = await session.ask('POST', `${API}/numbers/test`, { workspaceId: session.workspace });
  return numberAnswer.parse(answer).id;
}

export async function publish(flow: Flow, numberId: string, record: Record): Promise<void> {
  const [tab] = flow.tabs;
  const { session } = flow;
  await session.ask('POST', `${API}/publications/plan`, { flowId: flow.id, numberId });
  const request = { flowId: flow.id, numberId, revision: tab!.revision };
  let deployment = deploymentAnswer.parse(await session.ask('POST', `${API}/publications`, request));
  for (let tries = 0; deployment.state === 'running' && tries < 200; tries += 1) {
    const path = `${API}/publications/${deployment.id}/advance`;
    deployment = deploymentAnswer.parse(await patiently(FOLLOW, record, () => session.ask('POST', path)));
    if (deployment.state === 'running') await pause(300);
  }
  if (deployment.state === 'live') record.count('publications');
  else record.error(`a publication ended ${deployment.state} (${deployment.error?.code ?? 'no code'})`);
}

export async function keepPublishing(
  flow: Flow,
  numberId: string,
  record: Record,
  seconds: number,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    try {
      await editAndSave(flow, flow.tabs[0]!, record, 'save');
      await publish(flow, numberId, record);
    } catch (error) {
      record.error(String(error));
    }
    await pause((0.5 + Math.random()) * seconds * 1000);
  }
}
