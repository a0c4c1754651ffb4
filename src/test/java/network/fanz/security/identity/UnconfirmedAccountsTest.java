package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.platform.mail.Mailbox;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stranger opens account after account with somebody else's address: its owner keeps sign-in, reset and mailbox. */
@Tag("database")
class UnconfirmedAccountsTest {
    private final RunningFanz program = RunningFanz.shared();
    private final JdbcClient owner = JdbcClient.create(program.database().asOwner());

    @Test
    void aConfirmedOwnerGetsTheResetLetterWhateverOthersOpened() {
        SignedInUser fan = program.users().fan();
        owner.sql("update identity.account set email_verified_at = registered_at where id = cast(:id as uuid)")
                .param("id", fan.id())
                .update();
        crowd(fan, 30, false);
        program.client()
                .api("POST", "/api/v1/password-resets", Map.of("email", fan.email()))
                .expect(202);
        await().until(() -> program.bean(Mailbox.class).messages(null).items().stream()
                .anyMatch(message ->
                        message.to().equals(fan.email()) && message.subject().equals("Choose a new password")));
        assertThat(lettersAbout("password_proof", fan)).isEqualTo(1);
    }

    @Test
    void anOwnerWhoHasNotConfirmedYetStillSignsIn() {
        SignedInUser fan = program.users().fan();
        crowd(fan, 45, true);
        SignInTest.signIn(program.client(), fan.email(), fan.password()).expect(201);
    }

    @Test
    void theOldestUnusedAccountGivesWay() {
        SignedInUser fan = program.users().fan();
        crowd(fan, 60, false);
        register(fan.email()).expect(201);
        assertThat(count(fan, "state = 'CLOSED'")).isZero();
        assertThat(owner.sql(
                                "select count(*) from identity.account where state = 'CLOSED' and email = (select email from "
                                        + "identity.account where id = cast(:id as uuid))")
                        .param("id", fan.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        SignInTest.signIn(program.client(), fan.email(), fan.password()).expect(201);
    }

    @Test
    void noAccountInUseGivesWay() throws IOException {
        SignedInUser fan = program.users().fan();
        crowd(fan, 49, true);
        Set<Path> keys = keys();
        register(fan.email()).expectProblem(409, "address-taken");
        assertThat(count(fan, "true")).isEqualTo(50);
        assertThat(keys()).as("whoever was refused has left no key").isEqualTo(keys);
    }

    private Set<Path> keys() throws IOException {
        try (Stream<Path> files = Files.walk(program.folder().resolve("keys"))) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    @Test
    void anAddressGetsFewLettersHoweverOftenItIsTyped() {
        String email = SignInTest.newEmail();
        List<String> accounts = Stream.generate(
                        () -> register(email).expect(201).text("account"))
                .limit(8)
                .toList();
        assertThat(owner.sql("select count(*) from mail.letter where about::text in (:accounts)")
                        .param("accounts", accounts)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    private network.fanz.tools.walkthrough.HttpAnswer register(String email) {
        return program.client().api("POST", "/api/v1/registrations", SignInTest.person(email));
    }

    /** More accounts of the same address, all younger; straight into the table, for hashing as many passwords takes long. */
    private void crowd(SignedInUser fan, int size, boolean used) {
        owner.sql("""
                        insert into identity.account (id, state, email_lookup, email, country, policy_version, registered_at, signed_in_at)
                        select gen_random_uuid(), 'ACTIVE', email_lookup, email, country, policy_version,
                          registered_at + make_interval(secs => n), case when :used then registered_at end
                        from identity.account, generate_series(1, :size) n where id = cast(:id as uuid)
                        """)
                .param("used", used)
                .param("size", size)
                .param("id", fan.id())
                .update();
    }

    private int count(SignedInUser fan, String condition) {
        return owner.sql("select count(*) from identity.account where email_lookup = (select email_lookup from "
                        + "identity.account where id = cast(:id as uuid)) and " + condition)
                .param("id", fan.id())
                .query(Integer.class)
                .single();
    }

    private int lettersAbout(String table, SignedInUser fan) {
        return owner.sql("select count(*) from identity." + table + " where account_id = cast(:id as uuid)")
                .param("id", fan.id())
                .query(Integer.class)
                .single();
    }
}
