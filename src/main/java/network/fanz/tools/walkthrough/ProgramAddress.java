package network.fanz.tools.walkthrough;

import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A running program.
 *
 * @param parent the parent domain of the brands, such as {@code fanz.localhost}
 * @param port where it listens on the loopback address
 * @param dataFolder where its first administrator's invitation lies
 */
public record ProgramAddress(String parent, int port, Path dataFolder) {
    static final String LOCAL = "127.0.0.1";

    /** @param url the parent domain's address, such as {@code http://fanz.localhost:8080} */
    static ProgramAddress of(URI url, Path dataFolder) {
        return new ProgramAddress(url.getHost(), url.getPort() < 0 ? 80 : url.getPort(), dataFolder);
    }

    /** A new client, with no cookie yet. */
    public ProgramClient client() {
        return clientFrom(LOCAL);
    }

    /** A new client that calls from another network address of this machine, such as {@code 127.0.0.7}. */
    public ProgramClient clientFrom(String address) {
        return clientFrom(address, UUID::randomUUID);
    }

    /** The same, with idempotency keys from there. */
    public ProgramClient clientFrom(String address, Supplier<UUID> keys) {
        return new ProgramClient(this, address, keys);
    }
}
