/**
 * What callers should be able to do, chosen before the flow is made: a wish that is left out goes with everything that only it
 * needs, a wish that is added comes from a ready-made block or leads to what is drawn. Every choice gives a complete drawing. Pure.
 */
import { placeBlock } from '../blocks/place-block.ts';
import { takeAMessage } from '../blocks/take-a-message.ts';
import type {
  CallLanguage,
  EdgeId,
  FlowDocument,
  FlowEdge,
  FlowNode,
  InformationId,
  NodeId,
} from '../flow/document.ts';
import { hangUp } from '../kinds/hang-up/kind.ts';
import { SOMETHING_ELSE, type UnderstandData, understand } from '../kinds/understand/kind.ts';
import { pruned, redirect } from './prune.ts';
import { laidOut, type Template } from './template.ts';
import { WISH_SPEECH } from './wish-speech.ts';

/** `message`, `person`, `same` (what all callers want), or a choice of the template's own menu. */
export type WishId = string;

export interface Wish {
  readonly id: WishId;
  /** In the given language, as a caller would say it. */
  readonly label: string;
  /** Whether the template has it as it stands. */
  readonly isUsual: boolean;
  /** Whether the flow makes no sense without it. */
  readonly isFixed: boolean;
}

const MESSAGE = 'message';
const PERSON = 'person';
const SAME = 'same';
const MENU = 'wishes' as NodeId;
const GOODBYE = 'goodbye' as NodeId;

/** In the order in which they are offered: the template's own, then a message and a person. */
export function wishesOf({ build, messages, offers }: Template, language: CallLanguage): Wish[] {
  const { place, wish } = messages[language];
  const speech = WISH_SPEECH[language];
  const keeps = offers.keeps ?? [];
  const own = choicesOf(build(language, { name: place }), offers.menu as NodeId | undefined)
    .filter(({ id }) => id !== offers.message && id !== offers.person)
    .map(({ id, label }) => ({ id, label, isUsual: true, isFixed: keeps.includes(id) }));
  return [
    ...(wish === undefined ? [] : [{ id: SAME, label: wish, isUsual: true, isFixed: true }]),
    ...own,
    { id: MESSAGE, label: speech.message, isUsual: offers.note !== undefined, isFixed: false },
    // Where all want the same, a person is part of it.
    ...(offers.menu === undefined
      ? []
      : [{ id: PERSON, label: speech.person, isUsual: offers.person !== undefined, isFixed: false }]),
  ];
}

export interface WishedFlow {
  readonly name: string;
  /** Ids of wishes; those that are fixed need not be among them. */
  readonly wishes: ReadonlySet<WishId>;
}

/** The template's own drawing where the wishes are the usual ones; whoever asks for a person always gets to where the lane leads. */
export function drawWishes(
  template: Template,
  language: CallLanguage,
  { name, wishes }: WishedFlow,
): FlowDocument {
  const drawn = { ...template.build(language, { name }), name };
  const all = wishesOf(template, language);
  const isWanted = (id: WishId) => all.some((wish) => wish.id === id && (wish.isFixed || wishes.has(id)));
  if (all.every(({ id, isUsual }) => isWanted(id) === isUsual)) return drawn;
  const { offers } = template;
  const withMessage = messageDrawn(askedOnce(drawn, template, isWanted), template, isWanted(MESSAGE));
  const menu = menuDrawn(withMessage.document, template);
  const at = menu.document.nodes[menu.id]!;
  const data = at.data as unknown as UnderstandData;
  const person = menu.document.anytime['wants-human'].goTo;
  const own = data.choices.filter(({ id }) =>
    isWanted(id === offers.message ? MESSAGE : id === offers.person ? PERSON : id),
  );
  const links = new Map<string, NodeId>();
  let choices = [...own];
  const speech = WISH_SPEECH[language];
  const offer = (id: string, label: string, examples: readonly string[], to: NodeId | null) => {
    if (to === null || choices.some((choice) => choice.id === id)) return;
    choices.push({ id, label, examples: [...examples] });
    links.set(id, to);
  };
  if (isWanted(PERSON) && offers.person === undefined)
    offer(PERSON, speech.person, speech.personExamples, person);
  // Where everything else leads to it anyway, a message is a choice of its own only when it would be lost.
  const isExtra = offers.note === undefined || choices.length < 2;
  if (isWanted(MESSAGE) && offers.message === undefined && isExtra)
    offer(MESSAGE, speech.message, speech.messageExamples, withMessage.at);
  // Among several it says nothing that "something else" does not.
  if (choices.length > 2) choices = choices.filter(({ id }) => id !== offers.message);
  return laidOut(
    pruned(withChoices(menu.document, menu.id, choices, links, template, language), offers.remarks ?? {}),
  );
}

function askedOnce(
  document: FlowDocument,
  { offers }: Template,
  isWanted: (id: WishId) => boolean,
): FlowDocument {
  return Object.entries(offers.again ?? {})
    .filter(([, { wishes }]) => !wishes.every(isWanted))
    .reduce((drawn, [step, { instead }]) => redirect(drawn, step as NodeId, instead as NodeId), document);
}

