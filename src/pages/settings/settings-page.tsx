/** Workspace, people, language and theme, account. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { membersQuery, workspacesQuery } from '../../data/queries.ts';
import { signOut } from '../../data/session.ts';
import { renameWorkspace } from '../../data/workspaces.ts';
import { useFailureText } from '../../i18n/failures/failure-text.ts';
import { useLanguage } from '../../i18n/language.ts';
import { SCREEN_LANGUAGES } from '../../i18n/messages.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { switchLanguage } from '../../ui/switch-language.ts';
import { TextField } from '../../ui/text-field.tsx';
import { setTheme, THEME_CHOICES, useTheme } from '../../ui/theme.ts';
import { notify } from '../../ui/toast.tsx';
import { PageFrame } from '../page-frame.tsx';
import { PlacesCard } from '../places-card.tsx';
import { useWorkspace } from '../workspace-context.ts';
import { EndCard } from './end-card.tsx';
import { messages } from './messages.ts';
import { SecretsCard } from './secrets-card.tsx';

export function SettingsPage() {
  const t = useMessages(messages);
  const { workspace, person, canChange } = useWorkspace();
  const members = useQuery(membersQuery(workspace.id));
  return (
    <PageFrame title={t.title} narrow>
      <PageHeader title={t.title} />
      <Card title={t.workspace}>
        <WorkspaceForm key={workspace.id} isOwner={workspace.role === 'owner'} />
      </Card>
      <PlacesCard
        places={[
          {
            href: '/settings/people',
            title: t.people,
            hint: `${t.peopleHint(members.data?.length ?? 1)} ${t.yourRole[workspace.role]}`,
          },
          { href: '/settings/opening-hours', title: t.hours, hint: t.hoursHint },
          { href: '/settings/connection', title: t.connection, hint: t.connectionHint },
          { href: '/settings/privacy', title: t.privacy, hint: t.privacyHint },
          { href: '/settings/spending', title: t.spending, hint: t.spendingHint },
          { href: '/settings/alerts', title: t.alerts, hint: t.alertsHint },
          ...(workspace.role === 'owner'
            ? [{ href: '/settings/activity', title: t.activity, hint: t.activityHint }]
            : []),
        ]}
      />
      <SecretsCard workspaceId={workspace.id} canChange={canChange} />
      <Card title={t.look}>
        <Look />
      </Card>
      <Card title={t.account}>
        <div className="flex flex-wrap items-center gap-4">
          <p className="min-w-0 flex-[1_1_14rem] text-base">
            <span className="text-muted">{t.signedInAs}</span>{' '}
            <span className="font-medium break-words">{person.email}</span>
          </p>
          <Button icon={<LogOut aria-hidden />} onPress={() => void signOut()}>
            {t.signOut}
          </Button>
        </div>
      </Card>
      <EndCard />
    </PageFrame>
  );
}

function WorkspaceForm({ isOwner }: { readonly isOwner: boolean }) {
  const t = useMessages(messages);
  const say = useFailureText();
  const queries = useQueryClient();
  const { workspace, person } = useWorkspace();
  const [name, setName] = useState(workspace.name);
  const save = useMutation({
    mutationFn: () => renameWorkspace(workspace.id, name.trim()),
    onSuccess: (saved) => {
      if (!saved.ok) return notify({ tone: 'danger', text: say(saved.failure.code) });
      notify({ tone: 'success', text: t.saved });
      return queries.invalidateQueries({ queryKey: workspacesQuery(person.id).queryKey });
    },
  });
  const isChanged = name.trim() !== '' && name.trim() !== workspace.name;
  return (
    <Form
      className="flex flex-wrap items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) save.mutate();
      }}
    >
      <TextField
        label={t.workspaceName}
        hint={t.workspaceHint}
        value={name}
        onChange={setName}
        maxLength={80}
        isDisabled={!isOwner}
        className="min-w-48 flex-1"
      />
      {isOwner && (
        <Button type="submit" isPending={save.isPending} isDisabled={!isChanged} className="mt-6">
          {t.save}
        </Button>
      )}
    </Form>
  );
}

function Look() {
  const t = useMessages(messages);
  const language = useLanguage();
  const theme = useTheme();
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div>
          <p className="text-sm font-medium">{t.language}</p>
          <p className="text-xs text-muted">{t.languageHint}</p>
        </div>
        <SegmentedControl
          label={t.language}
          segments={SCREEN_LANGUAGES.map((id) => ({ id, label: t.languages[id] }))}
          value={language}
          onChange={(id) => void switchLanguage(id)}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="text-sm font-medium">{t.theme}</p>
        <SegmentedControl
          label={t.theme}
          segments={THEME_CHOICES.map((id) => ({ id, label: t.themes[id] }))}
          value={theme}
          onChange={setTheme}
        />
      </div>
    </div>
  );
}
