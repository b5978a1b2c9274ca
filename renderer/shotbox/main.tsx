/** Starts the shot box: a desk of large buttons, for a tablet. */
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { openClient } from '../client/connection.ts';
import { createDesk, DeskContext } from '../client/desk.ts';
import { initialUi } from '../client/desk-ui.ts';
import { savedSeat, savedUser, saveSeat, wantsToLook } from '../client/seat.ts';
import { createStore } from '../client/store.ts';
import { startPage } from '../looks/start.ts';
import '../tokens.css';
import { Shotbox } from './Shotbox.tsx';

// the page's policy forbids making code from text, which is how zod would otherwise speed itself up
z.config({ jitless: true });
startPage();

const key = new URLSearchParams(location.search).get('key') ?? '';
const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
const client = openClient(`${scheme}://${location.host}/ws?key=${encodeURIComponent(key)}`, savedUser(), {
  seat: savedSeat(),
  view: wantsToLook(location),
  onSeat: saveSeat,
});
const desk = createDesk(client, createStore(initialUi), key, null);

const root = document.querySelector('#desk');
if (!root) throw new Error('the page has no place for the shot box');
createRoot(root).render(
  <DeskContext value={desk}>
    <Shotbox />
  </DeskContext>,
);
