import type { Translated } from '../catalogue.ts';
import type { hints as english } from '../en/hints.ts';

export const hints: Translated<typeof english> = {
  drag: 'Arrastra un fallo a un paso',
  dragTouch: 'Toca «Añadir un fallo» y luego un paso',
  again: 'Pulsa Ejecutar: el pedido empieza otra vez, con el fallo en su camino',
  log: 'Ambos hechos quedan en el registro. Ahora: «Respuesta perdida» en «Procesar pago»',
  stuck: 'Ahora rechaza el pago, y haz fallar la compensación de las existencias',
  dismiss: 'Entendido',
};
