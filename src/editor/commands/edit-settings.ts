/** Changes what belongs to the whole flow: its name, the language of the call, the settings. */
import type { CallLanguage, FlowSettings } from '../../flow/document.ts';
import { defineCommand } from './command.ts';

export interface EditSettingsArgs {
  readonly name?: string;
  readonly language?: CallLanguage;
  readonly settings?: Partial<FlowSettings>;
}

export const editSettings = defineCommand<EditSettingsArgs>({
  id: 'edit-settings',
  label: 'edit-settings',
  history: 'merge',
  mergeKey: (args) => `settings:${Object.keys(args).join()}:${Object.keys(args.settings ?? {}).join()}`,
  enabled: (_, { name }) => name === undefined || name.trim() !== '',
  run(draft, { name, language, settings }) {
    if (name !== undefined) draft.name = name.trim();
    if (language !== undefined) draft.language = language;
    if (settings) Object.assign(draft.settings, settings);
    return { label: { key: name === undefined ? 'edit-settings' : 'rename-flow' } };
  },
});
