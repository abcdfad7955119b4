/** What the session has to tell the person; and a banner that stays where nothing can be stored. */
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Notice } from '#session/state.ts';
import { textAt } from '#messages/index.ts';
import type { Messages } from '#messages/index.ts';
import { IconButton } from '../kit/Button.tsx';
import { useLocale, useMessages } from '../kit/locale.tsx';
import { useSession, useSessionStore } from '../session-context.tsx';
import styles from './Notices.module.css';

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert };
const NoticeOffer = lazy(async () => ({ default: (await import('./NoticeOffer.tsx')).NoticeOffer }));
const ReplayBar = lazy(async () => ({ default: (await import('./ReplayBar.tsx')).ReplayBar }));

/** Errors and warnings stay until dismissed. */
const STAY = 6000;
/** What was wrong with a file or a link says nothing of the scenario that was opened since. */
const OF_A_FILE = /^(session\.import|app\.linkProblem)/;

/** What is wrong with a link or a file, in words; its code until the words are there, which only such a notice needs. */
function useProblemWords({ params }: Notice): string {
  const { locale } = useLocale();
  const code = 'code' in params ? String(params['code']) : '';
  const [words, setWords] = useState(code);
  useEffect(() => {
    if (code === '') return undefined;
    let gone = false;
    const { path, line, column } = params;
    const problem = { code, path: String(path ?? ''), params, ...(line !== undefined && { line: Number(line), column: Number(column ?? 1) }) };
    import('#messages/problem-text.ts').then(({ problemText }) => { if (!gone) setWords(problemText(problem, locale)); }, () => { /* the code says it */ });
    return () => { gone = true; };
  }, [code, params, locale]);
  return words;
}

/** The reason in the person's language, where it is one of ours; the platform's own words where not. */
const reasonWords = (messages: Messages, { params }: Notice): { readonly reason?: string } =>
  ('reasonCode' in params ? { reason: textAt(messages, `session.reasons.${params['reasonCode']}`, params) } : {});

function Toast({ notice }: { notice: Notice }) {
  const messages = useMessages();
  const problem = useProblemWords(notice);
  const store = useSessionStore();
  const { id, tone } = notice;
  const passing = tone === 'info' || tone === 'success';
  useEffect(() => {
    if (!passing) return undefined;
    const timer = setTimeout(() => store.getState().dismiss(id), STAY);
    return () => clearTimeout(timer);
  }, [passing, id, store]);
  const run = useSession((state) => state.run);
  const [born] = useState(run);
  const stale = run !== born && OF_A_FILE.test(notice.key);
  useEffect(() => { if (stale) store.getState().dismiss(id); }, [stale, id, store]);
  const Icon = ICONS[tone];
  return (
    <div className={styles.toast} data-tone={tone} role={passing ? 'status' : 'alert'}>
      <Icon aria-hidden />
      <p>
        {textAt(messages, notice.key, { ...notice.params, ...reasonWords(messages, notice), problem })}
        {notice.offer && <Suspense><NoticeOffer offer={notice.offer} /></Suspense>}
      </p>
      <IconButton label={messages.app.dismiss} icon={<X />} onClick={() => store.getState().dismiss(id)} />
    </div>
  );
}

export function Notices() {
  const { app } = useMessages();
  const notices = useSession((state) => state.notices);
  const replaying = useSession((state) => state.replayed !== null);
  return (
    <section className={styles.toasts} aria-label={app.notices}>
      {replaying && <Suspense><ReplayBar /></Suspense>}
      {notices.map((notice) => <Toast key={notice.id} notice={notice} />)}
    </section>
  );
}

export function StorageBanner() {
  const { app } = useMessages();
  const memory = useSession((state) => state.storage === 'memory');
  return memory ? <p className={styles.banner} role="status"><TriangleAlert aria-hidden />{app.memoryOnly}</p> : null;
}
