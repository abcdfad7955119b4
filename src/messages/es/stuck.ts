import type { Translated } from '../catalogue.ts';
import type { stuck as english } from '../en/stuck.ts';

export const stuck: Translated<typeof english> = {
  title: (p: { saga: string }) => `${p.saga} está atascada`,
  what: (p: { step: string; attempts: string; all: string }) => `«${p.step}» falló tras ${p.attempts} intentos${p.all && ` (${p.all} en total)`}. La saga no puede seguir sola: decide una persona.`,
  reason: 'Motivo',
  reasonHint: 'Para el registro de la saga: quién decidió y por qué',
  reasonMissing: 'Di por qué: queda en el registro de la saga.',
  retry: 'Reintentar', retryHint: 'Una nueva ronda de intentos con la misma clave',
  skip: 'Omitir', skipHint: 'Dejar esta compensación sin hacer y seguir con el resto',
  resolve: 'Marcar resuelto', resolveHint: 'Se arregló a mano; seguir con el resto',
  past: 'Ve al último momento para decidir.',
};