function choicesOf(document: FlowDocument, menu: NodeId | undefined): UnderstandData['choices'] {
  const data = menu && (document.nodes[menu]?.data as unknown as UnderstandData | undefined);
  return data ? data.choices : [];
}

function messageDrawn(
  document: FlowDocument,
  { offers }: Template,
  isWanted: boolean,
): { readonly document: FlowDocument; readonly at: NodeId | null } {
  const note = (offers.note ?? null) as NodeId | null;
  if (isWanted) return note === null ? withBlock(document) : { document, at: note };
  if (note === null) return { document, at: null };
  const speech = WISH_SPEECH[document.language];
  const data = { closing: speech.goodbye, outcome: speech.goodbyeOutcome };
  const goodbye = card(GOODBYE, hangUp.id, speech.goodbyeTitle, data);
  return { document: redirect(withNodes(document, [goodbye]), note, GOODBYE), at: null };
}

function withBlock(document: FlowDocument): { readonly document: FlowDocument; readonly at: NodeId } {
  const { nodes, links, information } = placeBlock(takeAMessage, {
    document,
    hasRuntime: false,
    mint: (step) => `message-${step}` as NodeId,
  });
  const added = Object.fromEntries(information.map((one) => [one.id, one])) as Record<InformationId, never>;
  const placed = withNodes(document, nodes);
  return {
    document: {
      ...withLinks(
        placed,
        links.map(({ from, to }) => [from.node, from.exit, to]),
      ),
      information: { ...document.information, ...added },
    },
    at: nodes[0]!.id,
  };
}

/** The menu that is drawn, or a new one between the step that answers and what followed it. */
function menuDrawn(
  document: FlowDocument,
  { offers, messages }: Template,
): { readonly document: FlowDocument; readonly id: NodeId } {
  if (offers.menu !== undefined) return { document, id: offers.menu as NodeId };
  const { language } = document;
  const speech = WISH_SPEECH[language];
  const [first] = Object.values<FlowEdge>(document.edges).filter(({ from }) => from === 'answer');
  const data = {
    question: speech.menuQuestion,
    choices: [{ id: SAME, label: messages[language].wish ?? '', examples: [] }],
  };
  const next = first!.to;
  const led = {
    ...document,
    edges: { ...document.edges, [first!.id]: { ...first!, to: MENU } },
  } as FlowDocument;
  const placed = withNodes(led, [card(MENU, understand.id, speech.menuTitle, data)]);
  return {
    document: withLinks(placed, [
      [MENU, SAME, next],
      [MENU, SOMETHING_ELSE, next],
    ]),
    id: MENU,
  };
}

/** Two choices and more are asked for; a single one is gone to at once. */
function withChoices(
  document: FlowDocument,
  menu: NodeId,
  choices: UnderstandData['choices'],
  links: ReadonlyMap<string, NodeId>,
  { offers }: Template,
  language: CallLanguage,
): FlowDocument {
  const speech = WISH_SPEECH[language];
  const to = (exit: string) =>
    links.get(exit) ??
    Object.values<FlowEdge>(document.edges).find((edge) => edge.from === menu && edge.exit === exit)!.to;
  const [only] = choices;
  if (choices.length < 2) return redirect(document, menu, to(only?.id ?? SOMETHING_ELSE));
  const node = document.nodes[menu]!;
  // A question that names the choices would name those that are gone.
  const words = offers.keeps ? {} : { question: speech.menuQuestion };
  const title = offers.keeps ? node.title : speech.menuTitle;
  const changed = {
    ...node,
    ...(title === undefined ? {} : { title }),
    data: { ...node.data, ...words, choices } as FlowNode['data'],
  };
  const exits = new Set([...choices.map(({ id }) => id), SOMETHING_ELSE]);
  const edges = Object.values<FlowEdge>(document.edges).filter(
    ({ from, exit }) => from !== menu || exits.has(exit),
  );
  const wired = withNodes({ ...document, edges: byId(edges) } as FlowDocument, [changed]);
  return withLinks(
    wired,
    [...links].map(([exit, target]) => [menu, exit, target]),
  );
}

function card(id: NodeId, kind: string, title: string, data: object): FlowNode {
  return { id, kind, title, position: { x: 0, y: 0 }, data: data as FlowNode['data'] };
}

function withNodes(document: FlowDocument, nodes: readonly FlowNode[]): FlowDocument {
  return { ...document, nodes: { ...document.nodes, ...byId(nodes) } };
}

function withLinks(
  document: FlowDocument,
  links: readonly (readonly [from: NodeId, exit: string, to: NodeId])[],
): FlowDocument {
  const edges = links.map(([from, exit, to]) => {
    const id = `${from}-${exit}`.slice(0, 40) as EdgeId;
    return { id, from, exit, to };
  });
  return { ...document, edges: { ...document.edges, ...byId(edges) } };
}

function byId<Value extends { readonly id: string }>(all: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(all.map((one) => [one.id, one]));
}
