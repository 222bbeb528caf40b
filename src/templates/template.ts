/** What a template gives, and a small builder for its drawing. Knows the kinds' data only as JSON. */
import { DEFAULT_ANYTIME } from '../flow/anytime/defaults.ts';
import {
  type Anytime,
  type AnytimeRule,
  type AnytimeSetting,
  type CallLanguage,
  DEFAULT_SETTINGS,
  DOCUMENT_FORMAT,
  type EdgeId,
  type FlowDocument,
  type FlowNode,
  type HoursId,
  type Information,
  type InformationId,
  type InformationType,
  type NodeId,
  type OpeningHours,
  type TimeSpan,
} from '../flow/document.ts';
import { layout } from '../flow/layout/layout.ts';
import { cardShape } from '../kinds/card-size.ts';
import type { JsonObject } from '../lib/json.ts';

/** What the gallery shows of a template. */
export interface TemplateWords {
  readonly title: string;
  readonly goal: string;
  readonly collects: readonly string[];
  readonly bestFor: string;
  /** Suggested name of the place. */
  readonly place: string;
  /** Where all callers want the same: what it is, as a choice. */
  readonly wish?: string;
}

/** What callers can do with a template, to choose from before the flow is made (`wishes.ts`). All are ids of the drawing. */
export interface Offers {
  /** The step that finds out what callers want; absent where all want the same. */
  readonly menu?: string;
  /** Choices of it that cannot be left out. */
  readonly keeps?: readonly string[];
  /** The step that takes a message; absent where none does. */
  readonly note?: string;
  /** The choices of it that stand for a message and for a person. */
  readonly message?: string;
  readonly person?: string;
  /** Steps that offer wishes once more, and where the call goes instead when one of those is left out. */
  readonly again?: Readonly<Record<string, { readonly wishes: readonly string[]; readonly instead: string }>>;
  /** Remarks beside the drawing, each with the step that it is about. */
  readonly remarks?: Readonly<Record<string, string>>;
}

/** Somebody who tries the template: what they say, and where the call should end. */
export interface Caller {
  readonly id: 'easy' | 'confused' | 'difficult';
  /** The instant of the call, with its offset. */
  readonly at: string;
  readonly lines: Readonly<Record<CallLanguage, readonly string[]>>;
  /** Whoever the call is passed on to lets it ring. */
  readonly nobodyAnswers?: true;
  /** The step at which the call is over. */
  readonly reaches: string;
}

export interface Template {
  readonly id: string;
  /** Name of a lucide icon. */
  readonly icon:
    | 'calendar-check'
    | 'utensils'
    | 'stethoscope'
    | 'scale'
    | 'siren'
    | 'house'
    | 'phone-call'
    | 'package-search'
    | 'star'
    | 'target'
    | 'life-buoy';
  /** A complete, laid out drawing in the language of the call. */
  build(language: CallLanguage, options: { readonly name: string }): FlowDocument;
  readonly messages: Readonly<Record<CallLanguage, TemplateWords>>;
  readonly offers: Offers;
  readonly callers: readonly Caller[];
}

/** What the step that answers says, in the language of the call. */
export interface AnswerWords {
  readonly answerTitle: string;
  readonly greeting: (name: string) => string;
  readonly disclosure: string;
}

