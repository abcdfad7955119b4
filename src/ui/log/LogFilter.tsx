import { ListFilter, Search, X } from 'lucide-react';
import { NO_FILTER, isFiltering } from '#views/event-log-filter.ts';
import type { EventFilter } from '#views/event-log-filter.ts';
import type { EventLogView } from '#views/event-log.ts';
import { shownText } from '#views/shown-text.ts';
import { IconButton } from '../kit/Button.tsx';
import { useMessages } from '../kit/locale.tsx';
import type { Names } from '../data/names.ts';
import styles from './EventLog.module.css';

interface FilterProps { readonly filter: EventFilter; readonly onChange: (filter: EventFilter) => void }

export function SearchField({ filter, onChange, open, onOpen }: FilterProps & { readonly open: boolean; readonly onOpen: (open: boolean) => void }) {
  const { log: texts } = useMessages();
  return (
    <>
      <label className={styles.search}>
        <Search aria-hidden />
        <input
          type="search" aria-label={texts.search} placeholder={texts.searchShort} maxLength={200} value={filter.text}
          onChange={({ target }) => onChange({ ...filter, text: target.value })}
          onKeyDown={(event) => { if (event.key === 'Escape' && filter.text !== '') { event.preventDefault(); onChange({ ...filter, text: '' }); } }}
        />
      </label>
      {isFiltering(filter) && <IconButton label={texts.clear} icon={<X />} onClick={() => onChange(NO_FILTER)} />}
      <IconButton label={texts.filter} icon={<ListFilter />} aria-expanded={open} onClick={() => onOpen(!open)} />
    </>
  );
}

export function FilterRow({ filter, onChange, log, names }: FilterProps & { readonly log: EventLogView; readonly names: Names }) {
  const { log: texts } = useMessages();
  const menu = (by: 'type' | 'service' | 'saga', values: readonly string[], name: (value: string) => string) => (
    <select aria-label={texts.by[by]} value={filter[by] ?? ''} data-set={filter[by] !== null} onChange={({ target }) => onChange({ ...filter, [by]: target.value === '' ? null : target.value })}>
      <option value="">{texts.all[by]}</option>
      {values.map((value) => <option key={value} value={value}>{name(value)}</option>)}
    </select>
  );
  return (
    <div className={styles.filters}>
      {menu('type', log.types, (value) => shownText(value, 60))}
      {menu('service', log.services, names.participant)}
      {menu('saga', log.sagas, (value) => shownText(value, 60))}
    </div>
  );
}
