import { area } from '../catalogue.ts';
import { inspectorEnglish } from './inspector.en.ts';

export const inspectorTexts = area({ en: inspectorEnglish, es: null as never });