/** Puts a drawing together step by step. Ids are the given words: readable, and the same at every build. */
export function drawing(name: string, language: CallLanguage) {
  const nodes: Record<NodeId, FlowNode> = {};
  const edges: FlowDocument['edges'] & Record<EdgeId, unknown> = {} as never;
  const information: Record<InformationId, Information> = {};
  const hours: Record<HoursId, OpeningHours> = {};
  let anytime: Anytime = DEFAULT_ANYTIME;
  const builder = {
    step(id: string, kind: string, title: string, data: JsonObject) {
      nodes[id as NodeId] = { id: id as NodeId, kind, title, position: { x: 0, y: 0 }, data };
      return builder;
    },
    /** The step that answers. `name` is the place that is called. */
    answer(words: AnswerWords, name: string) {
      return builder.step('answer', 'answer', words.answerTitle, {
        greeting: words.greeting(name),
        disclosure: words.disclosure,
        assistantName: '',
      });
    },
    link(from: string, exit: string, to: string) {
      const id = `${from}-${exit}`.slice(0, 40) as EdgeId;
      (edges as Record<EdgeId, unknown>)[id] = { id, from, exit, to };
      return builder;
    },
    /** Each way out of a step, and where it leads. */
    ways(from: string, ways: Readonly<Record<string, string>>) {
      for (const [exit, to] of Object.entries(ways)) builder.link(from, exit, to);
      return builder;
    },
    collect(id: string, type: InformationType, label: string, choices?: readonly string[]) {
      information[id as InformationId] = {
        id: id as InformationId,
        name: label,
        type,
        ...(choices ? { choices } : {}),
      };
      return builder;
    },
    open(id: string, label: string, week: OpeningHours['week'], holidays: OpeningHours['holidays'] = 'none') {
      hours[id as HoursId] = {
        id: id as HoursId,
        name: label,
        timeZone: DEFAULT_SETTINGS.timeZone,
        week,
        holidays,
        exceptions: [],
        shared: null,
      };
      return builder;
    },
    /** Switches a rule of the lane on. */
    always(
      rule: AnytimeRule,
      setting: {
        readonly goTo?: string;
        readonly sentence?: string;
        readonly phrases?: readonly string[];
      } = {},
    ) {
      const goTo = (setting.goTo ?? null) as AnytimeSetting['goTo'];
      const { sentence = '', phrases = [] } = setting;
      anytime = { ...anytime, [rule]: { enabled: true, sentence, goTo, phrases } };
      return builder;
    },
    build(): FlowDocument {
      const document: FlowDocument = {
        format: DOCUMENT_FORMAT,
        name,
        language,
        nodes,
        edges,
        information,
        hours,
        settings: DEFAULT_SETTINGS,
        anytime,
      };
      return laidOut(document);
    },
  };
  return builder;
}

/** With its cards where they are easy to read. */
export function laidOut(document: FlowDocument): FlowDocument {
  const positions = layout(document, cardShape);
  const placed = Object.values<FlowNode>(document.nodes).map((node) => [
    node.id,
    { ...node, position: positions[node.id] ?? node.position },
  ]);
  return { ...document, nodes: Object.fromEntries(placed) };
}

export type Drawing = ReturnType<typeof drawing>;

/** What a step asks for, in order; a question mark after the id makes it optional. */
export function items(...asked: readonly string[]): JsonObject[] {
  return asked.map((id) => ({ information: id.replace('?', ''), optional: id.endsWith('?') }));
}

/** A check with one rule: the ways out are `yes` and `otherwise`. */
export function rule(data: JsonObject): JsonObject {
  return { cases: [{ id: 'yes', name: '', match: 'all', rules: [data] }] };
}

/** Minutes since midnight. */
export function at(hour: number, minute = 0): number {
  return hour * 60 + minute;
}

/** The same hours from Monday to Friday, closed at the weekend. */
export function weekdays(day: readonly TimeSpan[]): OpeningHours['week'] {
  return [day, day, day, day, day, [], []];
}

/** The public holidays of the place that is likely to speak the language; English is spoken in too many to tell. */
export function holidaysOf(language: CallLanguage): OpeningHours['holidays'] {
  return language === 'fr' ? 'france' : 'none';
}

/** When people may be called who have not called (Code de la consommation, D. 223-9): Monday to Friday. */
export const CALLING_HOURS: OpeningHours['week'] = weekdays([
  { from: at(10), to: at(13) },
  { from: at(14), to: at(20) },
]);

/** Instants at which callers try a template: while most places are open, and while none is. */
export const TUESDAY_NOON = '2026-11-24T12:15:00+01:00';
export const SUNDAY_NIGHT = '2026-11-22T23:30:00+01:00';
