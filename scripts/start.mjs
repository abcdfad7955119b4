/** `npm start`: installs what is missing, builds the page, serves it. PORT chooses the port; a taken port gives way to the next. */
import { join } from 'node:path';
import { house, installPackages, run } from './packages.mjs';
import { serve } from './serve.mjs';

if (!installPackages()) {
  console.error('The npm packages could not be installed: see the messages above.');
  process.exit(1);
}
if (!run('npm', ['run', 'build'])) {
  console.error('The page could not be built: see the messages above.');
  process.exit(1);
}
const { port } = await serve({ folder: join(house, 'dist'), port: Number(process.env.PORT) || 4173, anyPort: true });
console.log(`Sagascope is served at http://localhost:${port}/`);
