package network.fanz.content.compliance.sandbox;

import java.util.UUID;
import network.fanz.content.compliance.spi.IdentityMessage;
import network.fanz.content.compliance.spi.IdentityPage;
import network.fanz.content.compliance.spi.IdentityProvider;
import network.fanz.content.compliance.spi.IdentityResult;
import network.fanz.content.compliance.spi.SignedMessage;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Our side: calls the sandbox's vendor over HTTP and reads its messages. */
@Component
@Profile("local")
class IdentitySandboxProvider implements IdentityProvider {
    static final String NAME = "sandbox";

    private final IdentitySandboxCalls calls;
    private final PublicHosts hosts;

    IdentitySandboxProvider(IdentitySandboxCalls calls, PublicHosts hosts) {
        this.calls = calls;
        this.hosts = hosts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public IdentityPage begin(UUID check, String returnUrl) {
        IdentitySandboxJson.BegunCheck begun = calls.post(
                "/sandbox/v1/identity-checks",
                new IdentitySandboxJson.NewCheck(check, returnUrl),
                IdentitySandboxJson.BegunCheck.class);
        return new IdentityPage(begun.reference(), hosts.baseUrl(PublicHosts.SIGN_IN) + begun.page());
    }

    @Override
    public IdentityResult result(String reference) {
        return calls.get("/sandbox/v1/identity-checks/" + reference, IdentityResult.class);
    }

    @Override
    public IdentityMessage readMessage(SignedMessage message) {
        return calls.read(message, "check");
    }
}
