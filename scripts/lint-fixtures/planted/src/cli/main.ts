import { Log } from '#ui/log/Log.tsx'; // expect: sagascope(layers)
import { start } from '#app/compose.ts'; // expect: sagascope(layers)
import { useState } from 'react'; // expect: sagascope(layers)

export type Uses = [typeof Log, typeof start, typeof useState];
