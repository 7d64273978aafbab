import net from 'node:net';

interface Waiting {
  resolve: (body: string) => void;
  reject: (error: Error) => void;
}

/**
 * One keep-alive connection with one request at a time, and as little work as possible between the bench and the server:
 * it knows nothing but status 200 and `content-length`.
 */
export class Connection {
  #received: Buffer = Buffer.alloc(0);
  #waiting: Waiting | null = null;

  private constructor(readonly socket: net.Socket) {
    socket.on('data', data => this.#receive(data));
    socket.on('error', error => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('the server has closed the connection')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('connect', () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  /** Sends the bytes of a whole request and answers the body of the response. */
  send(request: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  #receive(data: Buffer): void {
    this.#received = this.#received.length === 0 ? data : Buffer.concat([this.#received, data]);
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
    const bodyStart = end + 4;
    if (this.#received.length < bodyStart + length) return;
    const body = this.#received.toString('utf8', bodyStart, bodyStart + length);
    this.#received = Buffer.alloc(0);
    if (head.startsWith('HTTP/1.1 200 ')) this.#finish()?.resolve(body);
    else this.#fail(new Error(`${head.split('\r\n', 1)[0]}: ${body}`));
  }

  #fail(error: Error): void {
    this.#finish()?.reject(error);
  }

  #finish(): Waiting | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }
}
