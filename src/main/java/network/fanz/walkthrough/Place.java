package network.fanz.walkthrough;

import java.net.URI;
import java.nio.file.Path;

/**
 * A running program.
 *
 * @param parent the parent domain of the brands, such as {@code fanz.localhost}
 * @param port where it listens on the loopback address
 * @param dataFolder where its first administrator's invitation lies
 */
public record Place(String parent, int port, Path dataFolder) {
    /** @param url the parent domain's address, such as {@code http://fanz.localhost:8080} */
    static Place of(URI url, Path dataFolder) {
        return new Place(url.getHost(), url.getPort() < 0 ? 80 : url.getPort(), dataFolder);
    }

    /** Somebody new in front of the program, with no cookie yet. */
    public Visitor visitor() {
        return visitorFrom("127.0.0.1");
    }

    /** Somebody new who calls from another address of this machine, such as {@code 127.0.0.7}. */
    public Visitor visitorFrom(String address) {
        return new Visitor(this, address);
    }
}
