package network.fanz.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The line between a program and its database, to be cut and joined again. */
public final class DatabaseProxy implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket door;

    /** @param target the port on the loopback address that it leads to */
    public DatabaseProxy(int target) {
        this.target = target;
        this.port = open(0);
    }

    public int port() {
        return port;
    }

    /** From now on nothing goes through, and nobody is let in. */
    public void cut() {
        close();
    }

    public void join() {
        open(port);
    }

    @Override
    public synchronized void close() {
        shut(door);
        ends.forEach(DatabaseProxy::shut);
        ends.clear();
    }

    private synchronized int open(int on) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), on));
            door = opened;
            Thread.ofVirtual().start(() -> accept(opened));
            return opened.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                lead(opened, opened.accept());
            }
        } catch (IOException cut) {
            shut(opened);
        }
    }

    /** Whoever was let in at the moment of a cut does not get through either. */
    private synchronized void lead(ServerSocket through, Socket near) throws IOException {
        if (through.isClosed()) {
            shut(near);
            return;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        ends.add(near);
        ends.add(far);
        Thread.ofVirtual().start(() -> pass(near, far));
        Thread.ofVirtual().start(() -> pass(far, near));
    }

    private static void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException cut) {
            shut(from);
        } finally {
            shut(to);
        }
    }

    private static void shut(@Nullable AutoCloseable end) {
        try {
            if (end != null) {
                end.close();
            }
        } catch (Exception closedAlready) {
            throw new IllegalStateException(closedAlready);
        }
    }
}
