import type { ColumnsReply, ColumnsRequest } from './columns-messages.ts';
import { fetchTableFile } from './fetch-table-file.ts';
import { serveColumns } from './serve-columns.ts';

const serve = serveColumns(
  (reply: ColumnsReply, transfer) => self.postMessage(reply, { transfer }),
  ({ open, folder }) =>
    (name, come, signal) =>
      fetchTableFile(name, open, folder, come, signal)
);

self.onmessage = ({ data }: MessageEvent<ColumnsRequest>) => serve(data);
