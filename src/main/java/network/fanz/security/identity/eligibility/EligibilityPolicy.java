package network.fanz.security.identity.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.AccountId;
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
        OperatorTables.checkRules(rules);
        return transaction.execute(status -> {
            int version = checks.addRules(rules);
            audit.record(AuditAction.of("identity.add_eligibility_rules", by, "eligibility-version:" + version)
                    .with("rules", String.valueOf(rules.size())));
            return version;
        });
    }

    UUID importList(AccountId by, String source, LocalDate publishedOn, String csv) {
        OperatorTables.checkList(source, publishedOn);
        return transaction.execute(status -> {
            UUID list = checks.importList(source, publishedOn, csv, false, by);
            audit.record(AuditAction.of("identity.import_sanctions_list", by, "sanctions-list:" + list)
                    .with("source", source));
            return list;
        });
    }

    private static String sample() {
        try (InputStream file = Objects.requireNonNull(EligibilityPolicy.class.getResourceAsStream(SAMPLE), SAMPLE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
