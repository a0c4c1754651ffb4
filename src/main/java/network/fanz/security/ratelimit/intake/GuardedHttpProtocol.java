package network.fanz.security.ratelimit.intake;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 as the server speaks it, over connections that are counted by address. The server makes it by its name. */
public final class GuardedHttpProtocol extends Http11NioProtocol {
    private final GuardedEndpoint endpoint;

    public GuardedHttpProtocol() {
        this(new GuardedEndpoint());
    }

    private GuardedHttpProtocol(GuardedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void guardBy(ConnectionTable connections) {
        endpoint.guardBy(connections);
    }
}
