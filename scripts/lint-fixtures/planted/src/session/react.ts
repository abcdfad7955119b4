import { useStore } from 'zustand'; // expect: sagascope(layers)
import { useState } from 'react'; // expect: sagascope(layers)
import { Log } from '#ui/log/Log.tsx'; // expect: sagascope(layers)

export type Uses = [typeof useStore, typeof useState, typeof Log];
