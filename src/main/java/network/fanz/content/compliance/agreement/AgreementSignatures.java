package network.fanz.content.compliance.agreement;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.common.Steady;
import network.fanz.common.VisibleText;
import network.fanz.content.compliance.AgreementChanged;
import network.fanz.content.compliance.AgreementStanding;
import network.fanz.content.compliance.AgreementText;
import network.fanz.content.compliance.IdentityFirst;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.verification.CheckBeginnings;
import network.fanz.content.compliance.verification.VerificationDesk;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Who has signed which version, as whom. Only somebody whose identity is verified signs, in the name that their document has. */
@Component
public class AgreementSignatures {
    static final String NAME = "compliance.agreement_signature.legal_name";

    private static final int NAME_MAX = 200;

    private final AgreementStore store;
    private final CheckBeginnings checks;
    private final VerificationDesk desk;
    private final Vault vault;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    AgreementSignatures(
            AgreementStore store,
            CheckBeginnings checks,
            VerificationDesk desk,
            Vault vault,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.checks = checks;
        this.desk = desk;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public AgreementStanding standing(AccountId creator) {
        int current = store.current().orElseThrow().number();
        List<AgreementStore.SignatureRow> signed =
                store.signatures(creator).stream().filter(isInNameNow(creator)).toList();
        return signed.isEmpty()
                ? new AgreementStanding(current, 0, null)
                : new AgreementStanding(
                        current, signed.getFirst().number(), signed.getFirst().signedAt());
    }

    /** One that was signed in another name counts no more. Where nobody knows the name now, what was signed stays so: other gates refuse. */
    private Predicate<AgreementStore.SignatureRow> isInNameNow(AccountId creator) {
        Verification verified = checks.standing(creator).verified();
        if (verified == null) {
            return signature -> true;
        }
        String now = desk.person(verified.id()).orElseThrow().legalName();
        return signature -> signature.verification().equals(verified.id())
                || LegalName.isSame(vault.open(signature.verification(), NAME, signature.legalName()), now);
    }

    public long count(int number) {
        return store.count(number);
    }

    public void sign(AccountId creator, int number, String typed, boolean agreed) {
        AgreementText current = store.current().orElseThrow();
        if (number != current.number()) {
            throw new AgreementChanged(current.number());
        }
        Verification verified = checks.standing(creator).verified();
        if (verified == null) {
            throw new IdentityFirst();
        }
        String name = VisibleText.line("name", typed, NAME_MAX);
        if (!LegalName.isSame(name, desk.person(verified.id()).orElseThrow().legalName())) {
            throw new InvalidField(
                    "name",
                    "Write your name as your document has it: your given name and your family name, and no other.");
        }
        if (!agreed) {
            throw new InvalidField("agreed", "Tick that you agree: without it nothing is signed.");
        }
        transaction.executeWithoutResult(status -> {
            var signature = new AgreementStore.SignatureRow(
                    number,
                    verified.id(),
                    vault.seal(verified.id(), NAME, name),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (store.sign(creator, signature)) {
                audit.record(AuditAction.of("compliance.sign_agreement", creator, "account:" + creator)
                        .with("agreement", String.valueOf(number))
                        .with("sha256", current.sha256())
                        .with("verification", verified.id().toString()));
            }
        });
    }
}
