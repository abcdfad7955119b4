/** A service's inbox and outbox, each a switch: on is what a correct service has, off shows what it is for. */
import { Inbox, Send, TriangleAlert } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { useMessages } from '../kit/locale.tsx';
import { useActions, useSession } from '../session-context.tsx';
import styles from './MessagingSwitches.module.css';

const ICONS = { inbox: Inbox, outbox: Send };

export function MessagingSwitches({ service, name }: { service: string; name: string }) {
  const { flow: { messaging: texts } } = useMessages();
  const session = useActions();
  const now = useSession(useShallow(({ scenario }) => {
    const { inbox = true, outbox = true } = scenario.services.find(({ id }) => id === service)?.messaging ?? {};
    return { inbox, outbox };
  }));
  return (
    <span className={`${styles.switches} nopan`}>
      {(['inbox', 'outbox'] as const).map((part) => {
        const on = now[part];
        const Icon = on ? ICONS[part] : TriangleAlert;
        return (
          <button
            key={part} type="button" className={styles.switch} aria-pressed={on} aria-label={texts.label[part]({ service: name })} data-part={part}
            data-hint={`${texts.label[part]({ service: name })}: ${on ? texts.on : texts.off}\n${on ? texts.hint[part] : texts.hintOff[part]}`}
            onClick={(event) => { event.stopPropagation(); void session.setMessaging(service, { ...now, [part]: !on }); }}
          >
            <Icon aria-hidden />
            {on ? texts.word[part] : texts.wordOff[part]}
          </button>
        );
      })}
    </span>
  );
}
