package network.fanz.finance.payments.lifecycle;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Money;
import network.fanz.finance.payments.spi.Checkout;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.finance.payments.spi.CheckoutRequest;
import network.fanz.finance.payments.spi.CheckoutStatus;
import network.fanz.finance.payments.spi.PaymentProvider;
import network.fanz.finance.payments.spi.PaymentProviderUnavailable;
import network.fanz.finance.payments.spi.ProviderEvent;
import network.fanz.finance.payments.spi.WebhookRequest;

/** A vendor in memory that counts what it really took and paid back, whatever was asked how often. */
final class FakeProvider implements PaymentProvider {
    static final String NAME = "till";

    private final FailPoints points;
    private final Map<String, CheckoutProgress> checkouts = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<UUID, Integer> paidBack = new HashMap<>();
    private List<CheckoutProgress> script = List.of();
    private boolean paysBack = true;

    FakeProvider(FailPoints points) {
        this.points = points;
    }

    /** What happens at the vendor's, one after the other, once a checkout is open. */
    void scriptProgress(CheckoutProgress... inTurn) {
        script = List.of(inTurn);
    }

    void refuseRefunds() {
        paysBack = false;
    }

    /** The buyer has paid, or the bank has answered: whatever comes next, whether we are there or not. */
    void advance(UUID payment) {
        checkouts.computeIfPresent(session(payment), (any, progress) -> {
            int next = script.indexOf(progress) + 1;
            boolean waits = progress == CheckoutProgress.OPEN || next > 0;
            return waits && next < script.size() ? script.get(next) : progress;
        });
    }

    /** Whatever we do, it is so at the vendor's now. */
    void setProgress(UUID payment, CheckoutProgress progress) {
        checkouts.put(session(payment), progress);
    }

    CheckoutProgress progress(UUID payment) {
        return checkouts.get(session(payment));
    }

    int captures(UUID payment) {
        return taken.getOrDefault(session(payment), 0);
    }

    int refunds() {
        return paidBack.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Checkout createCheckout(CheckoutRequest request) {
        return points.around("createCheckout", () -> {
            CheckoutProgress first = request.token() == null ? CheckoutProgress.OPEN : CheckoutProgress.AUTHORISED;
            CheckoutProgress progress = checkouts.computeIfAbsent(session(request.payment()), any -> first);
            return new Checkout(session(request.payment()), "/till", CheckoutStatus.of(progress));
        });
    }

    @Override
    public CheckoutStatus status(String session) {
        return points.around("status", () -> CheckoutStatus.of(checkouts.get(session)));
    }

    @Override
    public CheckoutStatus capture(String session, Money amount) {
        return points.around("capture", () -> {
            if (checkouts.put(session, CheckoutProgress.CAPTURED) == CheckoutProgress.AUTHORISED) {
                taken.merge(session, 1, Integer::sum);
            }
            return CheckoutStatus.of(CheckoutProgress.CAPTURED, amount);
        });
    }

    @Override
    public CheckoutStatus cancel(String session) {
        return points.around("cancel", () -> {
            checkouts.computeIfPresent(
                    session,
                    (any, progress) -> progress == CheckoutProgress.OPEN || progress == CheckoutProgress.AUTHORISED
                            ? CheckoutProgress.CANCELLED
                            : progress);
            return CheckoutStatus.of(checkouts.get(session));
        });
    }

    @Override
    public CheckoutStatus refund(String session, UUID refund, Money amount) {
        return points.around("refund", () -> {
            CheckoutProgress end = paysBack ? CheckoutProgress.REFUNDED : CheckoutProgress.REFUND_REFUSED;
            if (checkouts.put(session, end) == CheckoutProgress.CAPTURED && paysBack) {
                paidBack.merge(refund, 1, Integer::sum);
            }
            return CheckoutStatus.of(end);
        });
    }

    @Override
    public ProviderEvent parseWebhook(WebhookRequest webhook) {
        if (webhook.signature() == null) {
            throw new PaymentProviderUnavailable(NAME);
        }
        return new ProviderEvent(
                new String(webhook.body(), StandardCharsets.UTF_8),
                new UUID(0, 0),
                "OPEN",
                CheckoutStatus.of(CheckoutProgress.OPEN));
    }

    private static String session(UUID payment) {
        return "till-" + payment;
    }
}
