/** The columns of the event log, most telling first: what does not fit is a scroll away, and in the inspector. */
import type { Messages } from '#messages/index.ts';
import type { GridColumn } from '../data/RowGrid.tsx';

/** `digits`: of the longest position. */
export function logColumns(texts: Messages['log'], digits: number): { readonly columns: readonly GridColumn[]; readonly minWidth: string } {
  const columns: readonly GridColumn[] = [
    { id: 'position', title: texts.position, hint: texts.positionHint, width: `${16 + 7 * digits}px`, numeric: true },
    { id: 'type', title: texts.type, hint: texts.typeHint, width: 'minmax(156px, 0.5fr)' },
    { id: 'stream', title: texts.stream, hint: texts.streamHint, width: 'minmax(150px, 0.5fr)' },
    { id: 'service', title: texts.service, hint: texts.serviceHint, width: '74px' },
    { id: 'saga', title: texts.saga, hint: texts.sagaHint, width: '62px' },
    { id: 'causation', title: texts.causation, hint: texts.causationHint, width: '52px' },
    { id: 'correlation', title: texts.correlation, hint: texts.correlationHint, width: '82px' },
    { id: 'data', title: texts.data, hint: texts.dataHint, width: 'minmax(220px, 2fr)' },
  ];
  return { columns, minWidth: `${840 + 7 * digits}px` };
}
