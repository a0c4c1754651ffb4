package network.fanz.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.AccountId;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.platform.mail.Mailbox;
import network.fanz.security.identity.recovery.FactorResets;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lost second factor comes away by two administrators, a wait and letters, and never otherwise. */
@Tag("database")
class FactorResetTest {
    private static final Pattern OBJECTION = Pattern.compile("/factor-reset/objection\\?token=([A-Za-z0-9_-]{43})");

    private final RunningFanz program = RunningFanz.shared();
    private final JdbcClient owner = JdbcClient.create(program.database().asOwner());
    private final StaffInvitations invitations = program.bean(StaffInvitations.class);
    private SignedInUser first;
    private SignedInUser second;
    private SignedInUser creator;

    @BeforeEach
    void people() {
        first = program.users().staff(Role.ADMINISTRATOR);
        second = program.users().staff(Role.ADMINISTRATOR);
        creator = program.users().creator();
    }

    @Test
    void twoAdministratorsAndAWaitTakeItAway() {
        decide(first, "POST", "").expect(202);
        decide(second, "POST", "/approval").expect(202);
        program.bean(FactorResets.class).run();
        assertThat(signIn()).isEqualTo("needed");
        waitIsOver();
        program.bean(FactorResets.class).run();
        assertThat(first.client()
                        .api("GET", "/api/v1/accounts/" + creator.id())
                        .json()
                        .path("secondFactor")
                        .asBoolean())
                .isFalse();
        creator.client().api("GET", "/api/v1/sessions/current").expect(401);
        await().until(() -> letter("Your second factor was removed").isPresent());
        program.settle();
        assertThat(first.client()
                        .api("GET", "/api/v1/audit?subject=account:" + creator.id())
                        .body())
                .contains("identity.ask_factor_reset", "identity.approve_factor_reset", "identity.reset_factor");
    }

    @Test
    void aRequestThatWaitsIsListedAndItsOwnerReadsOfItWhenSigningIn() {
        decide(first, "POST", "").expect(202);
        assertThat(page(second).get("dash", "/users/waiting").expect(200).body())
                .contains("/users/" + creator.id(), "waits for another administrator");
        ProgramClient lost = program.client().withHeader("Accept", "text/html");
        lost.submitForm(
                lost.get("auth", "/sign-in"),
                "/sign-in",
                Map.of("email", creator.email(), "password", creator.password()));
        assertThat(lost.get("auth", "/sign-in/factor").expect(200).body())
                .contains("Another one must still approve it");
        decide(second, "POST", "/approval").expect(202);
        assertThat(lost.get("auth", "/sign-in/factor").expect(200).body()).contains("is taken away");
    }

    @Test
    void anInvitationThatWaitsIsListedAndCanBeWithdrawn() {
        Invitation invitation = invitations.invite(
                AccountId.of(first.id()),
                Role.ANALYST,
                "invited@example.org",
                UUID.randomUUID().toString());
        ProgramClient dash = page(second);
        String path = "/users/invitations/" + invitation.id() + "/withdrawal";
        HttpAnswer waiting = dash.get("dash", "/users/waiting").expect(200);
        assertThat(waiting.body()).contains(path);
        assertThat(dash.submitForm(waiting, path, Map.of()).expect(200).body())
                .contains("Withdrawn")
                .doesNotContain(path);
        assertThat(state(invitation.token())).isEqualTo(InvitationState.WITHDRAWN);
    }

    private InvitationState state(String token) {
        return invitations.view(token, null).state();
    }

    @Test
    void whatAnAdministratorHasBegunEndsWithThem() {
        Identity identity = program.bean(Identity.class);
        AccountId gone = AccountId.of(first.id());
        AccountId by = AccountId.of(second.id());
        endsEverythingOf(gone, () -> identity.withdrawRole(by, gone, Role.ADMINISTRATOR));
        identity.grantRole(by, gone, Role.ADMINISTRATOR);
        endsEverythingOf(gone, () -> identity.suspend(by, gone, SuspensionReason.UNDER_REVIEW));
        identity.reinstate(by, gone);
        endsEverythingOf(gone, () -> identity.close(by, gone));
    }

