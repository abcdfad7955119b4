import { Ban, Bug, CircleAlert, Copy, Hourglass, MailX, ReplyAll, ShieldX, Zap, ZapOff } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

const ICONS: { readonly [kind: string]: LucideIcon } = {
  'business-rejection': Ban,
  'transient-error': CircleAlert,
  'crash-before-commit': ZapOff,
  'crash-after-commit': Zap,
  'lost-request': MailX,
  'lost-reply': ReplyAll,
  delay: Hourglass,
  'duplicate-delivery': Copy,
  'compensation-failure': ShieldX,
};

export function FailureIcon({ kind }: { kind: string }) {
  const Icon = ICONS[kind] ?? Bug;
  return <Icon aria-hidden />;
}
