package network.fanz.security.ratelimit.intake;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Asks the table of connections before it takes one, and tells it what becomes of each. */
final class GuardedEndpoint extends NioEndpoint {
    private @Nullable ConnectionTable table;

    void guardBy(ConnectionTable connections) {
        this.table = connections;
    }

    private ConnectionTable table() {
        return Objects.requireNonNull(table, "Nobody guards the connections");
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new WatchedHandler(handler));
    }

    @Override
    protected boolean setSocketOptions(SocketChannel channel) {
        if (!isAdmitted(channel)) {
            destroySocket(channel);
            return false;
        }
        boolean set = super.setSocketOptions(channel);
        if (!set) {
            table().ended(channel);
        }
        return set;
    }

    private boolean isAdmitted(SocketChannel channel) {
        try {
            return channel.getRemoteAddress() instanceof InetSocketAddress remote
                    && table().admit(channel, remote.getAddress(), () -> close(channel), () -> isInHeaders(channel));
        } catch (IOException gone) {
            return false;
        }
    }

    private void close(SocketChannel channel) {
        SocketWrapperBase<NioChannel> wrapper = connections.get(channel);
        if (wrapper != null) {
            wrapper.close();
        }
    }

    /** Whether a connection that waits does so for the rest of a request's headers: nothing but they and a stream makes it wait. */
    private boolean isInHeaders(SocketChannel channel) {
        SocketWrapperBase<NioChannel> wrapper = connections.get(channel);
        return wrapper != null
                && wrapper.getCurrentProcessor() instanceof Processor processor
                && !processor.isAsync()
                && !processor.isUpgrade();
    }

    /** The server's own handler, and before and after its work a word to the table. */
    private final class WatchedHandler implements Handler<NioChannel> {
        private final Handler<NioChannel> handler;

        WatchedHandler(Handler<NioChannel> handler) {
            this.handler = handler;
        }

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
            SocketChannel channel = socket.getSocket().getIOChannel();
            table().working(channel);
            SocketState after = ScopedValue.where(AnsweredValve.CONNECTION, new WorkingConnection(table(), channel))
                    .call(() -> handler.process(socket, event));
            if (after == SocketState.OPEN) {
                table().idle(channel);
            } else if (after == SocketState.LONG) {
                table().waiting(channel);
            }
            return after;
        }

        @Override
        public Object getGlobal() {
            return handler.getGlobal();
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> socket) {
            table().ended(socket.getSocket().getIOChannel());
            handler.release(socket);
        }

        @Override
        public void pause() {
            handler.pause();
        }

        @Override
        public void recycle() {
            handler.recycle();
        }
    }
}
