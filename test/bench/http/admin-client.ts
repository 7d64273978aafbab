import { EJSON } from 'bson';
import { Connection } from './connection';
import { requestBytes } from './request-bytes';

type Fields = Record<string, unknown>;

/** What the SDK sends with every request besides its own parameters. */
const common = {
  envName: 'tandiandian-local',
  wxCloudApiToken: '',
  wxCloudbaseAccesstoken: '',
  tcb_sessionToken: '',
  sessionToken: 'local',
  crossAuthorizationToken: '',
};

/** Numbers by their types, as the SDK writes documents. */
export const ejson = (value: object): string => EJSON.stringify(value, { relaxed: false });

/** A request of the SDK's protocol, by action and parameters. */
export type Action = readonly [action: string, parameters: Fields];

export const getById = (collectionName: string, id: string): Action => [
  'database.getDocument',
  { collectionName, query: ejson({ _id: id }), queryType: 'DOC', multi: false },
];

export const addCollection = (collectionName: string): Action => [
  'database.addCollection',
  { collectionName },
];

export const insert = (collectionName: string, documents: readonly object[]): Action => [
  'database.insertDocument',
  { collectionName, data: documents.map(ejson) },
];

export const updateById = (collectionName: string, id: string, set: object): Action => [
  'database.modifyDocument',
  {
    collectionName,
    data: ejson({ $set: set }),
    query: ejson({ _id: id }),
    queryType: 'DOC',
    multi: false,
    merge: true,
    upsert: false,
  },
];

export const startTransaction: Action = ['database.startTransaction', {}];
export const commitTransaction: Action = ['database.commitTransaction', {}];

export const within = (transactionId: string, [action, parameters]: Action): Action => [
  action,
  { ...parameters, transactionId },
];

/** A whole request. */
export const actionBytes = (port: number, [action, parameters]: Action): Buffer =>
  requestBytes(port, '/admin', JSON.stringify({ ...parameters, action, ...common }));

/** Speaks the SDK's protocol without the SDK, whose own time would hide the server's. */
export class AdminClient {
  private constructor(
    readonly port: number,
    readonly connection: Connection,
  ) {}

  static async open(port: number): Promise<AdminClient> {
    return new AdminClient(port, await Connection.open(port));
  }

  /** Sends a request and answers the body. Throws when the endpoint reports a failure. */
  send(action: Action): Promise<string> {
    return this.sendBytes(actionBytes(this.port, action));
  }

  /** For requests that were made before the clock runs: the bench shares the machine with the server. */
  async sendBytes(bytes: Buffer): Promise<string> {
    const body = await this.connection.send(bytes);
    if (body.includes('"code":"')) throw new Error(body);
    return body;
  }

  close(): void {
    this.connection.close();
  }
}
