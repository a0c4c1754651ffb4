package network.fanz.security.fraud;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Risk of a transaction, for staff. */
@RestController
@Tag(name = "fraud")
class FraudApi {
    private final Fraud fraud;
    private final Identity identity;
    private final Audit audit;
    private final TransactionOperations transaction;

    FraudApi(Fraud fraud, Identity identity, Audit audit, TransactionOperations transaction) {
        this.fraud = fraud;
        this.identity = identity;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * @param transactionId a payment's id gives that payment's own assessment; any other id is assessed by the current history
     * @param userId the account that would pay
     * @param recipientId the account that would be paid
     * @param country country of the payer's network address, ISO 3166-1 alpha-2; absent if unknown
     */
    record TransactionToAssess(
            @Nullable UUID transactionId,
            @Nullable AccountId userId,
            @Nullable AccountId recipientId,
            @Nullable Money amount,
            @Nullable String country) {}

    @PostMapping("/api/v1/fraud/assessments")
    @Access({Role.FINANCE, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(
            operationId = "assessTransactionRisk",
            summary = "Score a transaction from 0 to 100, with reasons; a payment's own score never changes")
    RiskAssessment assessTransactionRisk(@RequestBody TransactionToAssess body, Caller caller) {
        RiskAssessmentRequest request = asked(body, caller.origin().platform());
        return transaction.execute(status -> {
            RiskAssessment assessment = fraud.assessOnRequest(request);
            audit.record(AuditAction.of("fraud.assess", caller.requireAccount(), "assessment:" + assessment.id())
                    .with("score", Integer.toString(assessment.score())));
            return assessment;
        });
    }

    @GetMapping("/api/v1/fraud/assessments/{payment}")
    @Access({Role.FINANCE, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "getTransactionRisk", summary = "The assessment that a payment was given")
    RiskAssessment assessment(@PathVariable("payment") UUID payment) {
        return fraud.assessment(payment).orElseThrow(() -> new NotFound("assessment"));
    }

    private RiskAssessmentRequest asked(TransactionToAssess body, String platform) {
        Money amount = InvalidField.required("amount", body.amount());
        if (!amount.isPositive()) {
            throw new InvalidField("amount", "An amount is more than zero.");
        }
        String country = body.country();
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw new InvalidField("country", "A country is two capital letters, as in ISO 3166-1.");
        }
        Account payer = account("userId", InvalidField.required("userId", body.userId()));
        Account payee = account("recipientId", InvalidField.required("recipientId", body.recipientId()));
        return new RiskAssessmentRequest(
                InvalidField.required("transactionId", body.transactionId()),
                payer.id(),
                payee.id(),
                amount,
                payer.registeredAt(),
                payer.country(),
                false,
                new Origin("", "", country, platform));
    }

    private Account account(String field, AccountId id) {
        return identity.account(id).orElseThrow(() -> new InvalidField(field, "There is no such account."));
    }
}
