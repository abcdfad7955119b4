/** What a notice offers to do: a button beside its words. */
import { Download } from 'lucide-react';
import type { NoticeOffer as Offer } from '#session/state.ts';
import { Button } from '../kit/Button.tsx';
import { useMessages } from '../kit/locale.tsx';
import { useActions } from '../session-context.tsx';
import { downloadFile } from '../transfer/download.ts';

export function NoticeOffer({ offer }: { offer: Offer }) {
  const { session: texts } = useMessages();
  const session = useActions();
  const save = async (): Promise<void> => {
    try {
      downloadFile(await session.exportSaved(offer.run));
    } catch (error) {
      session.notify({ tone: 'error', key: 'session.notExported', params: { reason: error instanceof Error ? error.message : String(error) } });
    }
  };
  return <Button icon={<Download aria-hidden />} onClick={() => void save()}>{texts.exportSaved}</Button>;
}
