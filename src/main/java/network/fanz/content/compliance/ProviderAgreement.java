package network.fanz.content.compliance;

import java.util.Optional;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.content.compliance.agreement.AgreementSignatures;
import network.fanz.content.compliance.agreement.AgreementVersions;
import org.springframework.stereotype.Component;

/** The agreement between the house and those who upload. A new version is signed anew, and until then nothing can be uploaded. */
@Component
public class ProviderAgreement {
    private final AgreementVersions versions;
    private final AgreementSignatures signatures;

    ProviderAgreement(AgreementVersions versions, AgreementSignatures signatures) {
        this.versions = versions;
        this.signatures = signatures;
    }

    /** The version in force. */
    public AgreementText current() {
        return versions.current();
    }

    public Optional<AgreementText> version(int number) {
        return versions.find(number);
    }

    public AgreementStanding standing(AccountId creator) {
        return signatures.standing(creator);
    }

    /** How many have signed a version. */
    public long signatures(int number) {
        return signatures.count(number);
    }

    /**
     * Signs the version in force. Signed again it changes nothing.
     *
     * @param name the signer's legal name as they have typed it
     * @param agreed whether they have ticked that they agree
     * @throws AgreementChanged if another version is in force
     * @throws IdentityFirst if the signer is not verified
     * @throws InvalidField if the tick is missing, or the name is not that of their document
     */
    public void sign(AccountId creator, int number, String name, boolean agreed) {
        signatures.sign(creator, number, name, agreed);
    }

    /**
     * Keeps that counsel has looked at a version; what was kept before is kept.
     *
     * @param reviewedBy the firm or file, never a person's name
     * @throws NotFound if there is no such version
     */
    public void review(AccountId by, int number, String reviewedBy) {
        versions.review(by, number, reviewedBy);
    }
}
