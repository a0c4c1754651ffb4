package network.fanz.finance.payments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Payments after they are made, saved cards and fees. A payment is made by the purchase journey, which knows prices. */
@RestController
@Tag(name = "payments")
class PaymentApi {
    private static final int LISTED_MAX = 100;

    private final Payments payments;

    PaymentApi(Payments payments) {
        this.payments = payments;
    }

    record NewFees(
            @Nullable Map<PaymentKind, Integer> basisPoints,
            @Nullable Instant effectiveFrom) {}

    @GetMapping("/api/v1/payments")
    @Access
    @Operation(operationId = "listPayments", summary = "What you have paid or tried to, newest first")
    Page<Payment> mine(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            Caller caller) {
        return payments.paymentsOf(caller.requireAccount(), null, after, Math.clamp(limit, 1, LISTED_MAX));
    }

    @GetMapping("/api/v1/payments/{id}")
    @Access
    @Operation(
            operationId = "getPayment",
            summary =
                    "A payment that you made or were paid by; with wait, answers once it is finished or that many seconds are over")
    Payment payment(
            @PathVariable("id") UUID id,
            @RequestParam(name = "wait", defaultValue = "0") int waitSeconds,
            Caller caller) {
        if (waitSeconds < 0) {
            throw new InvalidField("wait", "Seconds to wait are 0 or more.");
        }
        return payments.awaitPayment(id, caller, Duration.ofSeconds(waitSeconds));
    }

    @PostMapping("/api/v1/payments/{id}/refund")
    @Access({Role.CREATOR, Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(operationId = "refundPayment", summary = "Give a settled payment back in full")
    Payment refund(@PathVariable("id") UUID id, Caller caller) {
        return payments.refund(id, caller);
    }

    @GetMapping("/api/v1/price-bounds")
    @Access
    @Operation(operationId = "getPriceBounds", summary = "What people pay in, and how much at once")
    PriceBounds priceBounds() {
        return payments.priceBounds();
    }

    @GetMapping("/api/v1/payment-methods")
    @Access
    @Operation(operationId = "listPaymentMethods", summary = "Your saved cards: brand and last four digits")
    List<PaymentMethod> methods(Caller caller) {
        return payments.methods(caller.requireAccount());
    }

    @DeleteMapping("/api/v1/payment-methods/{id}")
    @Access
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removePaymentMethod", summary = "Forget a saved card")
    void removeMethod(@PathVariable("id") UUID id, Caller caller) {
        payments.removeMethod(caller.requireAccount(), id);
    }

    @GetMapping("/api/v1/wallet")
    @Access
    @Operation(operationId = "getWallet", summary = "What you have here, and what you have earned")
    Wallet wallet(Caller caller) {
        return payments.wallet(caller.requireAccount());
    }

    @GetMapping("/api/v1/wallet/statement")
    @Access
    @Operation(operationId = "getStatement", summary = "A part of your wallet entry by entry, newest first")
    Page<WalletLine> statement(
            @RequestParam(name = "part", defaultValue = "PURCHASES") WalletSection section,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Caller caller) {
        return payments.statement(caller.requireAccount(), section, after);
    }

    @GetMapping("/api/v1/fees")
    @Access
    @Operation(operationId = "listFees", summary = "What the platform keeps of a price, by version, newest first")
    List<FeeTable> fees() {
        return payments.fees();
    }

    @PostMapping("/api/v1/fees")
    @Access(
            value = {Role.FINANCE, Role.ADMINISTRATOR},
            freshProof = true)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "setFees", summary = "Announce a new fee table, in basis points of the price")
    FeeTable setFees(@RequestBody NewFees body, Caller caller) {
        if (body.basisPoints() == null || body.effectiveFrom() == null) {
            throw new InvalidField(
                    body.basisPoints() == null ? "basisPoints" : "effectiveFrom", "This field is needed.");
        }
        return payments.setFees(body.basisPoints(), body.effectiveFrom(), caller.requireAccount());
    }
}
