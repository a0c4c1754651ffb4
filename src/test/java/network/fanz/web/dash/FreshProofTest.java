package network.fanz.web.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an administrator decides about accounts asks for a recent proof, and the page leads to one and back. */
@Tag("database")
class FreshProofTest {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*/fresh-proof\\?page=[^\"]+)\"");

    private final RunningFanz program = RunningFanz.shared();

    @Test
    void theApiAsksForItAtEachDecision() {
        SignedInUser administrator = program.users().staff(Role.ADMINISTRATOR);
        String account = "/api/v1/accounts/" + program.users().fan().id();
        letGrowOld(administrator);
        administrator
                .client()
                .api("POST", account + "/suspension", Map.of("reason", "UNDER_REVIEW"))
                .expectProblem(403, "fresh-proof-needed");
        administrator.client().api("POST", account + "/closure").expectProblem(403, "fresh-proof-needed");
        administrator.client().api("POST", account + "/factor-reset").expectProblem(403, "fresh-proof-needed");
        administrator.client().api("PUT", account + "/roles/ANALYST").expectProblem(403, "fresh-proof-needed");
        administrator.client().api("DELETE", account + "/roles/FAN").expectProblem(403, "fresh-proof-needed");
        administrator
                .client()
                .api("POST", "/api/v1/invitations", Map.of("role", "ANALYST", "email", "ann@example.org"))
                .expectProblem(403, "fresh-proof-needed");
    }

    @Test
    void thePageLeadsToANewProofAndBack() {
        SignedInUser administrator = program.users().staff(Role.ADMINISTRATOR);
        ProgramClient browser = program.client();
        HttpAnswer factor = browser.submitForm(
                browser.get("auth", "/sign-in"),
                "/sign-in",
                Map.of("email", administrator.email(), "password", administrator.password()));
        browser.submitForm(
                factor, "/sign-in/factor", Map.of("code", administrator.totp().next()));
        String path = "/users/" + program.users().fan().id();
        HttpAnswer page = browser.get("dash", path).expect(200);
        letGrowOld(administrator);
        HttpAnswer refused = browser.submitForm(page, path + "/suspension", Map.of("reason", "under_review"));
        Matcher link = LINK.matcher(refused.expect(403).body());
        assertThat(link.find()).isTrue();
        HttpAnswer confirm = browser.get("dash", link.group(1).replace("&amp;", "&"));
        assertThat(confirm.path()).startsWith("/account/confirm");
        HttpAnswer back = browser.submitForm(confirm, "/account/confirm", Map.of("password", administrator.password()));
        assertThat(back.expect(200).body()).contains("Nothing has been sent yet", "value=\"under_review\" selected");
        browser.submitForm(back, path + "/suspension", Map.of("reason", "under_review"))
                .expect(200);
    }

    private void letGrowOld(SignedInUser user) {
        JdbcClient.create(program.database().asOwner())
                .sql(
                        "update identity.session set fresh_at = fresh_at - interval '1 hour' where account_id = cast(:id as uuid)")
                .param("id", user.id())
                .update();
    }
}