    private void endsEverythingOf(AccountId gone, Runnable goes) {
        Identity identity = program.bean(Identity.class);
        AccountId lost = AccountId.of(creator.id());
        Invitation invitation = invitations.invite(
                gone,
                Role.ADMINISTRATOR,
                "back-" + gone + "@example.org",
                UUID.randomUUID().toString());
        identity.askFactorReset(gone, lost);
        goes.run();
        assertThat(owner.sql("select expires_at <= now() + interval '5 seconds' from identity.invitation where id = ?")
                        .param(invitation.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(state(invitation.token())).isEqualTo(InvitationState.WITHDRAWN);
        assertThat(identity.factorReset(lost)).isEmpty();
    }

    /** Also what has two approvals: one of them is no administrator's any more. */
    @Test
    void anApprovedRemovalEndsWithEitherOfTheTwo() {
        Identity identity = program.bean(Identity.class);
        AccountId lost = AccountId.of(creator.id());
        decide(first, "POST", "").expect(202);
        decide(second, "POST", "/approval").expect(202);
        identity.suspend(AccountId.of(first.id()), AccountId.of(second.id()), SuspensionReason.UNDER_REVIEW);
        assertThat(identity.factorReset(lost)).isEmpty();
        assertThat(signIn()).isEqualTo("needed");
        identity.reinstate(AccountId.of(first.id()), AccountId.of(second.id()));
    }

    /** As a node of an older version leaves it. */
    @Test
    void anInvitationOfSomebodyWhoIsSuspendedIsNotGoodEvenIfItStands() {
        String token = invitations
                .invite(
                        AccountId.of(first.id()),
                        Role.ADMINISTRATOR,
                        "stands@example.org",
                        UUID.randomUUID().toString())
                .token();
        suspendBehindTheProgram(first);
        assertThat(state(token)).isEqualTo(InvitationState.WITHDRAWN);
        assertThatThrownBy(() -> invitations.register(
                        token,
                        new NewAccount(
                                "stands@example.org",
                                "a long enough pass phrase",
                                "Somebody",
                                LocalDate.of(1990, 4, 5),
                                "DE",
                                Role.FAN,
                                null),
                        false,
                        new Origin("a", null, "api", null)))
                .isInstanceOf(LinkNotGood.class);
    }

    private ProgramClient page(SignedInUser user) {
        ProgramClient client = program.client().withHeader("Accept", "text/html");
        client.cookie("dash", "fanz_session", String.valueOf(user.client().token()));
        return client;
    }

    @Test
    void nobodyDecidesAloneOrAboutThemselves() {
        decide(first, "POST", "").expect(202);
        decide(first, "POST", "/approval").expectProblem(403, "forbidden");
        String own = "/api/v1/accounts/" + first.id() + "/factor-reset";
        first.client().api("POST", own, Map.of()).expectProblem(403, "forbidden");
        second.client().api("POST", own, Map.of()).expect(202);
        first.client().api("POST", own + "/approval", Map.of()).expectProblem(403, "forbidden");
        assertThat(signIn()).isEqualTo("needed");
    }

    @Test
    void whoeverWasLetInByTheOtherIsNoSecondPersonAndTheOthersAreTold() {
        SignedInUser puppet = program.users().creator();
        first.client()
                .api("PUT", "/api/v1/accounts/" + puppet.id() + "/roles/ADMINISTRATOR")
                .expect(204);
        await().until(() -> letter(second, "A role with power was given")
                .filter(text -> text.contains(first.id()) && text.contains(puppet.id()))
                .isPresent());
        decide(first, "POST", "").expect(202);
        assertThat(decide(puppet, "POST", "/approval")
                        .expectProblem(403, "forbidden")
                        .text("detail"))
                .contains("let in by either of you");
        decide(second, "POST", "/approval").expect(202);
    }

    @Test
    void whoeverTookBackTheRoleOfTheirPuppetIsStillNoSecondPerson() {
        SignedInUser puppet = program.users().creator();
        String role = "/api/v1/accounts/" + puppet.id() + "/roles/ADMINISTRATOR";
        first.client().api("PUT", role).expect(204);
        first.client().api("DELETE", role).expect(204);
        second.client().api("PUT", role).expect(204);
        decide(puppet, "POST", "").expect(202);
        decide(first, "POST", "/approval").expectProblem(403, "forbidden");
    }

    @Test
    void whoeverAsksIsToldAtOnceThatNobodyCouldApproveIt() {
        try (RunningFanz own = RunningFanz.start()) {
            SignedInUser root = own.users().administrator();
            SignedInUser invited = own.users().staff(Role.ADMINISTRATOR);
            String path = "/api/v1/accounts/" + own.users().creator().id() + "/factor-reset";
            for (SignedInUser one : List.of(root, invited)) {
                assertThat(one.client()
                                .api("POST", path, Map.of())
                                .expectProblem(403, "forbidden")
                                .body())
                        .contains("Nobody here could approve it");
            }
            own.users().staff(Role.ADMINISTRATOR);
            root.client().api("POST", path, Map.of()).expectProblem(403, "forbidden");
            invited.client().api("POST", path, Map.of()).expect(202);
        }
    }

    /** As a node of an older version leaves it. */
    @Test
    void aRequestOfWhoeverIsSuspendedIsApprovedByNobody() {
        decide(first, "POST", "").expect(202);
        suspendBehindTheProgram(first);
        assertThat(page(second).get("dash", "/users/" + creator.id()).body())
                .contains("no administrator any more")
                .doesNotContain("Approve it");
        decide(second, "POST", "/approval").expectProblem(409, "proposer-gone");
        decide(second, "GET", "").expect(404);
        decide(second, "POST", "").expect(202);
        suspendBehindTheProgram(second);
        program.bean(FactorResets.class).run();
        decide(program.users().administrator(), "GET", "").expect(404);
    }

    private void suspendBehindTheProgram(SignedInUser user) {
        owner.sql("update identity.account set state = 'SUSPENDED' where id = cast(:id as uuid)")
                .param("id", user.id())
                .update();
    }

    @Test
    void closingTheAccountEndsTheRequestAtOnce() {
        decide(first, "POST", "").expect(202);
        program.bean(Identity.class).close(AccountId.of(second.id()), AccountId.of(creator.id()));
        decide(first, "GET", "").expect(404);
        assertThat(page(second).get("dash", "/users/waiting").expect(200).body())
                .doesNotContain("/users/" + creator.id());
    }

    @Test
    void theOwnerObjectsByTheLetterWithoutSigningIn() {
        decide(first, "POST", "").expect(202);
        String asked = objectionIn("Somebody asks for your second factor to be removed");
        decide(second, "POST", "/approval").expect(202);
        String approved = objectionIn("Your second factor will be removed");
        for (String link : List.of(asked, asked, approved)) {
            object(link).expect(204);
            decide(first, "GET", "").expect(404);
        }
    }

    @Test
    void theLinkOfTheSecondLetterIsGoodUntilTheFactorIsGone() {
        decide(first, "POST", "").expect(202);
        decide(second, "POST", "/approval").expect(202);
        String approved = objectionIn("Your second factor will be removed");
        waitIsOver();
        program.bean(FactorResets.class).run();
        object(approved).expectProblem(410, "link-not-good");
    }

    private HttpAnswer object(String link) {
        return program.client().api("POST", "/api/v1/factor-resets/objection", Map.of("token", link));
    }

    private String objectionIn(String subject) {
        await().until(() -> letter(subject).isPresent());
        Matcher token = OBJECTION.matcher(letter(subject).orElseThrow());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    @Test
    void whoeverSignsInWithTheFactorHasNotLostIt() {
        decide(first, "POST", "").expect(202);
        decide(second, "POST", "/approval").expect(202);
        program.users().signIn(creator);
        decide(first, "GET", "").expect(404);
        waitIsOver();
        program.bean(FactorResets.class).run();
        assertThat(signIn()).isEqualTo("needed");
    }

    private HttpAnswer decide(SignedInUser who, String method, String step) {
        String path = "/api/v1/accounts/" + creator.id() + "/factor-reset" + step;
        return method.equals("GET")
                ? who.client().api(method, path)
                : who.client().api(method, path, Map.of());
    }

    private void waitIsOver() {
        owner.sql("update identity.factor_reset set effective_at = asked_at where account_id = cast(:id as uuid)")
                .param("id", creator.id())
                .update();
    }

    private String signIn() {
        return SignInTest.signIn(program.client(), creator.email(), creator.password())
                .expect(201)
                .text("secondFactor");
    }

    private Optional<String> letter(String subject) {
        return letter(creator, subject);
    }

    private Optional<String> letter(SignedInUser reader, String subject) {
        return program.bean(Mailbox.class).messages(null).items().stream()
                .filter(letter ->
                        letter.to().equals(reader.email()) && letter.subject().equals(subject))
                .map(letter -> letter.text())
                .findFirst();
    }
}
