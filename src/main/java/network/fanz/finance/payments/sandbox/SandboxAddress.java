package network.fanz.finance.payments.sandbox;

import java.net.URI;
import network.fanz.common.ServerAddress;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the vendor is reached: this very server, by the port that it got. */
@Component
@Profile("local")
class SandboxAddress {
    private final Environment environment;

    SandboxAddress(Environment environment) {
        this.environment = environment;
    }

    URI of(String path) {
        return new ServerAddress(environment).of(path);
    }
}
