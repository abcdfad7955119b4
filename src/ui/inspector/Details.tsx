/** What is selected, by its type. */
import type { Selection } from '#session/state.ts';
import { EventDetails } from './EventDetails.tsx';
import { FailurePointDetails } from './FailurePointDetails.tsx';
import { MessageDetails } from './MessageDetails.tsx';
import { RecordDetails } from './RecordDetails.tsx';
import { RowDetails } from './RowDetails.tsx';
import { StepDetails } from './StepDetails.tsx';

export function Details({ selection }: { readonly selection: Selection }) {
  switch (selection.type) {
    case 'step': return <StepDetails step={selection.step} phase={selection.phase} />;
    case 'event': return <EventDetails position={selection.position} />;
    case 'message': return <MessageDetails id={selection.id} />;
    case 'row': return <RowDetails process={selection.process} table={selection.table} rowKey={selection.key} />;
    case 'failure-point': return <FailurePointDetails id={selection.id} />;
    case 'record': return <RecordDetails seq={selection.seq} />;
  }
}
