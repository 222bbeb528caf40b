/** Pitfalls 1 to 4, 7 to 12, 50: names, shapes and limits that Vapi refuses. */
import { verifySquad } from '../../../vapi/contract/verify.ts';
import { addTool, assistantsOf, at, everything, firstTool, type Json, type Row, toolsOf } from './row.ts';

const isRepeated = (names: readonly string[]) => new Set(names).size < names.length;

function schemasOf(squad: Json): { path: string; value: Json }[] {
  const roots = ['parameters', 'body', 'headers', 'schema'];
  return [...everything(squad)].flatMap(({ path, key, value }) =>
    roots.includes(key) && isRecord(value)
      ? [
          { path, value },
          ...[...everything(value, path)].flatMap((one) =>
            isRecord(one.value) ? [{ path: one.path, value: one.value }] : [],
          ),
        ]
      : [],
  );
}

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const shapeRows: readonly Row[] = [
  {
    number: 1,
    name: 'a member’s name longer than 40 characters, or twice the same',
    find: ({ squad }) => {
      const names = assistantsOf(squad).map((assistant) => assistant.name);
      return [...names.filter((name) => name.length > 40), ...(isRepeated(names) ? ['repeated'] : [])];
    },
    damage: (squad) => {
      at(squad, 'members.1.assistant').name = at(squad, 'members.0.assistant').name;
    },
  },
  {
    number: 2,
    name: 'memberOverrides, as the guides write, for membersOverrides',
    find: ({ squad }) =>
      Object.keys(squad).filter((key) => !['name', 'members', 'membersOverrides'].includes(key)),
    damage: (squad) => {
      squad.memberOverrides = {};
    },
  },
  {
    number: 3,
    name: 'fields of the assistant directly in the member',
    find: ({ squad }) =>
      (squad.members as Json[]).flatMap((member, index) =>
        Object.keys(member).every((key) =>
          ['assistant', 'assistantId', 'assistantOverrides'].includes(key),
        ) &&
        ('assistant' in member || 'assistantId' in member)
          ? []
          : [`members.${index}`],
      ),
    damage: (squad) => {
      (squad.members as Json[])[0]!.firstMessage = 'Bonjour';
    },
  },
  {
    number: 4,
    name: 'an unknown property, such as a setting of another provider’s voice',
    find: ({ squad }) => verifySquad(squad).map(({ path, message }) => `${path}: ${message}`),
    damage: (squad) => {
      at(squad, 'members.0.assistant.voice').stability = 0.5;
    },
  },
  {
    number: 7,
    name: 'a handoff with Vapi’s own description, which forbids its use',
    find: ({ squad }) =>
      toolsOf(squad, 'handoff').flatMap(({ at: path, tool }) =>
        !tool.function.description || /do not call/i.test(tool.function.description) ? [path] : [],
      ),
    damage: (squad) => {
      delete (firstTool(squad, 'handoff').function as Json).description;
    },
  },
  {
    number: 8,
    name: 'parameters of a handoff without the destinations it may name',
    find: ({ squad }) =>
      toolsOf(squad, 'handoff').flatMap(({ at: path, tool }) => {
        const parameters = tool.function.parameters;
        const offered = parameters?.properties.destination?.enum ?? [];
        const isRight =
          parameters?.required?.includes('destination') &&
          tool.destinations.every(({ assistantName }) => offered.includes(assistantName));
        return isRight ? [] : [path];
      }),
    damage: (squad) => {
      delete at(firstTool(squad, 'handoff'), 'function.parameters.properties').destination;
    },
  },
  {
    number: 9,
    name: 'names of functions with accents, spaces, too long, or twice in one assistant',
    find: ({ squad }) =>
      assistantsOf(squad).flatMap((assistant, member) => {
        const names = (assistant.model.tools ?? []).flatMap((tool) =>
          'function' in tool && tool.function ? [tool.function.name] : [],
        );
        const wrong = names.filter((name) => !/^[a-zA-Z0-9_-]{1,64}$/.test(name));
        return [...wrong, ...(isRepeated(names) ? [`members.${member}`] : [])];
      }),
    damage: (squad) => {
      (firstTool(squad, 'code').function as Json).name = 'Réservation';
    },
  },
  {
    number: 10,
    name: 'the name of a request in its function, longer than 40 characters or with a space',
    find: ({ squad }) =>
      toolsOf(squad, 'apiRequest').flatMap(({ at: path, tool }) =>
        /^[a-zA-Z0-9_-]{1,40}$/.test(tool.name ?? '') && !('function' in tool) ? [] : [path],
      ),
    damage: (squad) => {
      firstTool(squad, 'apiRequest').name = 'User Lookup';
    },
  },
  {
    number: 11,
    name: 'values where a request wants the schema of what the model fills in',
    find: ({ squad }) =>
      toolsOf(squad, 'apiRequest').flatMap(({ at: path, tool }) =>
        [tool.body, tool.headers].every(
          (schema) =>
            schema === undefined ||
            (schema.type === 'object' && Object.values(schema.properties ?? {}).every(isRecord)),
        )
          ? []
          : [path],
      ),
    damage: (squad) => {
      firstTool(squad, 'apiRequest').body = { company: 'Cabinet Martin' };
    },
  },
  {
    number: 12,
    name: 'words of JSON Schema that Vapi does not know: anyOf, default, lists of types, choices that are numbers',
    find: ({ squad }) =>
      schemasOf(squad).flatMap(({ path, value }) => {
        const isSchema = typeof value.type === 'string' || Array.isArray(value.type) || 'anyOf' in value;
        if (!isSchema || path.endsWith('.properties')) return [];
        const choices = value.enum as unknown[] | undefined;
        const isWrong =
          'anyOf' in value ||
          'default' in value ||
          'minimum' in value ||
          Array.isArray(value.type) ||
          choices?.some((choice) => typeof choice !== 'string');
        return isWrong ? [path] : [];
      }),
    damage: (squad) => {
      const handoff = at(firstTool(squad, 'handoff'), 'function.parameters.properties');
      handoff.guests = { type: ['number', 'string'], default: 2 };
    },
  },
  {
    number: 50,
    name: 'a code tool that may run longer than 30 seconds, or is named outside its function',
    find: ({ squad }) =>
      toolsOf(squad, 'code').flatMap(({ at: path, tool }) =>
        (tool.timeoutSeconds ?? 10) <= 30 && !('name' in tool) && !('description' in tool) ? [] : [path],
      ),
    damage: (squad) => {
      firstTool(squad, 'code').timeoutSeconds = 60;
    },
  },
  {
    number: 49,
    name: 'tools that need an account connected in Vapi’s dashboard',
    find: ({ squad }) =>
      toolsOf(squad).flatMap(({ at: path, tool }) =>
        /^(google|slack|gohighlevel)/.test(tool.type) ? [path] : [],
      ),
    damage: (squad) => addTool(squad, 0, { type: 'google.calendar.event.create' }),
  },
];
