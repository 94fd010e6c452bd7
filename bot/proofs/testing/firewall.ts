import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Something between the program and a server, which may forget the connections that go through it. */
export interface Firewall {
  readonly port: number;
  /** From now on nothing passes on the connections there are, and neither side is told. New ones pass. */
  forget(): number;
  close(): void;
}

/** Opens one before a port of loopback. */
export async function openFirewall(to: number): Promise<Firewall> {
  const passing = new Set<Socket>();
  const forgotten = new Set<Socket>();
  const server = createServer((client) => {
    const behind = connect({ host: "127.0.0.1", port: to });
    for (const [from, into] of [
      [client, behind],
      [behind, client],
    ] as const) {
      passing.add(from);
      from.on("data", (data) => passing.has(from) && into.write(data));
      // A forgotten side is not told that the other has gone.
      from.on("close", () => passing.delete(from) && into.destroy());
      from.on("error", () => undefined);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    forget() {
      const count = passing.size / 2;
      for (const socket of passing) forgotten.add(socket);
      passing.clear();
      return count;
    },
    close() {
      for (const socket of [...passing, ...forgotten]) socket.destroy();
      server.close();
    },
  };
}
