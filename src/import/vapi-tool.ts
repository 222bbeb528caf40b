/** Vapi's tools as things that happen: transfers, hang-ups, requests. Secrets are left behind. Pure and total. */

import type { Problem } from '../flow/problem.ts';
import { isJsonObject } from '../lib/json.ts';
import { labelOf } from './condition.ts';
import { firstText, listIn, objectIn, textIn, valueIn } from './foreign.ts';
import { pleaseCheck } from './problems.ts';
import type { Happening, Request, Wanted } from './station.ts';
import { wantedFrom, wantedInList, wantedInSchema } from './wanted.ts';

export interface ReadTool {
  readonly does: Happening;
  readonly problems: readonly Problem[];
}

/** A tool or a node that carries a tool's properties itself. `name` stands for what cannot be taken in. */
export function readTool(tool: unknown, path: string, name: string): ReadTool {
  const type = textIn(tool, 'type')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
  if (/^(transfercall|transfer)$/.test(type)) return readTransfer(tool, path);
  if (/^(endcall|hangup|end)$/.test(type))
    return {
      does: {
        type: 'hang-up',
        closing: firstText(
          spoken(tool, 'request-start'),
          ...listIn(tool, 'messages').map((message) =>
            firstText(textIn(message, 'content'), textIn(message)),
          ),
          textIn(tool, 'endCallMessage'),
          textIn(tool, 'message'),
          textIn(tool, 'firstMessage'),
          textIn(tool, 'messagePlan', 'firstMessage'),
          textIn(tool, 'exact'),
        ),
      },
      problems: [],
    };
  if (/^(apirequest|httprequest)$/.test(type)) return readRequest(tool, path, name);
  return {
    does: {
      type: 'lost',
      label: firstText(textIn(tool, 'function', 'description'), textIn(tool, 'description'), name),
    },
    problems: [],
  };
}

/** A sentence spoken at a moment of a tool's work. */
export function spoken(tool: unknown, moment: string): string {
  return textIn(
    listIn(tool, 'messages').find((message) => textIn(message, 'type') === moment),
    'content',
  );
}

function endsAfter(tool: unknown, moment: string): boolean {
  return (
    valueIn(
      listIn(tool, 'messages').find((message) => textIn(message, 'type') === moment),
      'endCallAfterSpokenEnabled',
    ) === true
  );
}

function readTransfer(tool: unknown, path: string): ReadTool {
  const single = valueIn(tool, 'destination');
  const listed = listIn(tool, 'destinations');
  const destinations = single === undefined ? listed : [single, ...listed];
  const problems: Problem[] = [];
  const people = destinations.flatMap((destination) => {
    const number = firstText(
      textIn(destination),
      textIn(destination, 'number'),
      textIn(destination, 'phoneNumber'),
      textIn(destination, 'sipUri'),
    );
    const plain = /^[+\d\s().-]{3,40}$/.test(number);
    if (!plain) problems.push(pleaseCheck('number-left-out', {}, path, number, 'warning'));
    return plain
      ? [
          {
            name: firstText(textIn(destination, 'name'), personIn(textIn(destination, 'description'))),
            number,
          },
        ]
      : [];
  });
  const message = firstText(
    ...destinations.map((destination) => textIn(destination, 'message')),
    textIn(tool, 'transferPlan', 'message'),
    textIn(tool, 'message'),
    spoken(tool, 'request-start'),
    textIn(tool, 'firstMessage'),
    textIn(tool, 'messagePlan', 'firstMessage'),
  );
  return { does: { type: 'transfer', message, people }, problems };
}

/** A description that names somebody; most say when to transfer, which is no name. */
function personIn(description: string): string {
  return /^\p{Lu}/u.test(description) &&
    description.length <= 40 &&
    labelOf(description) === description &&
    description.split(' ').length <= 4
    ? description
    : '';
}

/** Names of headers, parameters and fields whose value opens a door. */
const SECRET =
  /authori[sz]ation|api[-_ ]?key|apikey|token|secret|passw|credential|cookie|signature|x-auth|bearer|private[-_]?key|session[-_]?id|access[-_]?key/i;

function readRequest(tool: unknown, path: string, name: string): ReadTool {
  const problems: Problem[] = [];
  const secret = (place: string, field: string) =>
    problems.push(pleaseCheck('secret-removed', {}, place, field, 'warning'));
  const headers = pairs(valueIn(tool, 'headers')).map(({ name: header, value }) => {
    if (value === '' || !looksSecret(header, value)) return { name: header, value };
    secret(`${path}.headers.${header}`, header);
    return { name: header, value: '' };
  });
  const constants = listIn(tool, 'parameters').flatMap((one) =>
    textIn(one, 'key') === '' ? [] : [{ name: textIn(one, 'key'), value: textIn(one, 'value') }],
  );
  const body = [...pairs(valueIn(tool, 'body')), ...constants].map(({ name: field, value }) => {
    if (value === '' || !looksSecret(field, value)) return { name: field, value };
    secret(`${path}.body.${field}`, field);
    return { name: field, value: '' };
  });
  const { url, removed } = withoutSecrets(textIn(tool, 'url'));
  if (removed !== '') secret(`${path}.url`, removed);
  const seconds = valueIn(tool, 'timeoutSeconds');
  const request: Request = {
    method: firstText(textIn(tool, 'method').toUpperCase(), body.length > 0 ? 'POST' : 'GET'),
    url,
    headers,
    body,
    answers: answersOf(tool, path),
    timeoutSeconds: typeof seconds === 'number' ? seconds : 20,
    say: spoken(tool, 'request-start'),
    failedSay: spoken(tool, 'request-failed'),
    doneSay: spoken(tool, 'request-complete'),
    endsWhenDone: endsAfter(tool, 'request-complete'),
    endsWhenFailed: endsAfter(tool, 'request-failed'),
    changed: textIn(tool, 'mode') === 'background' || valueIn(tool, 'async') === true ? name : '',
  };
  return { does: { type: 'request', request }, problems };
}

