import { area } from '../catalogue.ts';

export const hintsTexts = area({
  en: {
    drag: 'Drag a failure onto a step',
    dragTouch: 'Tap “Add a failure”, then a step',
    log: 'The log kept both facts: done, and undone. Now try “Lost reply” on “Process payment”.',
    stuck: 'Try “Compensation failure” on “Reserve inventory”, with a rejected payment.',
    dismiss: 'Got it',
  },
  es: {
    drag: 'Arrastra un fallo a un paso',
    dragTouch: 'Toca «Añadir un fallo» y luego un paso',
    log: 'El registro guardó ambos hechos: hecho y deshecho. Prueba ahora «Respuesta perdida» en «Procesar pago».',
    stuck: 'Prueba «Fallo de compensación» en «Reservar inventario», con un pago rechazado.',
    dismiss: 'Entendido',
  },
});
