package network.fanz.content.compliance.age;

import java.util.List;
import java.util.Optional;
import network.fanz.common.NotFound;
import network.fanz.content.compliance.NoAgeProvider;
import network.fanz.content.compliance.spi.AgeProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The providers that check ages, of those that this program was started with. */
@Component
class AgeProviders {
    private final List<AgeProvider> all;
    private final Optional<AgeProvider> chosen;

    AgeProviders(ObjectProvider<AgeProvider> all, AgeSettings settings) {
        this.all = all.stream().toList();
        String name = settings.provider();
        this.chosen =
                name != null ? find(name) : this.all.size() == 1 ? Optional.of(this.all.getFirst()) : Optional.empty();
        if (name != null && chosen.isEmpty()) {
            throw new IllegalStateException(
                    "fanz.age.provider is " + name + ", but there is no such provider that checks ages here.");
        }
    }

    /** Empty if there is none, or several and no setting chooses. */
    Optional<AgeProvider> chosen() {
        return chosen;
    }

    /** @throws NoAgeProvider if there is none of that name any more */
    AgeProvider byName(String name) {
        return find(name).orElseThrow(NoAgeProvider::new);
    }

    /** @throws NotFound if there is none of that name: the sender has the wrong address */
    AgeProvider forMessages(String name) {
        return find(name).orElseThrow(() -> new NotFound("provider"));
    }

    private Optional<AgeProvider> find(String name) {
        return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }
}
