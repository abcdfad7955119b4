import { now } from '#kernel/clock.ts'; // expect: sagascope(layers)
import Dexie from 'dexie'; // expect: sagascope(layers)

export const open = (): Dexie => new Dexie(String(now([])));
