/** Plays one schedule and says what was lost. Knows how, not how often. */
import type { BrowserContext } from 'playwright-core';
import { templates } from '../../src/templates/registry.ts';
import { type Backend, placesOf } from './backend.ts';
import { createModel, type Loss } from './model.ts';
import type { Happening, Schedule, TabName } from './schedule.ts';
import { type Person, Tab } from './tab.ts';

const drawing = templates.find(({ id }) => id === 'appointment-booking')!.build('en', { name: 'Office' });
const STEPS = Object.keys(drawing.nodes).slice(1, 5);

export interface Played {
  readonly edits: number;
  /** Somebody had to choose between two versions. */
  readonly hadConflict: boolean;
  readonly losses: readonly Loss[];
  readonly errors: readonly string[];
}

export interface Stage {
  readonly context: BrowserContext;
  readonly appUrl: string;
  readonly backend: Backend;
  readonly person: Person;
}

export async function play(
  { seed, sharesSteps, happenings }: Schedule,
  { context, appUrl, backend, person }: Stage,
): Promise<Played> {
  const flow = await backend.createFlow(drawing);
  const model = createModel();
  const tabs = new Map<TabName, Tab>();
  const added = new Map<TabName, string[]>([
    ['a', []],
    ['b', []],
  ]);
  const tabOf = async (name: TabName) => {
    const known = tabs.get(name);
    if (known) return known;
    const tab = new Tab(context, `${appUrl}/flows/${flow}`, person);
    tabs.set(name, tab);
    await tab.open();
    return tab;
  };
  const stepOf = (name: TabName, step: number) => STEPS[step + (name === 'b' && !sharesSteps ? 2 : 0)]!;

  async function happen(one: Happening, index: number): Promise<void> {
    const name = 'tab' in one ? one.tab : 'a';
    const tab = await tabOf(name);
    const text = `${name}${seed}x${index}`;
    switch (one.type) {
      case 'type':
        await tab.type(stepOf(name, one.step), text);
        return model.edit(name, `title ${stepOf(name, one.step)}`, text);
      case 'move':
        return model.edit(name, `position ${stepOf(name, one.step)}`, await tab.move(stepOf(name, one.step)));
      case 'add':
        await tab.add(text);
        added.get(name)!.push(text);
        return model.edit(name, `step ${text}`, 'there');
      case 'delete': {
        const title = added.get(name)!.pop();
        if (title !== undefined && (await tab.remove(title))) model.edit(name, `step ${title}`, 'gone');
        return;
      }
      case 'offline':
      case 'online':
        return void (await tab.setOffline(one.type === 'offline'));
      case 'reload':
        return tab.reload();
      case 'kill': {
        const grace = (seed + index) % 2 === 0;
        const at = Date.now();
        const reopen = await tab.kill(grace);
        model.kill(name, grace, at);
        return reopen();
      }
      case 'saved':
        if (await tab.isSaved()) model.acknowledge(name);
        return;
      case 'expire':
        return tab.expire();
    }
  }

  try {
    await tabOf('a');
    for (const [index, one] of happenings.entries()) await happen(one, index);
    // Drafts of killed tabs are found at an opening: the last one finds what is left.
    for (let round = 0; round < 2; round += 1) {
      for (const tab of tabs.values()) await tab.settle();
      if (round === 0) await tabs.get('a')!.reload();
    }
    const { document, aside } = await backend.read(flow);
    const places = placesOf(document);
    const elsewhere = new Set(
      aside.flatMap((one) => [...placesOf(one)].map(([place, value]) => `${place}=${value}`)),
    );
    const losses = model.losses(
      (place) => places.get(place) ?? (place.startsWith('step ') ? 'gone' : undefined),
      elsewhere,
    );
    const errors = [...tabs.values()].flatMap((tab) => tab.errors);
    return { edits: model.count, hadConflict: aside.length > 0, losses, errors };
  } finally {
    for (const tab of tabs.values()) await tab.close();
  }
}
