/** One script for every process: compiles the scenario, opens its own database, handles what the page hands it. */
import { compileParticipants } from '#scenarios/compile.ts';
import { DexieStore } from '#storage/dexie/store.ts';
import type { WorkerAnswer, WorkerRequest } from './protocol.ts';
import { ServiceProcess } from './service-process.ts';

let process: ServiceProcess | null = null;

function running(): ServiceProcess {
  if (!process) throw new Error('the process is not open');
  return process;
}

async function answer(request: WorkerRequest): Promise<(WorkerAnswer & { ok: true })['value']> {
  switch (request.type) {
    case 'open': {
      const { run, definition, document, layout, contents } = request;
      process = await ServiceProcess.start(definition, compileParticipants(document), new DexieStore({ run, definition, layout, ...(contents && { contents }) }));
      return null;
    }
    case 'handle': return running().handle(request.delivery);
    case 'recover': return running().recover(request.delivery);
  }
}

onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  const reply = (message: WorkerAnswer): void => postMessage(message);
  answer(data).then(
    (value) => reply({ ok: true, value }),
    (reason: unknown) => {
      const { name, message, stream } = (reason instanceof Error ? reason : new Error(String(reason))) as Error & { stream?: string | null };
      reply({ ok: false, error: { name, message, stream: stream ?? null } });
    },
  );
};
