package network.fanz.journeys;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.content.catalogue.Viewer;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.Payments;
import network.fanz.finance.payments.TipMessage;
import network.fanz.security.identity.SignIn;
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
    private static final Pattern WAIT = Pattern.compile("(?:^|[,; ])wait=([0-9]{1,4})(?:$|[,; ])");

    private final Purchase purchase;
    private final Payments payments;
    private final SignIn signIn;

    PurchaseApi(Purchase purchase, Payments payments, SignIn signIn) {
        this.purchase = purchase;
        this.payments = payments;
        this.signIn = signIn;
    }

    /**
     * @param creator who is paid; for tips, and for passes that know their own it may be left out
     * @param amount how much to tip; for a work the price that the buyer was shown, a pass has its own
     * @param message what the fan writes to the creator, 280 characters at most; for tips only
     * @param pass what is bought; for passes only
     * @param work what is bought; for single works only
     * @param method a saved card; absent for the provider's page
     * @param again true to buy a pass although the bank has not answered an earlier payment for it; for passes only
     */
    record NewPurchase(
            @Nullable PaymentKind kind,
            @Nullable AccountId creator,
            @Nullable Money amount,
            @Nullable String message,
            @Nullable UUID pass,
            @Nullable UUID work,
            @Nullable UUID method,
            @Nullable Boolean again) {}

    @PostMapping("/api/v1/payments")
    @Access
    @Operation(
            operationId = "processTransaction",
            summary =
                    "Tip a creator, or buy a pass or a single work: answers 201 with nextUrl where the buyer must go, 202 while it moves by itself")
    ResponseEntity<Payment> processTransaction(
            @RequestHeader("Idempotency-Key") String key,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @RequestBody NewPurchase body,
            Caller caller,
            HttpServletRequest request) {
        Payment payment = switch (InvalidField.required("kind", body.kind())) {
            case TIP -> tip(body, caller, key);
            case PASS -> pass(body, caller, key);
            case PPV -> work(body, caller, request, key);
        };
        Duration wait = wait(prefer);
        if (payment.moving() && wait.isPositive()) {
            payment = payments.awaitPayment(payment.id(), caller, wait);
        }
        return ResponseEntity.status(payment.moving() ? HttpStatus.ACCEPTED : HttpStatus.CREATED)
                .body(payment);
    }

    /** {@code Prefer: wait=10} (RFC 7240, 4.3): the caller would rather wait that many seconds than ask again. */
    private static Duration wait(@Nullable String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        return wait.find() ? Duration.ofSeconds(Integer.parseInt(wait.group(1))) : Duration.ZERO;
    }

    private Payment tip(NewPurchase body, Caller caller, String key) {
        absent("pass", body.pass());
        absent("work", body.work());
        absent("again", body.again());
        return purchase.tip(
                caller.requireAccount(),
                InvalidField.required("creator", body.creator()),
                InvalidField.required("amount", body.amount()),
                TipMessage.of("message", body.message()),
                body.method(),
                caller.origin(),
                key);
    }

    private Payment pass(NewPurchase body, Caller caller, String key) {
        absent("amount", body.amount());
        absent("work", body.work());
        absent("message", body.message());
        return purchase.pass(
                caller.requireAccount(),
                InvalidField.required("pass", body.pass()),
                body.creator(),
                body.method(),
                Boolean.TRUE.equals(body.again()),
                caller.origin(),
                key);
    }

    private Payment work(NewPurchase body, Caller caller, HttpServletRequest request, String key) {
        absent("pass", body.pass());
        absent("again", body.again());
        absent("message", body.message());
        absent("creator", body.creator());
        Viewer viewer = new Viewer(
                signIn.session(request),
                caller.requireAccount(),
                caller.origin().country());
        return purchase.work(
                viewer,
                InvalidField.required("work", body.work()),
                InvalidField.required("amount", body.amount()),
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
