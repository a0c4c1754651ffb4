package network.fanz.finance.payments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.NotFound;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Requests for refunds over the API. What is granted is granted by the payment's own refund. */
@RestController
@Tag(name = "payments")
class RefundRequestApi {
    private final RefundRequests requests;

    RefundRequestApi(RefundRequests requests) {
        this.requests = requests;
    }

    record RefundReason(@Nullable String reason) {}

    record RefundAnswer(@Nullable String answer) {}

    @GetMapping("/api/v1/payments/{id}/refund-request")
    @Access
    @Operation(operationId = "getRefundRequest", summary = "Where the request for a refund of a payment stands")
    RefundRequest request(@PathVariable("id") UUID id, Caller caller) {
        return requests.of(id, caller).orElseThrow(() -> new NotFound("refund request"));
    }

    @PostMapping("/api/v1/payments/{id}/refund-request")
    @Access
    @Operation(operationId = "askForRefund", summary = "Ask for a payment of yours to be given back, with your reason")
    RefundRequest ask(@PathVariable("id") UUID id, @RequestBody RefundReason body, Caller caller) {
        return requests.ask(id, Objects.requireNonNullElse(body.reason(), ""), caller);
    }

    @PostMapping("/api/v1/payments/{id}/refund-request/decline")
    @Access({Role.CREATOR, Role.FINANCE, Role.ADMINISTRATOR})
    @Operation(
            operationId = "declineRefundRequest",
            summary = "Say no to a request, with your reason: as the creator, or as finance staff after them")
    RefundRequest decline(@PathVariable("id") UUID id, @RequestBody RefundAnswer body, Caller caller) {
        return requests.decline(id, Objects.requireNonNullElse(body.answer(), ""), caller);
    }

    @PostMapping("/api/v1/payments/{id}/refund-request/withdrawal")
    @Access
    @Operation(operationId = "withdrawRefundRequest", summary = "Ask no longer for a payment to be given back")
    RefundRequest withdraw(@PathVariable("id") UUID id, Caller caller) {
        return requests.withdraw(id, caller);
    }
}
