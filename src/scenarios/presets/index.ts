/** The presets by id. Each is a scenario document like any other. */
import type { ScenarioDocument } from '../document.ts';
import { checkout } from './checkout.ts';
import { order } from './order.ts';

export const PRESETS: { readonly [id: string]: ScenarioDocument } = { order, checkout };
