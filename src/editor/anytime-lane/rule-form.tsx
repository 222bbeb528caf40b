/** One rule of the lane: on or off, what is said, what comes next, by which words it is known. */
import { anytimeTarget } from '../../flow/anytime/anytime.ts';
import { ANYTIME_WORDS } from '../../flow/anytime/speech.ts';
import { SPEECH } from '../../flow/compile/speech.ts';
import type {
  AnytimeRule,
  AnytimeSetting,
  CallLanguage,
  FlowNode,
  Information,
  NodeId,
} from '../../flow/document.ts';
import { canBeLedTo } from '../../flow/kind.ts';
import { flowMessages } from '../../flow-words/messages.ts';
import { ruleNames } from '../../flow-words/rules/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKindNames } from '../../kinds/kind-words.ts';
import { SentenceField } from '../../kinds/sentence-field.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { editAnytime } from '../commands/edit-anytime.ts';
import { useDocumentState, useEditor } from '../editor-context.ts';
import { useSettingsFault } from '../flow-settings/use-settings-fault.ts';
import { informationId } from '../inspector/information-id.ts';
import { laneMessages } from './messages.ts';
import { onlyPerson } from './only-person.ts';

const BACK = 'back';
/** As the stored document allows. */
const LONGEST_SENTENCE = 500;
const LONGEST_PHRASE = 120;
const MOST_PHRASES = 20;
/** So many of the known phrases are told. */
const TOLD = 3;

interface RuleProps {
  readonly rule: AnytimeRule;
}

export function RuleForm({ rule }: RuleProps) {
  const { store, isReadOnly } = useEditor();
  const t = useMessages(laneMessages);
  const name = useMessages(ruleNames)[rule];
  const { enabled, goTo } = useDocumentState(({ document }) => document.anytime[rule]);
  const fault = useSettingsFault()(
    (problem) =>
      problem.params.rule === rule || (rule === 'emergency' && problem.code === 'no-emergency-rule'),
  );
  const change = (isOn: boolean) => {
    const { document } = store.state.getState();
    const person = isOn && rule === 'wants-human' && goTo === null ? onlyPerson(document, store.kinds) : null;
    store.run(editAnytime, { rule, setting: { enabled: isOn, ...(person ? { goTo: person } : {}) } });
  };
  return (
    <>
      <Switch
        label={name}
        hint={t.hints[rule]}
        isSelected={enabled}
        isDisabled={isReadOnly}
        error={fault}
        onChange={change}
      />
      {enabled && (
        <Disclosure title={t.adjust(name)} className="mt-2 pl-11">
          <div className="flex flex-col gap-3">
            <Sentence rule={rule} />
            {rule !== 'silence' && <GoTo rule={rule} />}
            {rule !== 'silence' && rule !== 'unclear' && <Phrases rule={rule} />}
          </div>
        </Disclosure>
      )}
    </>
  );
}

function useRule(rule: AnytimeRule) {
  const { store, isReadOnly } = useEditor();
  const setting = useDocumentState(({ document }) => document.anytime[rule]);
  const language = useDocumentState(({ document }) => document.language);
  const set = (changes: Partial<AnytimeSetting>, typing = false) =>
    store.run(editAnytime, { rule, setting: changes, typing });
  return { setting, language, isReadOnly, set };
}

/** What is said when nothing is written: shown in grey where one's own words would stand. */
function standardSentence(rule: AnytimeRule, language: CallLanguage): string {
  return rule === 'silence' ? SPEECH[language].reminders.join(' ') : ANYTIME_WORDS[language][rule].sentence;
}

function Sentence({ rule }: RuleProps) {
  const { store } = useEditor();
  const t = useMessages(laneMessages);
  const { setting, language, isReadOnly } = useRule(rule);
  const document = useDocumentState((state) => state.document);
  const write = (sentence: unknown, information: readonly Information[] = []) =>
    store.run(editAnytime, {
      rule,
      setting: { sentence: String(sentence).slice(0, LONGEST_SENTENCE) },
      information,
      typing: information.length === 0,
    });
  return (
    <SentenceField
      label={t.sentence}
      hint={t.sentenceHint}
      path="sentence"
      value={setting.sentence}
      placeholder={standardSentence(rule, language)}
      form={{
        document,
        isReadOnly,
        error: () => undefined,
        type: (_, sentence) => write(sentence),
        edit: ({ changes, information }) => write(changes[0]?.value ?? '', information),
        newInformation: (name, type) => ({
          id: informationId(name, new Set(Object.keys(document.information))),
          name,
          type,
        }),
      }}
    />
  );
}

function GoTo({ rule }: RuleProps) {
  const { store } = useEditor();
  const t = useMessages(laneMessages);
  const names = useKindNames();
  const { setting, isReadOnly, set } = useRule(rule);
  const document = useDocumentState((state) => state.document);
  const steps = (Object.values(document.nodes) as FlowNode[])
    .filter(({ kind }) => canBeLedTo(store.kinds.get(kind)))
    .map((step) => ({ id: step.id as string, label: names.step(step) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <Select
      label={t.goTo}
      hint={t.goToHint}
      placeholder={t.gone}
      options={[{ id: BACK, label: t.back }, ...steps]}
      value={setting.goTo === null ? BACK : anytimeTarget(document, store.kinds, rule)}
      isDisabled={isReadOnly}
      onChange={(id) => set({ goTo: id === BACK ? null : (id as NodeId) })}
    />
  );
}

function Phrases({ rule }: RuleProps) {
  const t = useMessages(laneMessages);
  const { quote } = useMessages(flowMessages);
  const { setting, language, isReadOnly, set } = useRule(rule);
  const usual = ANYTIME_WORDS[language][rule].phrases.slice(0, TOLD).map((phrase) => quote(phrase));
  return (
    <TextArea
      label={t.phrases}
      hint={usual.length === 0 ? t.phrasesHintAlone : t.phrasesHint(usual.join(', '))}
      rows={1}
      value={setting.phrases.join('\n')}
      isReadOnly={isReadOnly}
      onChange={(text) => set({ phrases: linesOf(text) }, true)}
    />
  );
}

/** One phrase a line; what could not be read back is cut. */
function linesOf(text: string): string[] {
  if (text === '') return [];
  return text
    .split('\n')
    .slice(0, MOST_PHRASES)
    .map((line) => line.slice(0, LONGEST_PHRASE));
}
