package network.fanz.finance.payments.lifecycle;

import java.util.List;
import java.util.stream.Collectors;
import network.fanz.common.NotFound;
import network.fanz.finance.payments.NoPaymentProvider;
import network.fanz.finance.payments.spi.PaymentProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The providers that this program was started with. */
@Component
class PaymentProviders {
    private final List<PaymentProvider> all;
    private final @Nullable PaymentProvider chosen;

    @Autowired
    PaymentProviders(ObjectProvider<PaymentProvider> all, PaymentsSettings settings) {
        this(all.stream().toList(), settings);
    }

    PaymentProviders(List<PaymentProvider> all, PaymentsSettings settings) {
        this.all = List.copyOf(all);
        String name = settings.provider();
        if (name != null) {
            this.chosen = find(name);
            if (chosen == null) {
                throw new IllegalStateException(notOffered(name));
            }
        } else {
            this.chosen = all.size() == 1 ? all.getFirst() : null;
        }
    }

    /** The provider for new payments. */
    PaymentProvider forNewPayments() {
        if (chosen == null) {
            throw new NoPaymentProvider();
        }
        return chosen;
    }

    /** What new payments' provider is called; null if there is none, and then nobody can pay. */
    @Nullable String nameForNewPayments() {
        return chosen == null ? null : chosen.name();
    }

    boolean areNone() {
        return all.isEmpty();
    }

    /** The provider that an older payment was made with. */
    PaymentProvider byName(String name) {
        PaymentProvider provider = find(name);
        if (provider == null) {
            throw new NoPaymentProvider();
        }
        return provider;
    }

    /**
     * The provider that the address of a message names.
     *
     * @throws NotFound if there is none of that name: the sender has the wrong address
     */
    PaymentProvider forWebhook(String name) {
        PaymentProvider provider = find(name);
        if (provider == null) {
            throw new NotFound("provider");
        }
        return provider;
    }

    private @Nullable PaymentProvider find(String name) {
        return all.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String notOffered(String name) {
        String offered = all.isEmpty()
                ? "This profile has none; the sandbox exists in the profile local alone."
                : "There is: "
                        + all.stream().map(PaymentProvider::name).sorted().collect(Collectors.joining(", ")) + ".";
        return "fanz.payments.provider is " + name + ", but there is no such payment provider here. " + offered;
    }
}
