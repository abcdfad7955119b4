/** The page in Spanish. */
import type { Messages } from '../index.ts';
import { app } from './app.ts';
import { databases } from './databases.ts';
import { failures } from './failures.ts';
import { flow } from './flow.ts';
import { hints } from './hints.ts';
import { inspector } from './inspector.ts';
import { log } from './log.ts';
import { narration } from './narration.ts';
import { orders } from './orders.ts';
import { playback } from './playback.ts';
import { projections } from './projections.ts';
import { session } from './session.ts';
import { stuck } from './stuck.ts';
import { transfer } from './transfer.ts';

export const es: Messages = { app, databases, failures, flow, hints, inspector, log, narration, orders, playback, projections, session, stuck, transfer };
