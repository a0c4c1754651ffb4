package network.fanz.content.compliance.sandbox;

import java.util.UUID;
import network.fanz.content.compliance.spi.AgeProvider;
import network.fanz.content.compliance.spi.AgeProviderUnavailable;
import network.fanz.content.compliance.spi.AgeResult;
import network.fanz.content.compliance.spi.IdentityMessage;
import network.fanz.content.compliance.spi.IdentityPage;
import network.fanz.content.compliance.spi.IdentityProviderUnavailable;
import network.fanz.content.compliance.spi.SignedMessage;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Our side: calls the sandbox's vendor over HTTP and reads its messages about ages. */
@Component
@Profile("local")
class AgeSandboxProvider implements AgeProvider {
    static final String NAME = "sandbox";

    private static final String API = "/sandbox/v1/age-proofs";

    private final IdentitySandboxCalls calls;
    private final PublicHosts hosts;

    AgeSandboxProvider(IdentitySandboxCalls calls, PublicHosts hosts) {
        this.calls = calls;
        this.hosts = hosts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public IdentityPage begin(UUID proof, String returnUrl) {
        try {
            IdentitySandboxJson.BegunCheck begun = calls.post(
                    API, new IdentitySandboxJson.NewCheck(proof, returnUrl), IdentitySandboxJson.BegunCheck.class);
            return new IdentityPage(begun.reference(), hosts.baseUrl(PublicHosts.SIGN_IN) + begun.page());
        } catch (IdentityProviderUnavailable silent) {
            throw new AgeProviderUnavailable(NAME);
        }
    }

    @Override
    public AgeResult result(String reference) {
        try {
            return calls.get(API + "/" + reference, AgeResult.class);
        } catch (IdentityProviderUnavailable silent) {
            throw new AgeProviderUnavailable(NAME);
        }
    }

    @Override
    public IdentityMessage readMessage(SignedMessage message) {
        return calls.read(message, "proof");
    }
}
