package network.fanz.content.compliance.verification;

import java.util.List;
import java.util.stream.Collectors;
import network.fanz.common.NotFound;
import network.fanz.content.compliance.NoIdentityProvider;
import network.fanz.content.compliance.spi.IdentityProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The providers of identity checks that this program was started with. */
@Component
class IdentityProviders {
    private final List<IdentityProvider> all;
    private final @Nullable IdentityProvider chosen;

    IdentityProviders(ObjectProvider<IdentityProvider> all, VerificationSettings settings) {
        this.all = all.stream().toList();
        String name = settings.provider();
        this.chosen = name == null ? (this.all.size() == 1 ? this.all.getFirst() : null) : find(name);
        if (name != null && chosen == null) {
            throw new IllegalStateException("fanz.compliance.provider is " + name
                    + ", but there is no such provider of identity checks here. " + offered());
        }
    }

    /** The provider for new checks. */
    IdentityProvider forNewChecks() {
        if (chosen == null) {
            throw new NoIdentityProvider();
        }
        return chosen;
    }

    /** What it is called; null if there is none, and then nobody can be verified. */
    @Nullable String nameForNewChecks() {
        return chosen == null ? null : chosen.name();
    }

    boolean areNone() {
        return all.isEmpty();
    }

    /** The provider that an older check was begun with. */
    IdentityProvider byName(String name) {
        IdentityProvider provider = find(name);
        if (provider == null) {
            throw new NoIdentityProvider();
        }
        return provider;
    }

    /**
     * The provider that the address of a message names.
     *
     * @throws NotFound if there is none of that name: the sender has the wrong address
     */
    IdentityProvider forMessages(String name) {
        IdentityProvider provider = find(name);
        if (provider == null) {
            throw new NotFound("provider");
        }
        return provider;
    }

    private @Nullable IdentityProvider find(String name) {
        return all.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String offered() {
        return all.isEmpty()
                ? "This profile has none; the sandbox exists in the profile local alone."
                : "There is: "
                        + all.stream().map(IdentityProvider::name).sorted().collect(Collectors.joining(", ")) + ".";
    }
}