export function looksSecret(name: string, value: string): boolean {
  // A mark is filled in from the conversation: no secret of the file.
  if (/^\s*\{\{[^{}]*\}\}\s*$/.test(value)) return /authori[sz]ation|secret|passw|api[-_ ]?key/i.test(name);
  return (
    SECRET.test(name) ||
    /^(bearer|basic)\s+\S{6,}/i.test(value) ||
    /^(sk|pk|rk|key|whsec|ghp|xox[abp])[-_][\w-]{12,}/i.test(value)
  );
}

/** Keys in an address, and a user's password before its host, do not come along. */
export function withoutSecrets(url: string): { readonly url: string; readonly removed: string } {
  const removed: string[] = [];
  const clean = url
    .replace(/^([a-z]+:\/\/)[^/@\s]+@/i, (_, scheme: string) => {
      removed.push('user');
      return scheme;
    })
    .replaceAll(/([?&])([^=&#]*)=([^&#]*)/g, (whole, mark: string, key: string, value: string) => {
      if (value === '' || !(looksSecret(key, value) || /^(key|sig|auth)$/i.test(key))) return whole;
      removed.push(key);
      return `${mark}${key}=`;
    });
  return { url: clean, removed: removed.join(', ') };
}

/** Names and values, whether written as a JSON Schema, as a plain object or as a list of pairs. */
function pairs(source: unknown): { readonly name: string; readonly value: string }[] {
  if (Array.isArray(source))
    return source.flatMap((item) => {
      const name = firstText(textIn(item, 'key'), textIn(item, 'name'));
      return name === '' ? [] : [{ name, value: textIn(item, 'value') }];
    });
  if (!isJsonObject(source)) return [];
  const properties = objectIn(source, 'properties') ?? (textIn(source, 'type') === 'object' ? {} : source);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    value: isJsonObject(property)
      ? firstText(
          ...['value', 'const', 'default', 'example'].map((key) => textIn(property, key)),
          // The model fills it in: an information of the same name, if the file has one.
          `{{${name}}}`,
        )
      : textIn(property),
  }));
}

/** What is read out of the answer, and where it stands there. */
function answersOf(tool: unknown, path: string): { path: string; wanted: Wanted }[] {
  const output = valueIn(tool, 'output');
  const listed = Array.isArray(output)
    ? output.flatMap((item, index) => {
        const from = firstText(
          textIn(item, 'key'),
          textIn(item, 'path'),
          textIn(item, 'name'),
          textIn(item, 'title'),
        );
        const to = firstText(textIn(item, 'target'), textIn(item, 'name'), textIn(item, 'title'), from);
        return from === '' ? [] : [{ path: from, wanted: wantedFrom(to, item, `${path}.output[${index}]`) }];
      })
    : [];
  const schemas = [
    ...schemaAnswers(output, `${path}.output`),
    ...schemaAnswers(
      valueIn(tool, 'variableExtractionPlan', 'schema'),
      `${path}.variableExtractionPlan.schema`,
    ),
    ...wantedInList(
      listIn(tool, 'variableExtractionPlan', 'output'),
      `${path}.variableExtractionPlan.output`,
    ).map((wanted) => ({ path: wanted.name, wanted })),
    ...wantedInList(listIn(tool, 'extractVariables'), `${path}.extractVariables`).map((wanted) => ({
      path: wanted.name,
      wanted,
    })),
  ];
  const aliases = listIn(tool, 'variableExtractionPlan', 'aliases').flatMap((alias, index) => {
    const key = textIn(alias, 'key');
    const from = /\{\{\s*\$?\.?([\w.[\]-]+)/.exec(textIn(alias, 'value'))?.[1] ?? '';
    return key === '' || from === ''
      ? []
      : [{ path: from, wanted: wantedFrom(key, {}, `${path}.variableExtractionPlan.aliases[${index}]`) }];
  });
  return [...listed, ...schemas, ...aliases].map((answer) => ({
    ...answer,
    wanted: asAnswered(answer.wanted),
  }));
}

/** Answers of machines are kept as they come: `true` is no "yes". */
function asAnswered(wanted: Wanted): Wanted {
  return wanted.type === 'yes-no' ? { ...wanted, type: 'text' } : wanted;
}

function schemaAnswers(schema: unknown, path: string): { path: string; wanted: Wanted }[] {
  return wantedInSchema(schema, path).map((wanted) => {
    const target = wanted.aliases.find((alias) => !alias.includes('.') && alias !== wanted.name);
    const whole = wanted.aliases.find((alias) => alias.includes('.')) ?? wanted.name;
    return {
      path: whole,
      wanted: target === undefined ? wanted : { ...wanted, name: target, aliases: [wanted.name, whole] },
    };
  });
}
