package network.fanz.content.compliance.agreement;

import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.Sentence;
import network.fanz.content.media.UploadGate;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.stereotype.Component;

/** Only creators who have signed the agreement in force upload. */
@Component
class AgreementUploadGate implements UploadGate {
    private final AgreementSignatures signatures;
    private final PublicHosts hosts;

    AgreementUploadGate(AgreementSignatures signatures, PublicHosts hosts) {
        this.signatures = signatures;
        this.hosts = hosts;
    }

    @Override
    public Kind kind() {
        return Kind.AGREEMENT;
    }

    @Override
    public Optional<Sentence> whyNot(AccountId creator) {
        return signatures.standing(creator).isSigned()
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "Sign the agreement first: {0}", hosts.baseUrl(PublicHosts.SIGN_IN) + "/account/agreement"));
    }
}
