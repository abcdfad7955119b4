import { area } from '../catalogue.ts';

export const hintsTexts = area({
  en: {
    drag: 'Drag a failure onto a step',
    dragTouch: 'Tap “Add a failure”, then a step',
    again: 'Press Run: the order starts again, with the failure in its way',
    log: 'Both facts stay in the log. Next: “Lost reply” on “Process payment”',
    stuck: 'Now reject the payment, and let the compensation of the stock fail',
    dismiss: 'Got it',
  },
  es: {
    drag: 'Arrastra un fallo a un paso',
    dragTouch: 'Toca «Añadir un fallo» y luego un paso',
    again: 'Pulsa Ejecutar: el pedido empieza otra vez, con el fallo en su camino',
    log: 'Ambos hechos quedan en el registro. Ahora: «Respuesta perdida» en «Procesar pago»',
    stuck: 'Ahora rechaza el pago, y haz fallar la compensación de las existencias',
    dismiss: 'Entendido',
  },
});
