/** The language that the page opens in, asked for as soon as this module is evaluated. */
import { preferredLanguage } from '#ui/kit/locale.tsx';

export const language = preferredLanguage();
