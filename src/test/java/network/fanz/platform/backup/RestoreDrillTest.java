package network.fanz.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import network.fanz.common.Role;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerVerification;
import network.fanz.finance.ledger.TrialBalance;
import network.fanz.platform.objects.ObjectDraft;
import network.fanz.platform.objects.ObjectStore;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditVerification;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestFolders;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.tools.walkthrough.UserFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The drill that every operator should hold: back up under load, lose the machine, restore elsewhere, and look whether the books hold. */
@Tag("journey")
class RestoreDrillTest {
    private static final int TIPS_BEFORE = 15;

    private final Path root = TestFolders.forPostgres("drill");

    @AfterEach
    void tidyUp() {
        TestFolders.delete(root);
    }

    @Test
    void booksAuditAndPeopleAreWholeAfterARestoreElsewhere() throws Exception {
        Path data = root.resolve("data");
        SignedInUser fan;
        try (RunningFanz program = RunningFanz.in(data)) {
            UserFactory userFactory = program.users();
            fan = userFactory.fan();
            SignedInUser creator = userFactory.creator();
            userFactory.staff(Role.FINANCE);
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger tips = new AtomicInteger();
            Thread load = Thread.ofVirtual().start(() -> tip(fan, creator, tips, stop));
            Thread files = Thread.ofVirtual().start(() -> keep(program, stop));
            while (tips.get() < TIPS_BEFORE) {
                Thread.sleep(20);
            }
            Backup.take(data, root.resolve("backup"));
            KeyCopy.copy(data.resolve("keys"), root.resolve("keys"));
            stop.set(true);
            load.join();
            files.join();
        }
        Path elsewhere = root.resolve("elsewhere");
        Restore.restore(root.resolve("backup"), elsewhere);
        KeyCopy.copy(root.resolve("keys"), elsewhere.resolve("keys"));
        try (RunningFanz program = RunningFanz.in(elsewhere)) {
            AuditVerification audit = program.bean(Audit.class).verify();
            LedgerVerification books = program.bean(Ledger.class).verify();
            assertThat(audit.good()).as(audit.toString()).isTrue();
            assertThat(audit.entries()).isPositive();
            assertThat(books.sound()).as(books.findings().toString()).isTrue();
            assertThat(program.bean(Ledger.class).trialBalance()).allMatch(TrialBalance::balanced);
            assertThat(program.users().signIn(fan).token()).isNotNull();
            assertThat(everyNamedObjectIsReadable(program)).isPositive();
        }
    }

    private static void keep(RunningFanz program, AtomicBoolean stop) {
        ObjectStore store = program.bean(ObjectStore.class);
        byte[] bytes = new byte[100_000];
        while (!stop.get()) {
            UUID subject = UUID.randomUUID();
            try (ObjectDraft draft = store.draft(subject)) {
                draft.write(bytes, 0, bytes.length);
                store.keep(subject, draft.store());
            }
        }
    }

    private static int everyNamedObjectIsReadable(RunningFanz program) {
        ObjectStore store = program.bean(ObjectStore.class);
        List<Integer> lengths = program.bean(JdbcClient.class)
                .sql("select subject, sha256 from objects.object")
                .query((row, number) -> length(store, row.getObject("subject", UUID.class), row.getString("sha256")))
                .list();
        assertThat(lengths).allMatch(length -> length == 100_000);
        return lengths.size();
    }

    private static int length(ObjectStore store, UUID subject, String address) {
        try (InputStream bytes = Channels.newInputStream(store.open(subject, address))) {
            return bytes.readAllBytes().length;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** Each makes a payment that is left at the provider's page, so that there is also unfinished work to bring back. */
    private static void tip(SignedInUser fan, SignedInUser creator, AtomicInteger tips, AtomicBoolean stop) {
        while (!stop.get()) {
            fan.client()
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
}
