/** The columns of the event log, most telling first: what does not fit is a scroll away, and in the inspector. */
import type { Messages } from '#messages/index.ts';
import type { GridColumn } from '../data/RowGrid.tsx';

export function logColumns(texts: Messages['log']): { readonly columns: readonly GridColumn[]; readonly minWidth: string } {
  const columns: readonly GridColumn[] = [
    { id: 'position', title: texts.position, hint: texts.positionHint, width: '40px', numeric: true },
    { id: 'type', title: texts.type, hint: texts.typeHint, width: 'minmax(148px, 0.5fr)' },
    { id: 'stream', title: texts.stream, hint: texts.streamHint, width: 'minmax(138px, 0.5fr)' },
    { id: 'service', title: texts.service, hint: texts.serviceHint, width: '80px' },
    { id: 'saga', title: texts.saga, hint: texts.sagaHint, width: '58px' },
    { id: 'causation', title: texts.causation, hint: texts.causationHint, width: '52px' },
    { id: 'correlation', title: texts.correlation, hint: texts.correlationHint, width: '82px' },
    { id: 'data', title: texts.data, hint: texts.dataHint, width: 'minmax(220px, 2fr)' },
  ];
  return { columns, minWidth: '834px' };
}
