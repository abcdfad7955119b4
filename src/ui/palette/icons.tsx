import {
  Ban, Bug, CircleAlert, Copy, CopyCheck, CopyPlus, DatabaseZap, GitPullRequestClosed, HardDrive, Hourglass, MailX, PlugZap, Radio, ReplyAll, ShieldX, Shuffle, Skull, Snail, Timer,
  Unplug, Zap, ZapOff,
} from 'lucide-react';
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
  'delay-request': Timer,
  'duplicate-reply': CopyCheck,
  'concurrency-conflict': GitPullRequestClosed,
  'database-error': DatabaseZap,
  'disk-full': HardDrive,
  partition: Unplug,
  'power-loss': PlugZap,
  'relay-crash': Radio,
  'duplicate-event': CopyPlus,
  reordering: Shuffle,
  'projector-lag': Snail,
  'poison-event': Skull,
};

export function FailureIcon({ kind }: { kind: string }) {
  const Icon = ICONS[kind] ?? Bug;
  return <Icon aria-hidden />;
}
