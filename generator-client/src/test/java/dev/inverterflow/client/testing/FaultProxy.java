package dev.inverterflow.client.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP proxy that does to connections what networks do. */
public final class FaultProxy implements AutoCloseable {
    private static final int FEW_BYTES = 40;

    private final URI target;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger faults = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;

    private FaultProxy(URI target, ServerSocket server) {
        this.target = target;
        this.server = server;
    }

    public static FaultProxy before(URI target) throws IOException {
        FaultProxy proxy = new FaultProxy(target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** What happens to every connection. */
    public enum Fault {
        NONE,
        /** Cut off in the middle of the request, as by a firewall. */
        RESET,
        /** The request is taken and nothing comes back. */
        STALL,
        /** The answer breaks off. */
        HALF_ANSWER,
        /** The request reaches the server, its answer does not come back. */
        LOST_ANSWER
    }

    /** New connections meet this; those that are open are closed, as by a server that restarts. */
    public void become(Fault next) {
        fault = next;
        open.forEach(FaultProxy::close);
    }

    /** Connections that a fault has hit. */
    public int faults() {
        return faults.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket upstream = new Socket(target.getHost(), target.getPort());
                open.add(client);
                open.add(upstream);
                Fault its = fault;
                threads.execute(() -> copyRequest(client, upstream, its));
                threads.execute(() -> copyAnswer(client, upstream, its));
            } catch (IOException e) {
                // The end of this proxy, or a client that left at once: both are what tests do.
                continue;
            }
        }
    }

    private void copyRequest(Socket client, Socket upstream, Fault its) {
        try {
            if (its == Fault.RESET) {
                copy(client.getInputStream(), upstream.getOutputStream(), FEW_BYTES);
                faults.incrementAndGet();
                client.setSoLinger(true, 0);
            } else {
                copy(client.getInputStream(), upstream.getOutputStream(), Long.MAX_VALUE);
            }
        } catch (IOException e) {
            // The other side is gone.
        } finally {
            close(client);
            close(upstream);
        }
    }

    private void copyAnswer(Socket client, Socket upstream, Fault its) {
        try {
            switch (its) {
                case NONE, RESET -> copy(upstream.getInputStream(), client.getOutputStream(), Long.MAX_VALUE);
                case HALF_ANSWER -> {
                    copy(upstream.getInputStream(), client.getOutputStream(), FEW_BYTES);
                    faults.incrementAndGet();
                }
                case LOST_ANSWER -> {
                    copy(upstream.getInputStream(), OutputStream.nullOutputStream(), 1);
                    faults.incrementAndGet();
                }
                case STALL -> {
                    faults.incrementAndGet();
                    copy(upstream.getInputStream(), OutputStream.nullOutputStream(), Long.MAX_VALUE);
                }
            }
        } catch (IOException e) {
            // The other side is gone.
        } finally {
            close(client);
            close(upstream);
        }
    }

    private static void copy(InputStream from, OutputStream to, long most) throws IOException {
        byte[] block = new byte[8_192];
        long left = most;
        while (left > 0) {
            int read = from.read(block, 0, (int) Math.min(left, block.length));
            if (read < 0) {
                return;
            }
            to.write(block, 0, read);
            to.flush();
            left -= read;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket cannot be closed", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(FaultProxy::close);
        threads.shutdownNow();
    }
}
