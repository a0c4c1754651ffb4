package network.fanz.security.identity.eligibility;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks age, country and sanctions. Every check that cannot be made refuses: for an unknown country, a table without a rule, a database
 * that does not answer, and an installation without an imported sanctions list. A local installation imports a small committed sample of
 * invented names at its start, so that it can be tried; any other waits for the operator's list. No setting turns a check off. Registration
 * screens the public name, which its owner chooses. So until a name from a document is required, the screen finds only people who do not
 * hide, and is provisional.
 */
public final class EligibilityChecks {
    public static final String UNDER_AGE = "under_age";
    public static final String COUNTRY_NOT_SERVED = "country_not_served";
    public static final String SANCTIONS_MATCH = "sanctions_match";
    public static final String NO_SANCTIONS_LIST = "no_sanctions_list";
    public static final String CHECK_FAILED = "check_failed";

    private static final Logger LOG = LoggerFactory.getLogger(EligibilityChecks.class);
    /** A longer name is refused without a screen, because a comparison costs the product of the lengths. */
    private static final int NAME_MAX = 200;

    private final EligibilityStore store;
    private final Clock clock;
    private volatile LoadedScreen loadedScreen = new LoadedScreen(List.of(), new SanctionsScreen(List.of()));

    /** @param samples whether the sample of invented names counts as a list, which is so only in the profile {@code local} */
    public EligibilityChecks(JdbcClient jdbc, JdbcTemplate batches, Clock clock, boolean samples) {
        this.store = new EligibilityStore(jdbc, batches, samples);
        this.clock = clock;
    }

    /** The outcome: no reasons means eligible. */
    public record EligibilityResult(List<String> reasons, int policyVersion) {
        public EligibilityResult {
            reasons = List.copyOf(reasons);
        }
    }

    /** @param name null if the name is not known yet: then only age and country are checked, which is not enough for an account */
    public EligibilityResult check(LocalDate dateOfBirth, String country, @Nullable String name) {
        try {
            return checked(dateOfBirth, country, name);
        } catch (RuntimeException failed) {
            LOG.error("An eligibility check failed, so the person is refused", failed);
            return new EligibilityResult(List.of(CHECK_FAILED), 0);
        }
    }

    public List<EligibilityRule> rules() {
        return store.rules();
    }

    /** Adds a version of the policy table, which decides from its effective date on. Call it in a transaction. */
    public int addRules(List<EligibilityRule> rules) {
        int version = store.nextVersion();
        store.addRules(rules.stream()
                .map(rule -> new EligibilityRule(
                        version,
                        rule.country(),
                        rule.served(),
                        rule.ageMin(),
                        rule.source(),
                        rule.reviewedBy(),
                        rule.effectiveFrom()))
                .toList());
        return version;
    }

    /** Imports a list, which replaces the earlier lists of its source. Call it in a transaction. */
    public UUID importList(String source, LocalDate publishedOn, String csv, boolean sample, @Nullable AccountId by) {
        List<SanctionedName> names = SanctionsFile.read(csv);
        UUID id = Ids.next(clock);
        store.addList(id, source, publishedOn, sha256(csv), sample, names, clock.instant(), by);
        return id;
    }

    public boolean hasList() {
        return !store.listsInForce().isEmpty();
    }

    private EligibilityResult checked(LocalDate dateOfBirth, String country, @Nullable String name) {
        EligibilityRule rule = store.rule(country, today()).orElseThrow();
        List<String> reasons = new ArrayList<>();
        if (!rule.serves(country)) {
            reasons.add(COUNTRY_NOT_SERVED);
        }
        if (!rule.isOldEnough(dateOfBirth, clock.instant())) {
            reasons.add(UNDER_AGE);
        }
        if (name != null) {
            screen(name, dateOfBirth, reasons);
        }
        return new EligibilityResult(reasons, rule.version());
    }

    private void screen(String name, LocalDate dateOfBirth, List<String> reasons) {
        List<UUID> lists = store.listsInForce();
        if (lists.isEmpty()) {
            reasons.add(NO_SANCTIONS_LIST);
        } else if (name.length() > NAME_MAX) {
            reasons.add(CHECK_FAILED);
        } else if (loaded(lists).screen().matches(name, dateOfBirth)) {
            reasons.add(SANCTIONS_MATCH);
        }
    }

    private LoadedScreen loaded(List<UUID> lists) {
        LoadedScreen now = loadedScreen;
        if (!now.lists().equals(lists)) {
            now = new LoadedScreen(lists, new SanctionsScreen(store.names(lists)));
            loadedScreen = now;
        }
        return now;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static byte[] sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private record LoadedScreen(List<UUID> lists, SanctionsScreen screen) {}
}
