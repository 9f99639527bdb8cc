package dev.inverterflow.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP proxy on the loopback that counts statements on their way, can let them through one by one, and can go away for good. */
final class CuttableProxy implements AutoCloseable {
    private static final String STATEMENT = "POST /queries/v1/query-request";
    private static final int WAITING_AT_MOST = 1000;

    private final ServerSocket server;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger statements = new AtomicInteger();
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore let = new Semaphore(0);
    private volatile int cutAfter = Integer.MAX_VALUE;
    private volatile boolean oneByOne;
    private volatile boolean closed;

    CuttableProxy(int target) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int statements() {
        return statements.get();
    }

    /** The network goes away when one statement more than these has been sent. */
    void cutAfter(int count) {
        cutAfter = count;
    }

    /** From now on every statement waits before the server until it is let through. */
    void oneByOne() {
        oneByOne = true;
    }

    /** Whether a statement has come, and waits, within the time. */
    boolean awaitStatement(long milliseconds) throws InterruptedException {
        return arrived.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
    }

    void letThrough() {
        let.release();
    }

    @Override
    public void close() {
        closed = true;
        let.release(WAITING_AT_MOST);
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(upstream);
                daemon(() -> pump(client, upstream, true));
                daemon(() -> pump(upstream, client, false));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void pump(Socket from, Socket to, boolean counting) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (counting) {
                    int found = statementsIn(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                    if (statements.addAndGet(found) > cutAfter) {
                        close();
                    }
                    if (oneByOne) {
                        arrived.release(found);
                        let.acquire(found);
                    }
                    if (closed) {
                        return;
                    }
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // The other side is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int statementsIn(String text) {
        int found = 0;
        for (int at = text.indexOf(STATEMENT); at >= 0; at = text.indexOf(STATEMENT, at + 1)) {
            found++;
        }
        return found;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cuttable-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
