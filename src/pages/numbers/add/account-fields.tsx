/** The fields of an account at a provider, each with its sentence and checked by its own form before anything is sent. */
import { useMessages } from '../../../i18n/use-messages.ts';
import { type NumberProvider, type ProviderAccount, providerAccount } from '../../../publish/numbers-wire.ts';
import { Switch } from '../../../ui/switch.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { messages } from './messages.ts';

type Field =
  | 'accountSid'
  | 'authToken'
  | 'telnyxKey'
  | 'vonageKey'
  | 'vonageSecret'
  | 'address'
  | 'user'
  | 'password';
export type Entered = Readonly<Record<Field, string>> & { readonly leadingPlus: boolean };
export const NOTHING_ENTERED: Entered = {
  accountSid: '',
  authToken: '',
  telnyxKey: '',
  vonageKey: '',
  vonageSecret: '',
  address: '',
  user: '',
  password: '',
  leadingPlus: true,
};

/** What is shown as dots. */
const SECRET: ReadonlySet<Field> = new Set(['authToken', 'telnyxKey', 'vonageSecret', 'password']);
/** In the order in which they are asked, and where each stands in the account. */
const FIELDS: Readonly<Record<NumberProvider, readonly (readonly [Field, string])[]>> = {
  twilio: [
    ['accountSid', 'accountSid'],
    ['authToken', 'authToken'],
  ],
  telnyx: [['telnyxKey', 'apiKey']],
  vonage: [
    ['vonageKey', 'apiKey'],
    ['vonageSecret', 'apiSecret'],
  ],
  sip: [
    ['address', 'address'],
    ['user', 'login'],
    ['password', 'login'],
  ],
};

/** As it would be sent; its schema judges. */
export function accountOf(provider: NumberProvider, entered: Entered): ProviderAccount {
  switch (provider) {
    case 'twilio':
      return { provider, accountSid: entered.accountSid, authToken: entered.authToken };
    case 'telnyx':
      return { provider, apiKey: entered.telnyxKey };
    case 'vonage':
      return { provider, apiKey: entered.vonageKey, apiSecret: entered.vonageSecret };
    case 'sip': {
      const login = { user: entered.user, password: entered.password };
      const hasLogin = login.user.trim() !== '' || login.password.trim() !== '';
      const { address, leadingPlus } = entered;
      return { provider, address, leadingPlus, ...(hasLogin ? { login } : {}) };
    }
  }
}

/** Fields that the account's schema does not take. */
export function wrongFields(provider: NumberProvider, entered: Entered): ReadonlySet<string> {
  const read = providerAccount.safeParse(accountOf(provider, entered));
  const places = new Set(read.success ? [] : read.error.issues.map(({ path }) => String(path[0])));
  return new Set(FIELDS[provider].filter(([, place]) => places.has(place)).map(([field]) => field));
}

export interface AccountFieldsProps {
  readonly provider: NumberProvider;
  readonly entered: Entered;
  readonly wrong: ReadonlySet<string>;
  readonly onChange: (part: Partial<Entered>) => void;
}

export function AccountFields({ provider, entered, wrong, onChange }: AccountFieldsProps) {
  const t = useMessages(messages);
  const errors: Readonly<Partial<Record<Field, string>>> = {
    ...t.fieldErrors,
    user: t.fieldErrors.login,
    password: t.fieldErrors.login,
  };
  return (
    <>
      {FIELDS[provider].map(([field]) => (
        <TextField
          key={field}
          label={t.fields[field]}
          hint={t.fieldHints[field]}
          type={SECRET.has(field) ? 'password' : 'text'}
          autoComplete="off"
          spellCheck="false"
          maxLength={300}
          value={entered[field]}
          onChange={(value) => onChange({ [field]: value })}
          error={wrong.has(field) ? errors[field] : undefined}
          className="max-w-120"
        />
      ))}
      {provider === 'sip' && (
        <Switch
          label={t.fields.leadingPlus}
          hint={t.fieldHints.leadingPlus}
          isSelected={entered.leadingPlus}
          onChange={(leadingPlus) => onChange({ leadingPlus })}
        />
      )}
    </>
  );
}
