import { area } from '../catalogue.ts';

export const stuckTexts = area({
  en: {
    title: (p: { saga: string }) => `${p.saga} is stuck`,
    what: (p: { step: string; attempts: string }) => `“${p.step}” failed after ${p.attempts} attempts. The saga cannot go on by itself: a person decides.`,
    reason: 'Reason',
    reasonHint: 'For the saga log: who decided, and why',
    reasonMissing: 'Say why: it goes into the saga log.',
    retry: 'Retry', retryHint: 'A new round of attempts with the same key',
    skip: 'Skip', skipHint: 'Leave this compensation undone and go on with the rest',
    resolve: 'Mark resolved', resolveHint: 'It was put right by hand; go on with the rest',
    past: 'Go to the latest moment to decide.',
  },
  es: {
    title: (p: { saga: string }) => `${p.saga} está atascada`,
    what: (p: { step: string; attempts: string }) => `«${p.step}» falló tras ${p.attempts} intentos. La saga no puede seguir sola: decide una persona.`,
    reason: 'Motivo',
    reasonHint: 'Para el registro de la saga: quién decidió y por qué',
    reasonMissing: 'Di por qué: queda en el registro de la saga.',
    retry: 'Reintentar', retryHint: 'Una nueva ronda de intentos con la misma clave',
    skip: 'Omitir', skipHint: 'Dejar esta compensación sin hacer y seguir con el resto',
    resolve: 'Marcar resuelto', resolveHint: 'Se arregló a mano; seguir con el resto',
    past: 'Ve al último momento para decidir.',
  },
});
