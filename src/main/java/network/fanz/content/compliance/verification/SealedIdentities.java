package network.fanz.content.compliance.verification;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import network.fanz.content.compliance.VerifiedPerson;
import network.fanz.content.compliance.spi.ProvenIdentity;
import network.fanz.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Keeps names and dates of birth under the key of the check that proved them. That key is no account's: whoever erases an account does not
 * reach it, for the record has to outlive the account.
 */
@Component
class SealedIdentities {
    private static final String NAME = "compliance.verification.legal_name";
    private static final String BORN = "compliance.verification.born";

    private final Vault vault;

    SealedIdentities(Vault vault) {
        this.vault = vault;
    }

    VerificationStore.SealedIdentity seal(UUID check, ProvenIdentity identity) {
        return new VerificationStore.SealedIdentity(
                vault.seal(check, NAME, identity.legalName()),
                vault.seal(check, BORN, identity.born().toString()),
                identity.type(),
                identity.issuingCountry(),
                identity.expires());
    }

    /** Empty before a yes. */
    Optional<VerifiedPerson> open(VerificationStore.VerificationRow row) {
        byte[] name = row.legalName();
        byte[] born = row.born();
        UUID check = row.check().id();
        return name == null || born == null
                ? Optional.empty()
                : Optional.of(new VerifiedPerson(
                        vault.open(check, NAME, name), LocalDate.parse(vault.open(check, BORN, born))));
    }
}
