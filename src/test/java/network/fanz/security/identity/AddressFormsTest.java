package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.platform.mail.Mail;
import network.fanz.platform.mail.Mailbox;
import network.fanz.platform.mail.MailboxMessage;
import network.fanz.platform.vault.Vault;
import network.fanz.security.identity.accounts.AddressRekeying;
import network.fanz.security.identity.passwords.HashQueue;
import network.fanz.security.identity.passwords.PasswordHasher;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One mailbox is one address, however it is typed; and its letters reach its owner. */
@Tag("database")
class AddressFormsTest {
    private static final String PASSWORD = "violet tram under nine bridges";

    private final RunningFanz program = RunningFanz.shared();
    private final JdbcClient owner = JdbcClient.create(program.database().asOwner());

    @Test
    void signsInHoweverTheAddressIsTyped() {
        String rest = UUID.randomUUID() + "@b\u00fccher.example";
        register("j\u00fcrgen-" + rest).expect(201);
        signIn("Ju\u0308rgen-" + rest.replace("b\u00fccher", "xn--bcher-kva")).expect(201);
    }

    @Test
    void refusesAnAddressThatNoLetterReaches() {
        register("a..b@example.com").expectProblem(422, "invalid-field");
        register("ann\u200b@example.com").expectProblem(422, "invalid-field");
        program.onlyAdministrator()
                .client()
                .api("POST", "/api/v1/invitations", Map.of("role", "ANALYST", "email", "a..b@example.com"))
                .expectProblem(422, "invalid-field");
    }

    @Test
    void refusesANameThatCannotBeSeenOrPassesForTheHouse() {
        for (String name : List.of("An\u200bn", "\u202eeilA", "P\u0430ul", "Fanz Support")) {
            Map<String, Object> body = SignInTest.person(SignInTest.newEmail());
            body.put("name", name);
            program.client().api("POST", "/api/v1/registrations", body).expectProblem(422, "invalid-field");
        }
    }

    @Test
    void anAccountOfTheFormerRuleIsFoundAsBeforeAndThenByTheCanonicalForm() {
        String typed = "ju\u0308rgen-" + UUID.randomUUID() + "@example.org";
        String account = register(typed).expect(201).text("account");
        asOfFormerRule(account, typed);
        signIn(typed).expect(201);
        asOfFormerRule(account, typed);
        program.bean(AddressRekeying.class).run();
        signIn(typed).expect(201);
        signIn(typed.replace("u\u0308", "\u00fc")).expect(201);
    }

    @Test
    void anOwnerGetsTheirLetterWhateverStrangersDid() {
        String email = SignInTest.newEmail();
        for (int stranger = 0; stranger < 7; stranger++) {
            register(email).expect(201);
        }
        Map<String, Object> body = SignInTest.person(email);
        body.put("password", "another sentence that nobody guesses");
        ProgramClient client = program.client();
        client.api("POST", "/api/v1/registrations", body).expect(201);
        client.withToken(SignInTest.signIn(client, email, "another sentence that nobody guesses")
                .expect(201)
                .text("token"));
        await().until(() -> program.bean(Mail.class).state().waiting() == 0);
        long before = letters(email);
        for (int asked = 0; asked < 3; asked++) {
            client.api("POST", "/api/v1/email-verifications/letters", Map.of()).expect(202);
        }
        client.api("POST", "/api/v1/email-verifications/letters", Map.of()).expectProblem(429, "letters-used-up");
        await().until(() -> letters(email) == before + 3);
        String token = newest(email).text().replaceAll("(?s).*token=([A-Za-z0-9_-]+).*", "$1");
        client.api("POST", "/api/v1/email-verifications", Map.of("token", token))
                .expect(204);
    }

    @Test
    void aLetterThatAStrangerCausedConfirmsTheOwnersOwnAccountAndNoOther() {
        SignedInUser fan = program.users().fan();
        register(fan.email()).expect(201);
        await().until(() -> letters(fan.email()) >= 2);
        String token = newest(fan.email()).text().replaceAll("(?s).*token=([A-Za-z0-9_-]+).*", "$1");
        Map<String, String> link = Map.of("token", token);
        program.users()
                .fan()
                .client()
                .api("POST", "/api/v1/email-verifications", link)
                .expectProblem(410, "link-not-good");
        fan.client().api("POST", "/api/v1/email-verifications", link).expect(204);
    }

    @Test
    void aLetterToAFormerAddressConfirmsNoOther() {
        SignedInUser fan = program.users().fan();
        await().until(() -> letters(fan.email()) >= 1);
        String token = newest(fan.email()).text().replaceAll("(?s).*token=([A-Za-z0-9_-]+).*", "$1");
        owner.sql("update identity.account set email_lookup = sha256(email_lookup) where id = cast(:id as uuid)")
                .param("id", fan.id())
                .update();
        fan.client()
                .api("POST", "/api/v1/email-verifications", Map.of("token", token))
                .expectProblem(410, "link-not-good");
    }

    @Test
    void anInvitationIsForItsAddressAlone() {
        String email = SignInTest.newEmail();
        String token = program.onlyAdministrator()
                .client()
                .api("POST", "/api/v1/invitations", Map.of("role", Role.ANALYST.name(), "email", email))
                .expect(201)
                .text("token");
        Map<String, Object> body = SignInTest.person(SignInTest.newEmail());
        body.remove("role");
        body.put("token", token);
        program.client().api("POST", "/api/v1/invitations/acceptance", body).expectProblem(422, "invalid-field");
        body.put("email", email.toUpperCase(java.util.Locale.ROOT));
        program.client().api("POST", "/api/v1/invitations/acceptance", body).expect(201);
        assertThat(program.client().get("auth", "/invitation?token=" + token).status())
                .isEqualTo(410);
    }

    /** As the release before wrote it. */
    private void asOfFormerRule(String account, String typed) {
        owner.sql("""
                        update identity.account set email_lookup = :lookup, password_hash = :hash, address_form = 1
                        where id = cast(:id as uuid)
                        """)
                .param("lookup", program.bean(Vault.class).keyedHash("identity.account.email", typed))
                .param("hash", program.bean(PasswordHasher.class).hash(PASSWORD, typed, HashQueue.KNOWN))
                .param("id", account)
                .update();
    }

    private HttpAnswer register(String email) {
        return program.client().api("POST", "/api/v1/registrations", SignInTest.person(email));
    }

    private HttpAnswer signIn(String email) {
        return SignInTest.signIn(program.client(), email, PASSWORD);
    }

    private long letters(String email) {
        return program.bean(Mailbox.class).messages(null).items().stream()
                .filter(letter -> letter.to().equals(email))
                .count();
    }

    private MailboxMessage newest(String email) {
        return program.bean(Mailbox.class).messages(null).items().stream()
                .filter(letter -> letter.to().equals(email) && letter.text().contains("/verify-email"))
                .findFirst()
                .orElseThrow();
    }
}
