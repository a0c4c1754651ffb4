package network.fanz.journeys;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where a payment begins. */
@RestController
@Tag(name = "payments")
class PurchaseApi {
    private final Purchase purchase;

    PurchaseApi(Purchase purchase) {
        this.purchase = purchase;
    }

    /**
     * @param creator who is paid; a pass knows its own, so there it may be left out
     * @param amount how much; for tips only, a pass has its price
     * @param pass what is bought; for passes only
     * @param method a saved card; absent for the provider's page
     */
    record NewPurchase(
            @Nullable PaymentKind kind,
            @Nullable AccountId creator,
            @Nullable Money amount,
            @Nullable UUID pass,
            @Nullable UUID method) {}

    @PostMapping("/api/v1/payments")
    @Access
    @Operation(
            operationId = "processTransaction",
            summary =
                    "Tip a creator or buy a pass: answers 201 with nextUrl where the buyer must go, 202 while it moves by itself")
    ResponseEntity<Payment> processTransaction(
            @RequestHeader("Idempotency-Key") String key, @RequestBody NewPurchase body, Caller caller) {
        Payment payment = switch (InvalidField.given("kind", body.kind())) {
            case TIP -> tip(body, caller, key);
            case PASS -> pass(body, caller, key);
        };
        return ResponseEntity.status(payment.moving() ? HttpStatus.ACCEPTED : HttpStatus.CREATED)
                .body(payment);
    }

    private Payment tip(NewPurchase body, Caller caller, String key) {
        absent("pass", body.pass());
        return purchase.tip(
                caller.signedIn(),
                InvalidField.given("creator", body.creator()),
                InvalidField.given("amount", body.amount()),
                body.method(),
                caller.origin(),
                key);
    }

    private Payment pass(NewPurchase body, Caller caller, String key) {
        absent("amount", body.amount());
        return purchase.pass(
                caller.signedIn(),
                InvalidField.given("pass", body.pass()),
                body.creator(),
                body.method(),
                caller.origin(),
                key);
    }

    private static void absent(String field, @Nullable Object value) {
        if (value != null) {
            throw new InvalidField(field, "This field does not belong to this kind of payment.");
        }
    }
}
