/** The run as the inspector reads it: the trace and how much of it the playhead shows. */
import type { SagaRow, Trace } from '#trace/records.ts';
import { followedSaga } from '#views/sagas.ts';
import { useSession } from '../session-context.tsx';

export interface RunPart { readonly trace: Trace; readonly seq: number }

export function useRun(): RunPart {
  const trace = useSession((session) => session.trace);
  const seq = useSession((session) => session.playhead.seq);
  return { trace, seq };
}

export function useFollowedSaga(): SagaRow | null {
  const { trace, seq } = useRun();
  const followed = useSession((session) => session.saga);
  return followedSaga(trace, seq, followed);
}
