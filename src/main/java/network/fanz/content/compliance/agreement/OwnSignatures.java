package network.fanz.content.compliance.agreement;

import java.util.List;
import java.util.Set;
import network.fanz.common.OwnRecords;
import network.fanz.common.OwnSection;
import network.fanz.platform.vault.Vault;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which versions of the agreement somebody has signed. */
@Component
@Order(13)
class OwnSignatures implements OwnRecords {
    private final AgreementStore store;
    private final Vault vault;

    OwnSignatures(AgreementStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    @Override
    public List<OwnSection<?>> sections() {
        return List.of(OwnSection.<AgreementStore.SignatureRow>ofFew(
                        "agreements_signed",
                        "Which versions of the agreement with creators you have signed, and in what name. It is kept when your account is erased.",
                        Set.of("compliance.agreement_signature"),
                        store::signatures)
                .with("version", AgreementStore.SignatureRow::number)
                .with("signed_at", AgreementStore.SignatureRow::signedAt)
                .with(
                        "name",
                        signature ->
                                vault.open(signature.verification(), AgreementSignatures.NAME, signature.legalName())));
    }
}
