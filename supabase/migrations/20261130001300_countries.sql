-- The countries whose telephones a workspace may dial and text (ISO 3166-1 alpha-2), enabled by its owners. At first: where people
-- speak the languages of the product, and their neighbours. Toll fraud lives on the others.
alter table public.workspaces
  add column countries text[] not null default array[
    'FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'BL', 'MF', 'PM', 'MC',
    'BE', 'LU', 'CH', 'DE', 'ES', 'IT', 'NL', 'PT', 'AT', 'GB', 'GG', 'JE', 'IM', 'IE', 'CA', 'US'
  ]
  check (cardinality(countries) <= 250 and array_to_string(countries, ',', '') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$');
grant update (countries) on public.workspaces to authenticated;
