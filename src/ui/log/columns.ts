/** The columns of the event log, most telling first: what does not fit is a scroll away, and in the inspector. */
import type { Messages } from '#messages/index.ts';
import type { GridColumn } from '../data/RowGrid.tsx';

/** `digits`: of the longest position; `sagaLength`: characters of the longest saga id. */
export function logColumns(texts: Messages['log'], digits: number, sagaLength: number): { readonly columns: readonly GridColumn[]; readonly minWidth: string } {
  const saga = Math.min(180, Math.max(62, 16 + 8 * sagaLength));
  const columns: readonly GridColumn[] = [
    { id: 'position', title: texts.position, hint: texts.positionHint, width: `${16 + 7 * digits}px`, numeric: true },
    { id: 'type', title: texts.type, hint: texts.typeHint, width: 'minmax(156px, 0.5fr)' },
    { id: 'stream', title: texts.stream, hint: texts.streamHint, width: 'minmax(150px, 0.5fr)' },
    { id: 'saga', title: texts.saga, hint: texts.sagaHint, width: `${saga}px` },
    { id: 'service', title: texts.service, hint: texts.serviceHint, width: '74px' },
    { id: 'causation', title: texts.causation, hint: texts.causationHint, width: '52px' },
    { id: 'correlation', title: texts.correlation, hint: texts.correlationHint, width: `${Math.max(82, saga)}px` },
    { id: 'data', title: texts.data, hint: texts.dataHint, width: 'minmax(220px, 2fr)' },
  ];
  return { columns, minWidth: `${696 + 7 * digits + saga + Math.max(82, saga)}px` };
}
