package network.fanz.content.compliance.age;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.AgeNotAssured;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.compliance.AgeRule;
import network.fanz.content.compliance.AgeStanding;
import network.fanz.content.compliance.AgeState;
import network.fanz.content.compliance.AgeTriesUsedUp;
import network.fanz.content.compliance.NoAgeProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where viewers stand, and how their proofs begin: one at a time, and not too often. */
@Component
public class AgeBeginnings {
    private static final Duration DAY = Duration.ofDays(1);
    /** How far nodes' clocks may differ. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private final AgeStore store;
    private final AgeProviders providers;
    private final AgeSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final AgePlaces places = AgePlaces.read();

    AgeBeginnings(
            AgeStore store,
            AgeProviders providers,
            AgeSettings settings,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.providers = providers;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    public AgeStanding standing(Viewer viewer) {
        Instant now = clock.instant();
        AgeRule rule = places.of(viewer.country(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        UUID key = key(viewer);
        List<AgeProof> proofs = key == null ? List.of() : store.of(key, settings.triesADay());
        int left = settings.triesADay()
                - (int) proofs.stream()
                        .filter(proof -> proof.begunAt().isAfter(now.minus(DAY)))
                        .count();
        Optional<AgeProof> good =
                proofs.stream().filter(proof -> isGood(proof, rule, now)).findFirst();
        return good.map(proof -> new AgeStanding(AgeState.ASSURED, rule, null, end(proof, rule), left))
                .orElseGet(() -> proofs.stream()
                        .findFirst()
                        .filter(proof -> isOpen(proof, now) || proof.state() == AgeState.REFUSED)
                        .map(proof -> new AgeStanding(proof.state(), rule, proof.page(), null, left))
                        .orElseGet(() -> new AgeStanding(AgeState.NONE, rule, null, null, left)));
    }

    /** The provider is called outside the transaction, and knows the proof by our id: whoever was left half-way goes on with the same. */
    public AgeStanding begin(Viewer viewer, String returnUrl) {
        UUID key = key(viewer);
        if (key == null) {
            throw new AgeNotAssured();
        }
        AgeProof proof = Objects.requireNonNull(transaction.execute(status -> {
            store.lock(key);
            return store.of(key, 1).stream()
                    .filter(last -> isOpen(last, clock.instant()))
                    .findFirst()
                    .orElseGet(() -> insert(viewer, key, returnUrl));
        }));
        if (proof.page() == null) {
            store.setPage(proof.id(), providers.byName(proof.provider()).begin(proof.id(), proof.returnUrl()));
        }
        return standing(viewer);
    }

    private AgeProof insert(Viewer viewer, UUID key, String returnUrl) {
        if (standing(viewer).triesLeft() <= 0) {
            throw new AgeTriesUsedUp();
        }
        String provider = providers.chosen().orElseThrow(NoAgeProvider::new).name();
        UUID id = Ids.next(clock);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.insert(id, key, provider, returnUrl, now, now.plus(settings.askAfter()));
        return store.find(id).orElseThrow();
    }

    private boolean isOpen(AgeProof proof, Instant now) {
        return proof.state().isOpen()
                && proof.begunAt().plus(settings.openFor()).isAfter(now);
    }

    private static boolean isGood(AgeProof proof, AgeRule rule, Instant now) {
        Instant assured = proof.assuredAt();
        return proof.state() == AgeState.ASSURED
                && assured != null
                && !assured.isAfter(now.plus(AHEAD))
                && proof.method() != null
                && rule.methods().contains(proof.method())
                && now.isBefore(end(proof, rule));
    }

    /** What the place allows, or the provider's own end if that is sooner. */
    private static Instant end(AgeProof proof, AgeRule rule) {
        Instant byPlace = Objects.requireNonNull(proof.assuredAt()).plus(rule.goodFor());
        Instant byProvider = Objects.requireNonNull(proof.until());
        return byPlace.isBefore(byProvider) ? byPlace : byProvider;
    }

    /** Whoever is signed in has shown it with that account or not at all: others may have used the browser before. */
    private static @Nullable UUID key(Viewer viewer) {
        return viewer.account() != null ? viewer.account().value() : viewer.session();
    }
}
