/** Information that a file extracts, asks for or reads from an answer, with its type as far as it can be told. Pure. */
import type { InformationType } from '../flow/document.ts';
import { isJsonObject } from '../lib/json.ts';
import { firstText, listIn, objectIn, textIn } from './foreign.ts';
import type { Wanted } from './station.ts';
import { clip, titleOf } from './words.ts';

/** Words in a name or description that tell a type; the first that fits. */
const TYPES: readonly (readonly [InformationType, RegExp])[] = [
  ['email', /e-?mail|courriel|adresse électronique/iu],
  ['phone', /phone|telephone|téléphone|mobile|portable|\btel\b/iu],
  ['date', /\bdate\b|\bday\b|birth|naissance|\bdob\b|\bjour\b/iu],
  ['time', /\btime\b|\bhour\b|\bheure\b|horaire/iu],
  ['address', /address|adresse/iu],
  [
    'number',
    /how many|number of|combien|nombre|\bcount\b|\bage\b|\bâge\b|quantity|quantité|amount|montant|\bsize\b/iu,
  ],
  ['name', /\bname\b|\bnom\b|prénom|surname/iu],
];

/** Information of which a file gives nothing but the name. */
export function plainWanted(name: string, path: string): Wanted {
  return {
    name,
    aliases: [],
    label: name.replaceAll(/[_.]+/g, ' '),
    about: '',
    type: 'text',
    choices: [],
    typeGuessed: false,
    path,
  };
}

/** One item of `{ title, description, type, enum }`, `{ name, type, description }` or a JSON Schema property. */
export function wantedFrom(
  name: string,
  item: unknown,
  path: string,
  aliases: readonly string[] = [],
): Wanted {
  const description = textIn(item, 'description');
  const choices = listIn(item, 'enum')
    .map((choice) => clip(textIn(choice), 80))
    .filter((choice, index, all) => choice !== '' && all.indexOf(choice) === index);
  const told = typeTold(textIn(item, 'type').toLowerCase(), choices);
  const guess =
    TYPES.find(([, words]) => words.test(name.replaceAll(/[_-]/g, ' ')))?.[0] ??
    TYPES.find(([, words]) => words.test(description))?.[0];
  const type = told ?? guess ?? 'text';
  return {
    name,
    aliases,
    label: clip(firstText(titleOf(name), description, name), 80),
    about: description,
    type,
    choices: type === 'choice' ? choices.slice(0, 20) : [],
    typeGuessed: told === undefined && guess !== undefined,
    path,
  };
}

function typeTold(type: string, choices: readonly string[]): InformationType | undefined {
  if (choices.length > 0 && choices.every((choice) => /^(yes|no|oui|non|true|false)$/i.test(choice)))
    return 'yes-no';
  if (choices.length > 1) return 'choice';
  if (type === 'boolean' || type === 'yes/no') return 'yes-no';
  if (type === 'number' || type === 'integer') return 'number';
  return (['date', 'time', 'email', 'phone', 'address', 'name'] as const).find((one) => one === type);
}

/** A list of items, each with its name in `title`, `name` or `key`. */
export function wantedInList(items: readonly unknown[], path: string): Wanted[] {
  return items.flatMap((item, index) => {
    const name =
      typeof item === 'string'
        ? item
        : firstText(textIn(item, 'title'), textIn(item, 'name'), textIn(item, 'key'));
    return name === '' ? [] : [wantedFrom(name, item, `${path}[${index}]`)];
  });
}

/** The properties of a JSON Schema; objects within are taken apart (`user.name`), lists are kept as one text. */
export function wantedInSchema(schema: unknown, path: string, within = ''): Wanted[] {
  const properties = objectIn(schema, 'properties');
  if (!properties) return [];
  return Object.entries(properties).flatMap(([key, property]) => {
    const here = `${path}.properties.${key}`;
    const whole = within === '' ? key : `${within}.${key}`;
    if (isJsonObject(property) && objectIn(property, 'properties'))
      return wantedInSchema(property, here, whole);
    return [
      wantedFrom(
        key,
        property,
        here,
        [whole, textIn(property, 'target')].filter((alias) => alias !== '' && alias !== key),
      ),
    ];
  });
}
