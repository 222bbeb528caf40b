/** All that the search of an open flow can find, by group and ready to be searched. Knows no component. */
import { useStore } from 'zustand';
import type { FlowDocument } from '../../flow/document.ts';
import type { Problem } from '../../flow/problem.ts';
import { ruleNames } from '../../flow-words/rules/messages.ts';
import { createStepWords } from '../../flow-words/step-words.ts';
import { termsIn } from '../../help/glossary.ts';
import { helpMessages } from '../../help/messages.ts';
import { type LanguageState, useLanguageState } from '../../i18n/language.ts';
import { wordsIn } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { kindNamesIn } from '../../kinds/kind-words.ts';
import { kinds } from '../../kinds/list.ts';
import { wordsOf } from '../../kinds/whole-words.ts';
import { templates } from '../../templates/registry.ts';
import { laneMessages } from '../anytime-lane/messages.ts';
import { useActionName } from '../commands/action-name.ts';
import { type Editor, useDocumentState, useEditor } from '../editor-context.ts';
import { editorMessages } from '../messages.ts';
import { outlineMessages } from '../outline/messages.ts';
import { blockWordsIn } from '../palette/block-words.ts';
import { type PaletteEntry, paletteEntries } from '../palette/palette-entries.ts';
import { useProblemWords } from '../problems-panel/problem-words.ts';
import { savingMessages } from '../saving/messages.ts';
import type { HelpOn } from '../store/panels.ts';
import { useHasRuntime } from '../use-has-runtime.ts';
import { type ButtonId, type FindAction, findActions } from './find-actions.ts';
import {
  type FlowWords,
  flowIndex,
  type InformationItem,
  type RuleItem,
  type StepItem,
} from './find-in-flow.ts';
import { findMessages } from './messages.ts';
import { type Findable, type Prepared, prepare } from './ranking.ts';
import { useShortcutName } from './shortcut-names.ts';

export interface ProblemItem extends Findable {
  readonly group: 'problems';
  readonly problem: Problem;
}

export interface ActionItem extends Findable {
  readonly group: 'actions';
  readonly action: FindAction;
}

export interface AddItem extends Findable {
  readonly group: 'add';
  readonly entry: PaletteEntry;
}

/** A complete drawing to start a new flow from; the open one stays. */
export interface TemplateItem extends Findable {
  readonly group: 'templates';
  readonly template: string;
  readonly goal: string;
}

/** A kind of step or a word of the app, explained above the drawing. */
export interface HelpItem extends Findable {
  readonly group: 'help';
  readonly on: HelpOn;
  /** What it says. */
  readonly text: string;
}

export type Thing =
  | StepItem
  | InformationItem
  | RuleItem
  | ProblemItem
  | ActionItem
  | AddItem
  | TemplateItem
  | HelpItem;
export type ThingGroup = Thing['group'];

/** In this order when all fit equally well. */
export const THING_GROUPS: readonly ThingGroup[] = [
  'steps',
  'information',
  'rules',
  'problems',
  'actions',
  'add',
  'templates',
  'help',
];

export type Things = Readonly<Record<ThingGroup, readonly Prepared<Thing>[]>>;

/** Everything anew whenever it is called, but for the drawing: call it where typing does not render. */
export function useThings(): Things {
  const editor = useEditor();
  const language = useLanguageState();
  const document = useDocumentState((state) => state.document);
  const problems = useStore(editor.problems.state);
  const say = useProblemWords();
  const nameOf = useActionTitle();
  const hasRuntime = useHasRuntime();
  const names = kindNamesIn(language);
  const { steps, information, rules } = flowIndex(document, editor.store.kinds, flowWordsIn(language));
  return {
    steps,
    information,
    rules,
    problems: problems.map((problem, index) => {
      const step = problem.at.node === undefined ? undefined : document.nodes[problem.at.node];
      const { what, todo } = say(problem, document);
      return prepare<ProblemItem>({
        id: `problem:${index}`,
        title: what,
        names: step ? [names.step(step)] : [],
        texts: [todo],
        group: 'problems',
        problem,
      });
    }),
    actions: findActions(editor).map((action) =>
      prepare<ActionItem>({ id: action.id, title: nameOf(action), group: 'actions', action }),
    ),
    add: addItems(editor, document, language, hasRuntime),
    templates: templateItems(language),
    help: helpItems(language),
  };
}

