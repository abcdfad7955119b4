import { project } from '#patterns/cqrs/projector.ts'; // expect: sagascope(layers)
import type { Decider } from '../event-sourcing/decider.ts'; // expect: sagascope(layers)
import { order } from '#scenarios/presets/order.ts'; // expect: sagascope(layers)
import { open } from '#storage/memory.ts'; // expect: sagascope(layers)

export type Uses = [typeof project, Decider, typeof order, typeof open];
