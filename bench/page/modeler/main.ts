/** The peer's page, as its documentation says: the modeler, the simulation module, its styles, one diagram. */
import BpmnModeler from 'bpmn-js/lib/Modeler';
import TokenSimulationModule from 'bpmn-js-token-simulation';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import './page.css';
import diagram from './order.bpmn?raw';

const modeler = new BpmnModeler({ container: '#canvas', additionalModules: [TokenSimulationModule] });
await modeler.importXML(diagram);
