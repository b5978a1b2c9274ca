/**
 * The floor of the bench `take`: the least that "a POST makes a page paint" can cost with the station's process shape.
 * A bare Node HTTP server, one WebSocket, one page that moves one rectangle. Prints its port when it listens.
 */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const page = `<!doctype html><meta charset="utf-8"><title>floor</title>
<style>html,body{margin:0;background:#000;overflow:hidden}
div{position:absolute;left:96px;top:820px;width:1200px;height:160px;background:#c33;opacity:0}</style><div></div>
<script>
const box = document.querySelector('div');
const socket = new WebSocket('ws://' + location.host + '/ws');
socket.onopen = () => (document.title = 'live');
socket.onmessage = ({ data }) => (box.style.opacity = JSON.parse(data).on ? '1' : '0');
</script>`;

const server = createServer((request, response) => {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html');
    response.end(page);
    return;
  }
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const text = JSON.stringify(JSON.parse(Buffer.concat(parts).toString('utf8')));
    for (const socket of sockets.clients) socket.send(text);
    response.setHeader('content-type', 'application/json');
    response.end('{"ok":true}');
  });
});
const sockets = new WebSocketServer({ server, path: '/ws', perMessageDeflate: false });
server.listen(0, '127.0.0.1', () => process.stdout.write(`ready ${server.address().port}\n`));
