import { now } from '#kernel/clock.ts'; // expect: sagascope(layers)
import { liveQuery } from 'dexie'; // expect: sagascope(layers)
import type { Store } from '#storage/port.ts'; // expect: sagascope(layers)
import { start } from '#app/compose.ts'; // expect: sagascope(layers)

export type Uses = [typeof now, typeof liveQuery, Store, typeof start];
