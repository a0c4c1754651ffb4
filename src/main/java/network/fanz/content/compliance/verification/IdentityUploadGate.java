package network.fanz.content.compliance.verification;

import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Sentence;
import network.fanz.content.media.UploadGate;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.stereotype.Component;

/** Only creators whose identity is verified upload. */
@Component
class IdentityUploadGate implements UploadGate {
    private final CheckBeginnings checks;
    private final PublicHosts hosts;

    IdentityUploadGate(CheckBeginnings checks, PublicHosts hosts) {
        this.checks = checks;
        this.hosts = hosts;
    }

    @Override
    public Kind kind() {
        return Kind.IDENTITY;
    }

    @Override
    public Optional<Sentence> whyNot(AccountId creator) {
        return checks.standing(creator).verified() != null
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "Show who you are first: {0}", hosts.baseUrl(PublicHosts.SIGN_IN) + "/account/before-uploads"));
    }
}
