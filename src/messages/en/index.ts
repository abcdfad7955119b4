/** The page in English: one file per part of the screen. The keys are declared here; every other language has the same. */
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

export const en = { app, databases, failures, flow, hints, inspector, log, narration, orders, playback, projections, session, stuck, transfer };
