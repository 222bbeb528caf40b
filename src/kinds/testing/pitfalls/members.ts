/** Pitfalls 5, 6, 17, 18, 22, 26, 27, 29, 45, 47: what members share, and how they pass a call on. */
import { assistantsOf, at, firstTool, type Json, keysNamed, type Row, toolsOf } from './row.ts';

/** Members from which a member can be reached that comes before it, or itself. */
function cycles(squad: Json): string[] {
  const assistants = assistantsOf(squad);
  const to = new Map(
    assistants.map((assistant) => [
      assistant.name,
      (assistant.model.tools ?? []).flatMap((tool) =>
        tool.type === 'handoff' ? tool.destinations.map((one) => one.assistantName) : [],
      ),
    ]),
  );
  return assistants.flatMap(({ name }) => {
    const seen = new Set(to.get(name));
    for (const next of seen) for (const further of to.get(next) ?? []) seen.add(further);
    return seen.has(name) ? [name] : [];
  });
}

export const memberRows: readonly Row[] = [
  {
    number: 5,
    name: 'one assistant for each step',
    find: ({ squad, document }) => {
      const steps = Object.keys(document.nodes).length;
      const sections = Object.values(document.nodes).filter((node) => node.kind === 'section').length;
      const members = assistantsOf(squad).length;
      return members > Math.max(1, Math.floor(steps / 4)) + 2 * sections ? [`${members} for ${steps}`] : [];
    },
    damage: (squad) => {
      const members = squad.members as Json[];
      while (members.length < 40) members.push(structuredClone(members[0]!));
    },
  },
  {
    number: 6,
    name: 'handoffs in a circle, which replay first messages',
    find: ({ squad }) => cycles(squad),
    damage: (squad) => {
      const handoff = firstTool(squad, 'handoff');
      (handoff.destinations as Json[])[0]!.assistantName = at(squad, 'members.0.assistant').name;
    },
  },
  {
    number: 17,
    name: 'one variable for two results: the later one overwrites the earlier one of the whole squad',
    find: ({ squad, document }) => {
      const owners = new Map<string, Set<string>>();
      for (const { tool } of [...toolsOf(squad, 'code'), ...toolsOf(squad, 'apiRequest')])
        for (const { key } of tool.variableExtractionPlan?.aliases ?? []) {
          const owner = 'function' in tool ? tool.function.name : tool.name;
          owners.set(key, (owners.get(key) ?? new Set()).add(owner));
        }
      // Information of the drawing may be obtained at several steps: that is one thing with one name.
      return [...owners].flatMap(([key, tools]) =>
        tools.size > 1 && !Object.hasOwn(document.information, key) ? [key] : [],
      );
    },
    damage: (squad) => {
      const code = structuredClone(firstTool(squad, 'code'));
      (code.function as Json).name = 'another';
      (at(squad, 'members.1.assistant.model').tools as unknown[]).push(code);
    },
  },
  {
    number: 18,
    name: 'values passed on by an extraction that may find nothing and says so to nobody',
    find: ({ squad }) =>
      toolsOf(squad, 'handoff').flatMap(({ at: path, tool }) =>
        tool.destinations.some((one) => one.variableExtractionPlan !== undefined) ? [path] : [],
      ),
    damage: (squad) => {
      (firstTool(squad, 'handoff').destinations as Json[])[0]!.variableExtractionPlan = {
        schema: { type: 'object' },
      };
    },
  },
  {
    number: 22,
    name: 'a handoff that is heard: English filler, or a second greeting',
    find: ({ squad, document }) => {
      // A sentence of the drawing may be spoken on the way, word for word; a filler may not.
      const drawn = JSON.stringify(document);
      const spoken = toolsOf(squad, 'handoff').flatMap(({ at: path, tool }) =>
        Array.isArray(tool.messages) && tool.messages.every(({ content }) => drawn.includes(content))
          ? []
          : [path],
      );
      const greets = assistantsOf(squad)
        .slice(1)
        .flatMap(({ name, firstMessage, firstMessageMode }) =>
          firstMessage === '' && firstMessageMode === 'assistant-speaks-first-with-model-generated-message'
            ? []
            : [name],
        );
      return [...spoken, ...greets];
    },
    damage: (squad) => {
      delete firstTool(squad, 'handoff').messages;
    },
  },
  {
    number: 26,
    name: 'overrides whose lists replace the members’ own prompts, tools or hooks',
    find: ({ squad }) =>
      [
        squad.membersOverrides,
        ...(squad.members as Json[]).map((member) => member.assistantOverrides),
      ].flatMap((overrides, index) =>
        ['model', 'hooks', 'name'].some((key) => key in ((overrides as Json) ?? {})) ? [`${index}`] : [],
      ),
    damage: (squad) => {
      squad.membersOverrides = { model: { messages: [] } };
    },
  },
  {
    number: 27,
    name: 'ids of saved tools, which somebody may delete under a live call',
    find: ({ squad }) => keysNamed(squad, 'toolIds'),
    damage: (squad) => {
      at(squad, 'members.0.assistant.model').toolIds = ['11111111-1111-4111-8111-111111111111'];
    },
  },
  {
    number: 29,
    name: 'transferCall for what is a handoff',
    find: ({ squad }) =>
      toolsOf(squad, 'transferCall').flatMap(({ at: path, tool }) =>
        tool.destinations.every((one) => ['number', 'sip'].includes(one.type)) ? [] : [path],
      ),
    damage: (squad) => {
      (firstTool(squad, 'transferCall').destinations as Json[])[0]!.type = 'assistant';
    },
  },
  {
    number: 45,
    name: 'results of a squad that see the last member only',
    find: ({ squad }) =>
      assistantsOf(squad).flatMap(({ name, artifactPlan }) =>
        artifactPlan?.fullMessageHistoryEnabled ? [] : [name],
      ),
    damage: (squad) => {
      delete at(squad, 'members.1.assistant.artifactPlan').fullMessageHistoryEnabled;
    },
  },
];
