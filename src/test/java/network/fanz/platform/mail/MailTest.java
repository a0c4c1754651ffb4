package network.fanz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.ManualClock;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class MailTest {
    private static final UUID ANN = UUID.fromString("01980000-0000-7000-8000-00000000a001");

    @TempDir
    Path keys;

    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private HikariDataSource pool;
    private MailOutboxStore letters;
    private Vault vault;
    private Mail mail;
    private Mailbox mailbox;

    @BeforeEach
    void open() {
        pool = new HikariDataSource();
        pool.setDataSource(TestDatabase.fresh().asProgram());
        pool.setMaximumPoolSize(2);
        letters = new MailOutboxStore(JdbcClient.create(pool));
        vault = Vault.in(keys);
        mail = new Mail(letters, vault, clock);
        mailbox = new Mailbox(letters, vault);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void putsALetterIntoTheMailbox() {
        UUID id = mail.send(toAnn("Your code", "It is 123456."));
        assertThat(mailbox.messages(null).items()).isEmpty();
        delivery(mailbox).run();
        assertThat(mailbox.messages(null).items())
                .containsExactly(
                        new MailboxMessage(id, ANN, "ann@example.org", "Your code", "It is 123456.", clock.instant()));
        assertThat(mailbox.message(id).subject()).isEqualTo("Your code");
        assertThatThrownBy(() -> mailbox.message(UUID.randomUUID())).isInstanceOf(NotFound.class);
    }

    @Test
    void sendsNothingWhoseTransactionFailed() {
        new TransactionTemplate(new DataSourceTransactionManager(pool)).execute(transaction -> {
            mail.send(toAnn("Never", "Never."));
            transaction.setRollbackOnly();
            return null;
        });
        delivery(mailbox).run();
        assertThat(mailbox.messages(null).items()).isEmpty();
    }

    @Test
    void keepsNothingReadableInItsTable() {
        mail.send(toAnn("canary-title", "canary-text"));
        String rows = JdbcClient.create(pool)
                .sql("select string_agg(l::text || encode(address || title || body, 'escape'), ' ') from mail.letter l")
                .query(String.class)
                .single();
        assertThat(rows).doesNotContain("canary").doesNotContain("example.org");
        assertThat(toAnn("canary-title", "canary-text").toString()).doesNotContain("canary");
    }

    @Test
    void erasesTheLettersOfSomebodyErased() {
        mail.send(toAnn("Before", "Before."));
        delivery(mailbox).run();
        mail.send(toAnn("Waiting", "Waiting."));
        vault.forget(ANN);
        delivery(mailbox).run();
        assertThat(mailbox.messages(null).items()).isEmpty();
        assertThat(states()).containsEntry("erased", 1L).doesNotContainKey("waiting");
    }

    @Test
    void turnsThePagesOfTheMailbox() {
        List<UUID> sent = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            clock.forward(Duration.ofMillis(5));
            sent.add(mail.send(toAnn("Letter " + number, "Text.")));
        }
        delivery(mailbox).run();
        var first = mailbox.messages(null);
        var second = mailbox.messages(UUID.fromString(first.next()));
        assertThat(first.items()).hasSize(50);
        assertThat(second.items()).hasSize(10);
        assertThat(second.next()).isNull();
        List<UUID> seen =
                new ArrayList<>(first.items().stream().map(MailboxMessage::id).toList());
        seen.addAll(second.items().stream().map(MailboxMessage::id).toList());
        assertThat(seen.reversed()).isEqualTo(sent);
    }

    @Test
    void handsALetterToAMailServerWithTheSameIdEachTime() throws IOException {
        try (SmtpServer server = new SmtpServer()) {
            SmtpProvider smtpProvider = smtp(server);
            OutgoingMail mail = toAnn("Grüße", "Schön, dass du da bist.");
            smtpProvider.deliver(ANN, mail);
            smtpProvider.deliver(ANN, mail);
            assertThat(server.letters())
                    .hasSize(2)
                    .allSatisfy(letter -> assertThat(letter)
                            .contains("Message-ID: <" + ANN + "@fanz.example>")
                            .contains("To: ann@example.org")
                            .contains("From: no-reply@fanz.example")
                            .contains("Auto-Submitted: auto-generated")
                            .contains("UTF-8"));
        }
    }

    @Test
    void triesAgainAtGrowingDistancesAndGivesUpInTheEnd() throws IOException {
        try (SmtpServer server = new SmtpServer()) {
            server.answerReceiversWith("451 ann@example.org is busy");
            MailDelivery mailDelivery = delivery(smtp(server));
            mail.send(toAnn("Late", "Late."));
            mailDelivery.run();
            mailDelivery.run();
            assertThat(waiting()).isEqualTo(1);
            assertThat(fault()).contains("451").doesNotContain("example.org");
            clock.forward(Duration.ofSeconds(10));
            server.answerReceiversWith("250 fine");
            mailDelivery.run();
            assertThat(server.letters()).hasSize(1);
            assertThat(states()).containsEntry("delivered", 1L);
            server.answerReceiversWith("452 ann@example.org is full");
            mail.send(toAnn("Never", "Never."));
            for (int attempt = 0; attempt < 12; attempt++) {
                mailDelivery.run();
                clock.forward(Duration.ofHours(2));
            }
            assertThat(states()).containsEntry("failed", 1L).doesNotContainKey("waiting");
        }
    }

    @Test
    void aLetterThatWasPutOffUnderAClockThatWasAheadDoesNotWaitForThatTime() throws IOException {
        try (SmtpServer server = new SmtpServer()) {
            server.answerReceiversWith("451 ann@example.org is busy");
            MailDelivery mailDelivery = delivery(smtp(server));
            clock.forward(Duration.ofDays(365));
            mail.send(toAnn("Late", "Late."));
            mailDelivery.run();
            clock.backward(Duration.ofDays(365));
            server.answerReceiversWith("250 fine");
            mailDelivery.run();
            assertThat(server.letters()).hasSize(1);
        }
    }

    @Test
    void aReceiverThatIsRefusedForGoodIsNotTriedAgain() throws IOException {
        try (SmtpServer server = new SmtpServer()) {
            server.answerReceiversWith("550 no such ann@example.org");
            mail.send(toAnn("Never", "Never."));
            delivery(smtp(server)).run();
            assertThat(states()).containsEntry("failed", 1L).doesNotContainKey("waiting");
            assertThat(fault()).contains("550").doesNotContain("example.org");
        }
    }

    @Test
    void oneBadReceiverIsNoTroubleOfTheWay() throws IOException {
        try (SmtpServer server = new SmtpServer()) {
            server.answerReceiversWith("452 ann@example.org is full");
            mail.send(toAnn("Full", "Full."));
            delivery(smtp(server)).run();
            clock.forward(Duration.ofMinutes(11));
            assertThat(MailConfiguration.isLate(letters, clock)).isFalse();
            mail.send(toAnn("Untried", "Untried."));
            assertThat(MailConfiguration.isLate(letters, clock)).isFalse();
            clock.forward(Duration.ofMinutes(11));
            assertThat(MailConfiguration.isLate(letters, clock)).isTrue();
        }
    }

    @Test
    void anAddressThatNoServerAcceptsEndsItsOwnLetterAlone() throws IOException {
        try (SmtpServer server = new SmtpServer()) {
            mail.send(new OutgoingMail(ANN, "a..b@example.com", "Never", "Never."));
            clock.forward(Duration.ofMillis(5));
            mail.send(toAnn("Arrives", "Arrives."));
            delivery(smtp(server)).run();
            assertThat(states()).containsEntry("failed", 1L).containsEntry("delivered", 1L);
            clock.forward(Duration.ofMinutes(11));
            assertThat(MailConfiguration.isLate(letters, clock)).isFalse();
        }
    }

    @Test
    void oneRefusedTextIsNoTroubleOfTheWayButFivePeoplesAre() throws IOException {
        try (SmtpServer server = new SmtpServer()) {
            server.answerTextsWith("554 looks like spam");
            mail.send(toAnn("Spam", "Spam."));
            delivery(smtp(server)).run();
            clock.forward(Duration.ofMinutes(11));
            assertThat(MailConfiguration.isLate(letters, clock)).isFalse();
            for (int person = 0; person < 4; person++) {
                mail.send(new OutgoingMail(UUID.randomUUID(), "ann@example.org", "Spam", "Spam."));
            }
            delivery(smtp(server)).run();
            assertThat(MailConfiguration.isLate(letters, clock)).isTrue();
            server.answerTextsWith("250 taken");
            mail.send(toAnn("Arrives", "Arrives."));
            delivery(smtp(server)).run();
            assertThat(MailConfiguration.isLate(letters, clock)).isFalse();
        }
    }

    @Test
    void aDomainOutsideAsciiIsWrittenAsServersKnowIt() throws IOException {
        try (SmtpServer server = new SmtpServer()) {
            smtp(server).deliver(ANN, new OutgoingMail(ANN, "ann@b\u00fccher.example", "Hello", "Hello."));
            assertThat(server.letters().getFirst()).contains("To: ann@xn--bcher-kva.example");
        }
    }

    @Test
    void aServerThatIsGoneIsATroubleOfTheWay() throws IOException {
        SmtpProvider gone;
        try (SmtpServer server = new SmtpServer()) {
            gone = smtp(server);
        }
        mail.send(toAnn("Waiting", "Waiting."));
        delivery(gone).run();
        clock.forward(Duration.ofMinutes(11));
        assertThat(MailConfiguration.isLate(letters, clock)).isTrue();
    }

    @Test
    void aLetterThatBreaksSomethingDoesNotKeepTheNextWaiting() {
        mail.send(toAnn("Breaks", "Breaks."));
        clock.forward(Duration.ofMillis(5));
        mail.send(toAnn("Arrives", "Arrives."));
        List<String> arrived = new ArrayList<>();
        delivery(new MailProvider() {
                    @Override
                    public void deliver(UUID id, OutgoingMail mail) {
                        if (mail.subject().equals("Breaks")) {
                            throw new IllegalStateException("not foreseen");
                        }
                        arrived.add(mail.subject());
                    }

                    @Override
                    public String name() {
                        return "test";
                    }
                })
                .run();
        assertThat(arrived).containsExactly("Arrives");
        assertThat(fault()).isEqualTo("IllegalStateException");
    }

    @Test
    void sendsAgainWhatACrashLeftBetweenTheServersYesAndOurs() throws IOException {
        try (SmtpServer server = new SmtpServer()) {
            UUID id = mail.send(toAnn("Twice", "Twice."));
            smtp(server).deliver(id, toAnn("Twice", "Twice."));
            delivery(smtp(server)).run();
            assertThat(server.letters()).hasSize(2).allMatch(letter -> letter.contains("<" + id + "@"));
        }
    }

    @Test
    void forgetsWhatWasDeliveredLongAgo() {
        mail.send(toAnn("Old", "Old."));
        delivery(mailbox).run();
        clock.forward(Duration.ofDays(8));
        delivery(mailbox).deleteOld();
        assertThat(states()).isEmpty();
    }

    @Test
    void hasAMailboxOnlyInTheProfileLocalAndElsewhereNoDefaultAtAll() {
        assertThat(MailConfiguration.kind(null, true)).isEqualTo(MailSettings.MailProviderKind.MAILBOX);
        assertThat(MailConfiguration.kind(MailSettings.MailProviderKind.SMTP, false))
                .isEqualTo(MailSettings.MailProviderKind.SMTP);
        assertThatThrownBy(() -> MailConfiguration.kind(MailSettings.MailProviderKind.MAILBOX, false))
                .isInstanceOf(MailNotConfigured.class)
                .hasMessageContaining("only in the profile local");
        assertThatThrownBy(() -> MailConfiguration.kind(null, false))
                .isInstanceOf(MailNotConfigured.class)
                .hasMessageContaining("No way for mail");
    }

    static List<String> badAddresses() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/platform/mail/bad_addresses.txt"));
    }

    @ParameterizedTest
    @MethodSource("badAddresses")
    void refusesWhatIsNoAddress(String line) {
        String address = line.replace("\\r", "\r").replace("\\n", "\n").replace("\\u0000", "\0");
        assertThatThrownBy(() -> new OutgoingMail(ANN, address, "Subject", "Text"))
                .isInstanceOf(InvalidField.class);
    }

    @Test
    void refusesALineBreakInASubject() {
        assertThatThrownBy(() -> toAnn("One\r\nBcc: all@example.org", "Text"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static OutgoingMail toAnn(String subject, String text) {
        return new OutgoingMail(ANN, "ann@example.org", subject, text);
    }

    private MailDelivery delivery(MailProvider provider) {
        return new MailDelivery(letters, vault, provider, settings(Map.of()), clock);
    }

    private static SmtpProvider smtp(SmtpServer server) {
        MailSettings settings = settings(Map.of(
                "fanz.mail.from", "no-reply@fanz.example",
                "fanz.mail.smtp.host", "127.0.0.1",
                "fanz.mail.smtp.port", server.port(),
                "fanz.mail.smtp.encryption", "none"));
        return new SmtpProvider(settings.smtp(), settings.from());
    }

    private static MailSettings settings(Map<String, ?> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("fanz.mail", MailSettings.class);
    }

    private long waiting() {
        return states().getOrDefault("waiting", 0L);
    }

    private String fault() {
        return JdbcClient.create(pool)
                .sql("select fault from mail.letter where fault is not null")
                .query(String.class)
                .single();
    }

    private Map<String, Long> states() {
        Map<String, Long> states = new java.util.TreeMap<>();
        JdbcClient.create(pool)
                .sql("select state, count(*) as letters from mail.letter group by state")
                .query((row, number) -> states.put(row.getString(1), row.getLong(2)))
                .list();
        return states;
    }
}
