/** The countries whose telephones may be called, by their names in the language of the screen. */
import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { Privacy } from '../../data/privacy.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/card.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { COUNTRIES } from './countries.ts';
import { messages } from './messages.ts';
import { useSavePrivacy } from './use-save-privacy.ts';

export interface CountriesCardProps {
  readonly privacy: Privacy;
  readonly canChange: boolean;
}

export function CountriesCard({ privacy, canChange }: CountriesCardProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const save = useSavePrivacy(t.savedCountries);
  const { nameOf, sorted } = useMemo(() => countryNames(language), [language]);
  const chosen = new Set(privacy.countries);
  const set = (countries: readonly string[]) => save.mutate({ ...privacy, countries: [...countries] });
  const others = sorted.filter(({ id }) => !chosen.has(id));
  return (
    <Card title={t.countries}>
      <p className="mb-4 max-w-140 text-sm text-muted">{t.countriesHint}</p>
      {chosen.size === 0 && <p className="mb-4 text-sm font-medium text-warning">{t.noCountry}</p>}
      <ul aria-label={t.countries} className="mb-5 flex flex-wrap gap-2">
        {sorted
          .filter(({ id }) => chosen.has(id))
          .map(({ id, label }) => (
            <li
              key={id}
              className="flex h-8 items-center gap-1 rounded-full bg-fill pr-1 pl-3 text-sm pointer-coarse:h-11"
            >
              {label}
              {canChange ? (
                <IconButton
                  size="small"
                  label={t.removeCountry(nameOf(id))}
                  icon={<X />}
                  isDisabled={save.isPending}
                  onPress={() => set(privacy.countries.filter((country) => country !== id))}
                />
              ) : (
                <span className="w-2" />
              )}
            </li>
          ))}
      </ul>
      {canChange && (
        <ComboBox
          // Empty again after each choice.
          key={privacy.countries.join()}
          className="max-w-80"
          label={t.addCountry}
          options={others}
          value={null}
          isDisabled={save.isPending}
          onChange={(country) => set([...privacy.countries, country])}
        />
      )}
    </Card>
  );
}

function countryNames(language: string) {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const nameOf = (code: string) => names.of(code) ?? code;
  const sorted = COUNTRIES.map((id) => ({ id, label: nameOf(id) })).sort((one, other) =>
    one.label.localeCompare(other.label, language),
  );
  return { nameOf, sorted };
}
