declare module 'bpmn-js-token-simulation' {
  import type { ModuleDeclaration } from 'bpmn-js/lib/BaseViewer';

  const module: ModuleDeclaration;
  export default module;
}
