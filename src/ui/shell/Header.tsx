/** Who and what: brand, scenario, seed, how the run stands, its fingerprint; share, language, theme, help. */
import { CircleHelp, Languages, Moon, PanelRight, Sun } from 'lucide-react';
import { useState } from 'react';
import { MAX_SEED, parseSeed, PRESETS } from '#session/presets.ts';
import { TransferButtons } from '#ui/transfer/TransferButtons.tsx';
import { IconButton } from '../kit/Button.tsx';
import { useLocale } from '../kit/locale.tsx';
import { remember } from '../kit/preferences.ts';
import { textIn } from '../kit/scenario.ts';
import type { Scenario as ScenarioDocument } from '../kit/scenario.ts';
import { useActions, useSession } from '../session-context.tsx';
import styles from './Header.module.css';
import { RunOutcome } from './RunOutcome.tsx';

/** Two scenarios of one's own under one id are the same one, unless more differs than what can be edited here. */
const isEdited = (one: ScenarioDocument, other: ScenarioDocument): boolean => {
  const bare = (document: ScenarioDocument): string => JSON.stringify({ ...document, failurePoints: null, workload: null });
  return one === other || bare(one) === bare(other);
};

/** The scenarios that came from files and links in this tab, each as it was opened: another choice does not lose them. */
function useOwnScenarios(shown: ScenarioDocument): readonly ScenarioDocument[] {
  const [own, setOwn] = useState<readonly ScenarioDocument[]>([]);
  const [seen, setSeen] = useState<ScenarioDocument | null>(null);
  if (shown === seen) return own;
  setSeen(shown);
  if (Object.hasOwn(PRESETS, shown.id) || own.some((known) => known.id === shown.id && isEdited(known, shown))) return own;
  const next = [...own.filter(({ id }) => id !== shown.id), shown];
  setOwn(next);
  return next;
}

function Scenario() {
  const { locale, messages: { app } } = useLocale();
  const session = useActions();
  const scenario = useSession((state) => state.scenario);
  const own = useOwnScenarios(scenario);
  return (
    <label className={styles.field}>
      <span className={styles.label}>{app.scenario}</span>
      <select value={scenario.id} data-hint={textIn(scenario.description, locale)} onChange={({ target: { value } }) => { const chosen = own.find(({ id }) => id === value) ?? PRESETS[value]; if (chosen) void session.open(chosen); }}>
        {[...own, ...Object.values(PRESETS)].map(({ id, name }) => <option key={id} value={id}>{textIn(name, locale)}</option>)}
      </select>
    </label>
  );
}

function Seed() {
  const { messages: { app }, format } = useLocale();
  const session = useActions();
  const seed = useSession((state) => state.seed);
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    setDraft(null);
    if (draft === null || draft.trim() === '') return;
    const next = parseSeed(draft.trim());
    if (next === null) session.notify({ tone: 'warning', key: 'app.seedRange', params: { found: draft.slice(0, 40), most: format.number(MAX_SEED) } });
    else if (next !== seed) void session.setSeed(next);
  };
  return (
    <label className={styles.field} data-hint={app.seedHint}>
      <span className={styles.label}>{app.seed}</span>
      <input
        type="number" className={styles.seed} min={0} max={MAX_SEED} value={draft ?? seed} onChange={(event) => setDraft(event.target.value)}
        onBlur={commit} onKeyDown={(event) => { if (event.key === 'Enter') commit(); }}
      />
    </label>
  );
}

const isDark = (): boolean => (document.documentElement.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

function ThemeSwitch() {
  const { messages: { app } } = useLocale();
  const [dark, setDark] = useState(isDark);
  const toggle = (): void => {
    const theme = dark ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = theme;
    remember('theme', theme);
    setDark(!dark);
  };
  return <IconButton label={dark ? app.lightTheme : app.darkTheme} icon={dark ? <Sun /> : <Moon />} onClick={toggle} />;
}

/** What one is looking at, where there is room. */
function About() {
  const { locale } = useLocale();
  const description = useSession((state) => state.scenario.description);
  return <p className={styles.about}>{textIn(description, locale)}</p>;
}

export function Header({ drawer, onDrawer, onHelp }: { drawer: boolean; onDrawer: () => void; onHelp: () => void }) {
  const { locale, setLocale, messages: { app } } = useLocale();
  const session = useActions();
  const hash = useSession((state) => state.hash);
  const other = locale === 'en' ? 'es' : 'en';
  const speak = (): void => { setLocale(other).catch((error: unknown) => session.notify({ tone: 'error', key: 'session.actionFailed', params: { reason: String(error) } })); };
  return (
    <header className={styles.header}>
      <h1 className={styles.brand} data-hint={app.tagline}><Mark />Sagascope</h1>
      <Scenario />
      <Seed />
      <RunOutcome />
      <output aria-label={app.hash} aria-live="off" className={styles.hash} data-hash={hash} data-hint={`${app.hash}: ${hash}\n${app.hashHint}`}>{hash.slice(0, 8)}</output>
      <About />
      <div className={styles.tools}>
        <TransferButtons />
        <IconButton label={app.language} lang={other} icon={<Languages />} onClick={speak} />
        <ThemeSwitch />
        <IconButton label={app.help} hint="?" icon={<CircleHelp />} onClick={onHelp} />
        <IconButton className={styles.drawer} label={drawer ? app.closeInspector : app.openInspector} aria-expanded={drawer} icon={<PanelRight />} onClick={onDrawer} />
      </div>
    </header>
  );
}

/** Three steps forward, one back. */
const Mark = () => (
  <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
    <path d="M3 7h13M12 3l4 4-4 4" /><path d="M21 17H8M12 13l-4 4 4 4" />
  </svg>
);
