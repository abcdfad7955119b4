import { plural } from '../catalogue.ts';
import type { Translated } from '../catalogue.ts';
import type { transfer as english } from '../en/transfer.ts';

export const transfer: Translated<typeof english> = {
  share: 'Compartir', shareHint: 'Un enlace que abre este escenario, semilla y fallos',
  export: 'Exportar', exportHint: 'Eventos, ejecución, escenario o imagen como archivo',
  import: 'Importar', importHint: 'Abrir un archivo de ejecución o un documento de escenario',
  formats: {
    cloudevents: 'Registro de eventos: CloudEvents (JSON)', ndjson: 'Registro de eventos: uno por línea (NDJSON)', csv: 'Registro de eventos: tabla (CSV)',
    run: 'Ejecución: archivo repetible', scenario: 'Escenario: documento', svg: 'Grafo: SVG', png: 'Grafo: PNG',
  },
  saved: (p: { file: string }) => `Guardado como ${p.file}.`,
  notLoaded: 'No se pudo cargar esa parte de la página. Recárgala y vuelve a intentarlo.',
  notDrawn: 'Este navegador no pudo dibujar la imagen. El SVG funciona en todos.',
  shareTitle: 'Compartir esta escena',
  shareWhat: 'Quien abra este enlace obtiene el mismo escenario, semilla y fallos, y por tanto la misma ejecución.',
  shareFromStart: 'Quien abra este enlace obtiene el mismo escenario, semilla y fallos, todos en vigor desde el principio.',
  shareWithoutDeeds: 'No es esta misma ejecución. Lo que hiciste mientras corría no va en el enlace: cuándo se colocó, cambió o quitó un fallo, pedidos, caídas, decisiones. Su huella será otra; el archivo de ejecución lo lleva todo y da la misma.',
  link: 'Enlace', copy: 'Copiar enlace', copied: 'Copiado', selectIt: 'El navegador no dejó copiarlo: está seleccionado, pulsa Ctrl+C.',
  runsAtOnce: 'Se ejecuta nada más abrirlo',
  tooLong: (p: { size: string; most: string }) => `Este escenario da un enlace de ${p.size} caracteres; con más de ${p.most} no sobrevive a correos y chats. Envía mejor el archivo.`,
  saveRun: 'Guardar archivo de ejecución',
  importTitle: 'Importar',
  importWhat: 'Un archivo de ejecución (se repite y se compara su huella) o un documento de escenario. Lo que tienes abierto sigue hasta que pulses Abrir.',
  choose: 'Elegir un archivo', drop: 'o suéltalo aquí', paste: 'o pega su texto', check: 'Comprobar',
  pasted: 'El texto pegado',
  reading: 'Leyendo…',
  problems: (p: { file: string; count: number; formatted: string }) => `${p.file} no se ha abierto: ${p.formatted} ${plural(p.count, 'problema', 'problemas')}. Tu trabajo sigue como estaba.`,
  unreadable: (p: { reason: string }) => `No se pudo leer el archivo (${p.reason}).`,
  more: 'Hay más problemas de los que se muestran.',
  isRun: 'Archivo de ejecución', isScenario: 'Documento de escenario',
  sameRun: 'Es la ejecución que está en pantalla.', sameScenario: 'Es el escenario que está en pantalla.',
  asCopy: 'Un escenario incluido tiene este identificador: se abre como copia.',
  facts: { steps: 'Pasos', services: 'Servicios', orders: 'Pedidos', failures: 'Puntos de fallo', seed: 'Semilla', deeds: 'Intervenciones', hash: 'Huella' },
  openIt: 'Abrir', other: 'Otro archivo',
  copyName: (p: { name: string }) => `${p.name} (copia)`,
};
