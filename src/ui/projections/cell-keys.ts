/** Arrow keys go from button to button in a table, as the eye does. */
import type { KeyboardEvent } from 'react';

export function moveByArrows(event: KeyboardEvent): void {
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
  const cell = event.currentTarget.closest('td');
  const table = cell?.closest('table');
  if (!step || !cell || !table) return;
  const [down, across] = step as [number, number];
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.querySelector('td button'));
  const row = rows.indexOf(cell.parentElement as HTMLTableRowElement);
  const target = rows[row + down]?.cells[cell.cellIndex + across]?.querySelector('button');
  if (!target) return;
  event.preventDefault();
  target.focus();
}
