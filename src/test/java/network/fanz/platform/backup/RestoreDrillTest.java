package network.fanz.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import network.fanz.Fanz;
import network.fanz.common.Role;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.TrialBalance;
import network.fanz.finance.ledger.Verification;
import network.fanz.platform.postgres.Backup;
import network.fanz.platform.postgres.Restore;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditVerification;
import network.fanz.testing.Folders;
import network.fanz.walkthrough.People;
import network.fanz.walkthrough.Person;
import network.fanz.walkthrough.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The drill that every operator should hold: back up under load, lose the machine, restore elsewhere, and look whether the books hold. */
@Tag("journey")
class RestoreDrillTest {
    private static final int TIPS_BEFORE = 15;

    private final Path root = Folders.forPostgres("drill");

    @AfterEach
    void tidyUp() {
        Folders.delete(root);
    }

    @Test
    void booksAuditAndPeopleAreWholeAfterARestoreElsewhere() throws Exception {
        Path data = root.resolve("data");
        Person fan;
        try (ConfigurableApplicationContext program = start(data)) {
            People people = new People(place(program, data));
            fan = people.fan();
            Person creator = people.creator();
            people.staff(Role.FINANCE);
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger tips = new AtomicInteger();
            Thread load = Thread.ofVirtual().start(() -> tip(fan, creator, tips, stop));
            while (tips.get() < TIPS_BEFORE) {
                Thread.sleep(20);
            }
            Backup.take(data, root.resolve("backup"));
            KeyCopy.write(data, root.resolve("keys"));
            stop.set(true);
            load.join();
        }
        Path elsewhere = root.resolve("elsewhere");
        Restore.bring(root.resolve("backup"), elsewhere);
        KeyCopy.bring(root.resolve("keys"), elsewhere);
        try (ConfigurableApplicationContext program = start(elsewhere)) {
            AuditVerification audit = program.getBean(Audit.class).verify();
            Verification books = program.getBean(Ledger.class).verify();
            assertThat(audit.good()).as(audit.toString()).isTrue();
            assertThat(audit.entries()).isPositive();
            assertThat(books.sound()).as(books.findings().toString()).isTrue();
            assertThat(program.getBean(Ledger.class).trialBalance()).allMatch(TrialBalance::balanced);
            assertThat(new People(place(program, elsewhere)).signIn(fan).token())
                    .isNotNull();
        }
    }

    /** Each makes a payment that is left at the provider's page, so that there is also unfinished work to bring back. */
    private static void tip(Person fan, Person creator, AtomicInteger tips, AtomicBoolean stop) {
        while (!stop.get()) {
            fan.visitor()
                    .api(
                            "POST",
                            "/api/v1/payments",
                            Map.of(
                                    "kind", "tip",
                                    "creator", creator.id(),
                                    "amount", Map.of("amount", "500", "asset", "USD/2")));
            tips.incrementAndGet();
        }
    }

    private static Place place(ConfigurableApplicationContext program, Path data) {
        return new Place(
                "fanz.localhost",
                Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port")),
                data);
    }

    private static ConfigurableApplicationContext start(Path data) {
        List<String> settings =
                List.of("--fanz.data.folder=" + data, "--server.port=0", "--spring.profiles.active=local");
        return new SpringApplicationBuilder(Fanz.class)
                .registerShutdownHook(false)
                .run(settings.toArray(String[]::new));
    }
}
