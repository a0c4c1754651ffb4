package network.fanz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class MailboxOverHttpTest {
    private final RunningFanz program = RunningFanz.shared();

    @Test
    void showsAdministratorsWhatARegistrationWrites() {
        SignedInUser fan = program.users().fan();
        ProgramClient administrator = program.users().administrator().client();
        await().untilAsserted(() -> assertThat(
                        administrator.api("GET", "/api/v1/mailbox").expect(200).body())
                .contains(fan.email())
                .contains("/verify-email?token="));
        fan.client().api("GET", "/api/v1/mailbox").expectProblem(403, "forbidden");
        program.client().api("GET", "/api/v1/mailbox").expectProblem(401, "sign-in-needed");
    }

    @Test
    void whoeverRegistersAtTheMachineFindsTheLetterFromThePageThatSpeaksOfIt() {
        SignedInUser fan = program.users().fan();
        ProgramClient browser = program.client();
        assertThat(browser.get("auth", "/register/sent").body()).contains("/mailbox\"");
        assertThat(browser.get("auth", "/password-reset/sent").body()).contains("/mailbox\"");
        await().untilAsserted(() ->
                assertThat(browser.get("auth", "/mailbox").expect(200).body()).contains(fan.email()));
    }

    @Test
    void behindAProxyOnlyAdministratorsReadAndNoPageSpeaksOfIt() {
        ProgramClient proxied = program.client().withHeader("X-Forwarded-For", "198.51.100.7");
        assertThat(proxied.get("auth", "/register/sent").expect(200).body()).doesNotContain("/mailbox");
        assertThat(proxied.get("auth", "/mailbox").path()).isEqualTo("/sign-in");
        proxied.withToken(program.users().fan().client().token())
                .get("auth", "/mailbox")
                .expect(403);
    }

    @Test
    void aLetterThatGivesPowerIsForAdministratorsAlone() {
        String email = "colleague-" + UUID.randomUUID() + "@example.org";
        ProgramClient administrator = program.users().administrator().client();
        administrator
                .api("POST", "/api/v1/invitations", Map.of("email", email, "role", "FINANCE"))
                .expect(201);
        HttpAnswer all = await().until(
                        () -> administrator.get("auth", "/mailbox"),
                        page -> page.body().contains(email));
        String letter = letterTo(email, all.body());
        assertThat(program.client().get("auth", "/mailbox").expect(200).body()).doesNotContain(email);
        program.client().get("auth", letter).expect(404);
        administrator.get("auth", letter).expect(200);
    }

    private static String letterTo(String email, String page) {
        String before = page.substring(0, page.indexOf(email));
        return Pattern.compile("/mailbox/[0-9a-f-]{36}")
                .matcher(before)
                .results()
                .reduce((first, second) -> second)
                .orElseThrow()
                .group();
    }
}
