package network.fanz.security.identity.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the operator's policy. A local program starts with a committed sample of invented names instead of a sanctions list, so that it
 * can be tried. Any other program refuses registrations until the operator has imported a list.
 */
@Component
@Order(0)
final class EligibilityPolicy implements ApplicationRunner {
    private static final String SAMPLE = "/identity/sample-sanctions.csv";
    private static final int RULES_MAX = 300;
    private static final int AGE_MIN = 18;
    private static final int AGE_MAX = 99;
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2200;
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    /** The reviewer is stored in a table that is not sealed, so it names a firm or a file, and no person. */
    private static final Pattern REVIEWER = Pattern.compile("[A-Za-z0-9 ._/&-]{1,80}");

    private final EligibilityChecks checks;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final boolean local;

    EligibilityPolicy(EligibilityChecks checks, Audit audit, TransactionTemplate transaction, Environment environment) {
        this.checks = checks;
        this.audit = audit;
        this.transaction = transaction;
        this.local = environment.acceptsProfiles(Profiles.of("local"));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (local && !checks.hasList()) {
            transaction.executeWithoutResult(status -> {
                UUID list = checks.importList("sample", LocalDate.EPOCH, sample(), true, null);
                audit.record(AuditAction.of("identity.import_sanctions_list", null, "sanctions-list:" + list)
                        .with("source", "sample"));
            });
        }
    }

    List<EligibilityRule> rules() {
        return checks.rules();
    }

    int addRules(AccountId by, List<EligibilityRule> rules) {
        check(rules);
        return transaction.execute(status -> {
            int version = checks.addRules(rules);
            audit.record(AuditAction.of("identity.add_eligibility_rules", by, "eligibility-version:" + version)
                    .with("rules", String.valueOf(rules.size())));
            return version;
        });
    }

    UUID importList(AccountId by, String source, LocalDate publishedOn, String csv) {
        if (!source.matches("[A-Za-z0-9 ._-]{1,80}")) {
            throw new InvalidField("source", "A source has 1 to 80 letters, digits, spaces, dots, dashes.");
        }
        checkDay("publishedOn", publishedOn);
        return transaction.execute(status -> {
            UUID list = checks.importList(source, publishedOn, csv, false, by);
            audit.record(AuditAction.of("identity.import_sanctions_list", by, "sanctions-list:" + list)
                    .with("source", source));
            return list;
        });
    }

    private static void check(List<EligibilityRule> rules) {
        Set<String> countries = new HashSet<>();
        for (EligibilityRule rule : rules) {
            if (!rule.country().equals("*") && !EligibilityChecks.isCountry(rule.country())) {
                throw new InvalidField("rules.country", "A country is two capital letters, or * for all others.");
            }
            if (!countries.add(rule.country())) {
                throw new InvalidField("rules.country", "A country stands in a version once.");
            }
            checkDay("effectiveFrom", rule.effectiveFrom());
            if (!TEXT.matcher(rule.source()).matches()) {
                throw new InvalidField("rules.source", "A source has 1 to 200 characters and no line breaks.");
            }
            if (rule.reviewedBy() != null
                    && !REVIEWER.matcher(rule.reviewedBy()).matches()) {
                throw new InvalidField(
                        "rules.reviewedBy", "Name a firm or a file by 1 to 80 letters, digits and dashes.");
            }
            if (rule.ageMin() < AGE_MIN || rule.ageMin() > AGE_MAX) {
                throw new InvalidField("rules.ageMin", "An age lies between 18 and 99.");
            }
        }
        if (!countries.contains("*") || rules.size() > RULES_MAX) {
            throw new InvalidField("rules", "A version has at most 300 rows, one of them for the country *.");
        }
    }

    private static void checkDay(String field, LocalDate day) {
        if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
            throw new InvalidField(field, "A day lies between the years 1900 and 2200.");
        }
    }

    private static String sample() {
        try (InputStream file = Objects.requireNonNull(EligibilityPolicy.class.getResourceAsStream(SAMPLE), SAMPLE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
