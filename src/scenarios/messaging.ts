/** A service's inbox and outbox, each of which can be switched off; and the same as text, for links and the command line: `payments:off`. */
import type { ScenarioDocument, ServiceDocument } from './document.ts';
import { clip, problem, refused } from './problems.ts';
import type { Checked, Problem } from './problems.ts';

export type Messaging = NonNullable<ServiceDocument['messaging']>;
export const PARTS = ['inbox', 'outbox'] as const;
type Part = (typeof PARTS)[number];
export type MessagingTexts = { readonly [part in Part]: readonly string[] };

export const messagingOf = ({ messaging }: ServiceDocument): Messaging => messaging ?? { inbox: true, outbox: true };

/** With both on, which is what a service has when nothing is said, nothing is said. */
export function withMessaging(document: ScenarioDocument, service: string, { inbox, outbox }: Messaging): ScenarioDocument {
  return {
    ...document,
    services: document.services.map((each) => {
      if (each.id !== service) return each;
      const { messaging: _, ...plain } = each;
      return inbox && outbox ? plain : { ...plain, messaging: { inbox, outbox } };
    }),
  };
}

/** Reads `<service>:off` (and `:on`) of either part, in their order. `place`: what stands before such a text, to name it in problems. */
export function readMessaging(document: ScenarioDocument, texts: MessagingTexts, place: (part: Part) => string): Checked<ScenarioDocument> {
  const problems: Problem[] = [];
  let changed = document;
  for (const part of PARTS) {
    for (const text of texts[part]) {
      const [id = '', state = '', ...rest] = text.split(':');
      const service = changed.services.find((each) => each.id === id);
      if (!service || (state !== 'on' && state !== 'off') || rest.length > 0) {
        problems.push(problem('messaging-switch', `${place(part)}${clip(text)}`, { found: clip(text), known: document.services.map((each) => `${each.id}:off`).join(', ') }));
      } else changed = withMessaging(changed, id, { ...messagingOf(service), [part]: state === 'on' });
    }
  }
  return problems.length > 0 ? refused(...problems) : { ok: true, value: changed };
}

/** What `document` has switched otherwise than `plain`, as such texts. */
export function formatMessaging(document: ScenarioDocument, plain: ScenarioDocument): MessagingTexts {
  const texts = (part: Part): readonly string[] => document.services.flatMap((service) => {
    const before = plain.services.find(({ id }) => id === service.id);
    const now = messagingOf(service)[part];
    return before && messagingOf(before)[part] !== now ? [`${service.id}:${now ? 'on' : 'off'}`] : [];
  });
  return { inbox: texts('inbox'), outbox: texts('outbox') };
}

/** `document` with the switches as they are in `plain`, exactly. */
export const switchedBack = (document: ScenarioDocument, plain: ScenarioDocument): ScenarioDocument => ({
  ...document,
  services: document.services.map((service) => {
    const before = plain.services.find(({ id }) => id === service.id);
    const { messaging: _, ...rest } = service;
    return before?.messaging ? { ...rest, messaging: before.messaging } : rest;
  }),
});
