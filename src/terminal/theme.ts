/**
 * The terminal's two palettes: ANSI colours that keep 4.5:1 on the sunk sheet they stand on.
 */
import type { ITheme } from '@xterm/xterm';

export type ThemeName = 'light' | 'dark';

export const themes: Readonly<Record<ThemeName, ITheme>> = {
  light: {
    background: '#F6F7F5',
    foreground: '#14201E',
    cursor: '#14201E',
    cursorAccent: '#F6F7F5',
    selectionBackground: '#CDD6D2',
    selectionInactiveBackground: '#DFE5E2',
    black: '#14201E',
    red: '#B3261E',
    green: '#1D6B3A',
    yellow: '#7A5A0C',
    blue: '#1859C2',
    magenta: '#8A2C8F',
    cyan: '#14666E',
    white: '#65716D',
    brightBlack: '#5F6B67',
    brightRed: '#C02B22',
    brightGreen: '#1F7540',
    brightYellow: '#80600F',
    brightBlue: '#1F63D0',
    brightMagenta: '#9A369F',
    brightCyan: '#17707A',
    brightWhite: '#14201E',
  },
  dark: {
    background: '#0F1413',
    foreground: '#E9EFEC',
    cursor: '#E9EFEC',
    cursorAccent: '#0F1413',
    selectionBackground: '#35423F',
    selectionInactiveBackground: '#2A3532',
    black: '#0F1413',
    red: '#FF8A80',
    green: '#74CF94',
    yellow: '#E3BC5E',
    blue: '#8AB4F8',
    magenta: '#DDA0E8',
    cyan: '#62C9CF',
    white: '#AEB9B5',
    brightBlack: '#8A9691',
    brightRed: '#FFA79F',
    brightGreen: '#93DDAD',
    brightYellow: '#EDCE86',
    brightBlue: '#A9C8FA',
    brightMagenta: '#E7BCEF',
    brightCyan: '#8AD8DD',
    brightWhite: '#FFFFFF',
  },
};