const flowWords = new Map<string, FlowWords>();

/** One object a language, so that what was found once is remembered. */
function flowWordsIn(state: LanguageState): FlowWords {
  const key = `${state.language} ${state.keys}`;
  const known = flowWords.get(key);
  if (known) return known;
  const words: FlowWords = {
    steps: createStepWords((kind) => wordsOf(kind, state)),
    rules: wordsIn(ruleNames, state),
    ruleHints: wordsIn(laneMessages, state).hints,
  };
  flowWords.set(key, words);
  return words;
}

function addItems(
  { store, isReadOnly }: Editor,
  document: FlowDocument,
  language: LanguageState,
  hasRuntime: boolean,
) {
  if (isReadOnly) return [];
  const names = { ...kindNamesIn(language), block: blockWordsIn(language) };
  return paletteEntries(store.kinds, document, false, names, '', hasRuntime).map((entry) =>
    prepare<AddItem>({
      id: `add:${entry.type}:${entry.id}`,
      title: entry.name,
      texts: [entry.hint],
      group: 'add',
      entry,
    }),
  );
}

function templateItems({ language }: LanguageState) {
  return templates.map(({ id, messages }) => {
    const { title, goal, bestFor } = messages[language];
    return prepare<TemplateItem>({
      id: `template:${id}`,
      title,
      texts: [goal, bestFor],
      group: 'templates',
      template: id,
      goal,
    });
  });
}

function helpItems(state: LanguageState) {
  const names = kindNamesIn(state);
  const { terms } = wordsIn(helpMessages, state);
  const steps = kinds.map(({ id }) => {
    const what = wordsOf(id, state)?.['help.what'];
    const text = typeof what === 'string' ? what : names.hint(id);
    return { id: `help:kind:${id}`, title: names.kind(id), text, on: { kind: id as string } };
  });
  const words = termsIn(terms, state.language).map(({ id, name, text }) => ({
    id: `help:term:${id}`,
    title: name,
    text,
    on: { term: id as string },
  }));
  return [...words, ...steps].map(({ text, ...item }) =>
    prepare<HelpItem>({ ...item, texts: [text], group: 'help', text }),
  );
}

function useActionTitle(): (action: FindAction) => string {
  const { store } = useEditor();
  const t = useMessages(findMessages);
  const { aside } = useMessages(savingMessages);
  const { views, print } = useMessages(outlineMessages);
  const { undoWhat, redoWhat, rehearse, publish, bar, several } = useMessages(editorMessages);
  const buttons: Record<ButtonId, string> = {
    ...t.buttons,
    'view-canvas': views.canvas,
    'view-both': views.both,
    'view-outline': views.outline,
    print,
    rehearse,
    publish,
    aside: aside.title,
    'zoom-in': bar.zoomIn,
    'zoom-out': bar.zoomOut,
    'actual-size': bar.actualSize,
  };
  const shortcutName = useShortcutName();
  const say = useActionName();
  return ({ name }) => {
    if (name.of === 'button') return buttons[name.id];
    if (name.of === 'arrangement') return several[name.id];
    if (name.of === 'language') return t.language(t.languages[name.id]);
    if (name.of === 'theme') return t.theme(t.themes[name.id]);
    const { past, future } = store.state.getState().history;
    const undone = name.id === 'undo' && past.at(-1);
    const redone = name.id === 'redo' && future.at(-1);
    if (undone) return undoWhat(say(undone.label));
    return redone ? redoWhat(say(redone.label)) : shortcutName(name.id);
  };
}
