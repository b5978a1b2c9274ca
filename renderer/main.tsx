/** Starts the desk: reads the key from the address, opens the line to the station, draws. */
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './App.tsx';
import { openClient } from './client/connection.ts';
import { bridgeOf, hearQuit } from './client/bridge.ts';
import { createDesk, DeskContext } from './client/desk.ts';
import { initialUi } from './client/desk-ui.ts';
import { savedUser } from './client/seat.ts';
import { createStore } from './client/store.ts';
import { followKeyMap } from './keys/follow-key-map.ts';
import { startPage } from './looks/start.ts';
import './tokens.css';

// the page's policy forbids making code from text, which is how zod would otherwise speed itself up
z.config({ jitless: true });
startPage();

const key = new URLSearchParams(location.search).get('key') ?? '';
const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
const client = openClient(`${scheme}://${location.host}/ws?key=${encodeURIComponent(key)}`, savedUser());
const ui = createStore(initialUi);
const desk = createDesk(client, ui, key, bridgeOf(window));
hearQuit(desk);
followKeyMap(desk);

const root = document.querySelector('#desk');
if (!root) throw new Error('the page has no place for the desk');
createRoot(root).render(
  <DeskContext value={desk}>
    <App />
  </DeskContext>,
);
