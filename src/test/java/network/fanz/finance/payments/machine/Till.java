package network.fanz.finance.payments.machine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Money;
import network.fanz.finance.payments.spi.Checkout;
import network.fanz.finance.payments.spi.CheckoutRequest;
import network.fanz.finance.payments.spi.Notice;
import network.fanz.finance.payments.spi.PaymentProvider;
import network.fanz.finance.payments.spi.ProviderUnavailable;
import network.fanz.finance.payments.spi.Status;
import network.fanz.finance.payments.spi.Status.Progress;
import network.fanz.finance.payments.spi.Webhook;

/** A vendor in memory that counts what it really took and paid back, whatever was asked how often. */
final class Till implements PaymentProvider {
    static final String NAME = "till";

    private final FailPoints points;
    private final Map<String, Progress> checkouts = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<UUID, Integer> paidBack = new HashMap<>();
    private List<Progress> script = List.of();
    private boolean paysBack = true;

    Till(FailPoints points) {
        this.points = points;
    }

    /** What happens at the vendor's, one after the other, once a checkout is open. */
    void willAnswer(Progress... inTurn) {
        script = List.of(inTurn);
    }

    void willNotPayBack() {
        paysBack = false;
    }

    /** The buyer has paid, or the bank has answered: whatever comes next, whether we are there or not. */
    void goOn(UUID payment) {
        checkouts.computeIfPresent(session(payment), (any, progress) -> {
            int next = script.indexOf(progress) + 1;
            boolean waits = progress == Progress.OPEN || next > 0;
            return waits && next < script.size() ? script.get(next) : progress;
        });
    }

    /** Whatever we do, it is so at the vendor's now. */
    void stands(UUID payment, Progress progress) {
        checkouts.put(session(payment), progress);
    }

    Progress standing(UUID payment) {
        return checkouts.get(session(payment));
    }

    int timesTaken(UUID payment) {
        return taken.getOrDefault(session(payment), 0);
    }

    int timesPaidBack() {
        return paidBack.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Checkout createCheckout(CheckoutRequest request) {
        return points.around("createCheckout", () -> {
            Progress first = request.token() == null ? Progress.OPEN : Progress.AUTHORISED;
            Progress progress = checkouts.computeIfAbsent(session(request.payment()), any -> first);
            return new Checkout(session(request.payment()), "/till", Status.of(progress));
        });
    }

    @Override
    public Status status(String session) {
        return points.around("status", () -> Status.of(checkouts.get(session)));
    }

    @Override
    public Status capture(String session, Money amount) {
        return points.around("capture", () -> {
            if (checkouts.put(session, Progress.CAPTURED) == Progress.AUTHORISED) {
                taken.merge(session, 1, Integer::sum);
            }
            return Status.of(Progress.CAPTURED);
        });
    }

    @Override
    public Status cancel(String session) {
        return points.around("cancel", () -> {
            checkouts.computeIfPresent(
                    session,
                    (any, progress) -> progress == Progress.OPEN || progress == Progress.AUTHORISED
                            ? Progress.CANCELLED
                            : progress);
            return Status.of(checkouts.get(session));
        });
    }

    @Override
    public Status refund(String session, UUID refund, Money amount) {
        return points.around("refund", () -> {
            Progress end = paysBack ? Progress.REFUNDED : Progress.REFUND_REFUSED;
            if (checkouts.put(session, end) == Progress.CAPTURED && paysBack) {
                paidBack.merge(refund, 1, Integer::sum);
            }
            return Status.of(end);
        });
    }

    @Override
    public Notice read(Webhook webhook) {
        if (webhook.signature() == null) {
            throw new ProviderUnavailable(NAME);
        }
        return new Notice(new String(webhook.body(), StandardCharsets.UTF_8), new UUID(0, 0), Status.of(Progress.OPEN));
    }

    private static String session(UUID payment) {
        return "till-" + payment;
    }
}
