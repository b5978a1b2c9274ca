/**
 * `window.tallydesk`, for the desk's window alone: verbs and one question, each a value or a promise of one. The page
 * gets neither Electron's messenger nor its events, so it can say nothing but these verbs (verbs.ts checks who said it).
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { DeskBridge, DeskVerb, VerbAnswer } from '../../core/desk-verbs.ts';

const ask = (verb: DeskVerb) => (): Promise<VerbAnswer> =>
  ipcRenderer.invoke(`desk:${verb}`) as Promise<VerbAnswer>;

const bridge: DeskBridge = {
  identify: ask('identify'),
  openShow: ask('openShow'),
  saveShowCopy: ask('saveShowCopy'),
  exportAsRun: ask('exportAsRun'),
  exportFacts: ask('exportFacts'),
  copyDiagnostics: ask('copyDiagnostics'),
  openLogs: ask('openLogs'),
  quitQuestionShown: ask('quitQuestionShown'),
  quit: ask('quit'),
  stay: ask('stay'),
  onQuitAsked(listener) {
    const heard = (_event: unknown, what: string): void => listener(what);
    ipcRenderer.on('desk:quitAsked', heard);
    return () => void ipcRenderer.removeListener('desk:quitAsked', heard);
  },
};

contextBridge.exposeInMainWorld('tallydesk', bridge);
