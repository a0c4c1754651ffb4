package network.fanz.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Ids;
import network.fanz.common.Role;
import network.fanz.security.identity.Identity;
import network.fanz.security.identity.SuspensionReason;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What people post by hand, and that it never touches what belongs to a payment. */
@Tag("database")
class HandPostingTest {
    private static RunningFanz program;
    private static TestShop shop;
    private static ProgramClient first;
    private static ProgramClient second;
    private static SignedInUser creator;

    @BeforeAll
    static void begin() {
        program = RunningFanz.shared();
        shop = new TestShop(program);
        first = program.users().staff(Role.FINANCE).client();
        second = program.users().staff(Role.FINANCE).client();
        creator = program.users().creator();
    }

    @Test
    void needsASecondPerson() {
        Map<String, Object> asked = gift(account(creator, "CREATOR_EARNINGS"), "100");
        String path = propose(asked);
        first.api("POST", path + "/approval").expectProblem(403, "second-person-needed");
        program.users().administrator().client().api("POST", path + "/approval").expectProblem(403, "forbidden");
        assertThat(first.api("GET", path).text("state")).isEqualTo("PROPOSED");
        assertThat(second.api("POST", path + "/approval").expect(200).text("state"))
                .isEqualTo("RECORDED");
        second.api("POST", path + "/approval").expect(200);
        second.api("POST", path + "/rejection").expectProblem(409, "already-decided");
    }

    @Test
    void nobodyProposesOrApprovesMovesOfTheirOwnAccount() {
        SignedInUser selling = program.users().creator();
        long own = account(selling, "CREATOR_EARNINGS");
        Map<String, Object> asked = gift(own, "100");
        String path = propose(asked);
        role(program.users().administrator(), "PUT", selling, Role.FINANCE);
        assertThat(selling.client()
                        .get("dash", "/finance/hand-postings/" + asked.get("id"))
                        .expect(200)
                        .body())
                .contains("One of its accounts is your own")
                .doesNotContain("Approve and book");
        selling.client().api("POST", path + "/approval").expectProblem(403, "second-person-needed");
        assertThat(first.api("GET", path).text("state")).isEqualTo("PROPOSED");
        selling.client()
                .api("POST", "/api/v1/ledger/transactions", gift(own, "100"))
                .expectProblem(403, "forbidden");
        approve(path);
        String posting = first.api("GET", path).text("posting");
        Map<String, Object> back =
                Map.of("id", UUID.randomUUID(), "kind", "REVERSAL", "refersTo", posting, "reason", "It was wrong");
        selling.client().api("POST", "/api/v1/ledger/transactions", back).expectProblem(403, "forbidden");
    }

    @Test
    void whoeverLetTheOtherInIsNoSecondPerson() {
        SignedInUser administrator = program.users().administrator();
        SignedInUser puppet = program.users().staff(Role.FINANCE);
        Map<String, Object> asked = gift(account(creator, "CREATOR_EARNINGS"), "100");
        String path = "/api/v1/ledger/hand-postings/" + asked.get("id");
        administrator.client().api("POST", "/api/v1/ledger/transactions", asked).expect(202);
        assertThat(puppet.client()
                        .api("POST", path + "/approval")
                        .expectProblem(403, "second-person-needed")
                        .text("detail"))
                .contains("let in by either of you");
        assertThat(puppet.client()
                        .get("dash", path.replace("/api/v1/ledger", "/finance"))
                        .expect(200)
                        .body())
                .contains("has or had a role from the other")
                .doesNotContain("Approve and book");
        assertThat(first.api("GET", path).text("state")).isEqualTo("PROPOSED");
    }

    @Test
    void whoeverTakesBackARoleThatTheyGaveIsStillNoSecondPerson() {
        SignedInUser giver = program.users().administrator();
        SignedInUser between = program.users().creator();
        SignedInUser puppet = program.users().creator();
        role(giver, "PUT", giver, Role.FINANCE);
        role(giver, "PUT", between, Role.ADMINISTRATOR);
        role(between, "PUT", puppet, Role.FINANCE);
        Map<String, Object> asked = gift(account(creator, "CREATOR_EARNINGS"), "100");
        puppet.client().api("POST", "/api/v1/ledger/transactions", asked).expect(202);
        role(giver, "DELETE", between, Role.ADMINISTRATOR);
        String path = "/api/v1/ledger/hand-postings/" + asked.get("id");
        giver.client().api("POST", path + "/approval").expectProblem(403, "second-person-needed");
        role(giver, "DELETE", giver, Role.FINANCE);
        assertThat(first.api("GET", path).text("state")).isEqualTo("PROPOSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended", "without the role"})
    void lapsesWhenItsProposerMayNotProposeAnyMore(String how) {
        SignedInUser proposer = program.users().staff(Role.FINANCE);
        String path = proposedBy(proposer);
        leave(proposer, how);
        assertThat(second.get("dash", path.replace("/api/v1/ledger", "/finance"))
                        .expect(200)
                        .body())
                .contains("no longer of finance")
                .doesNotContain("Approve and book");
        assertThat(second.api("POST", path + "/approval")
                        .expectProblem(409, "proposer-gone")
                        .text("detail"))
                .contains("it has lapsed");
        assertThat(first.api("GET", path).text("state")).isEqualTo("LAPSED");
    }

    @Test
    void aProposalWhoseProposerIsGoneDoesNotGoOnWaiting() {
        SignedInUser proposer = program.users().staff(Role.FINANCE);
        String path = proposedBy(proposer);
        leave(proposer, "closed");
        program.bean(HandPostings.class).finishAndLapse();
        assertThat(first.api("GET", path).text("state")).isEqualTo("LAPSED");
    }

    private static String proposedBy(SignedInUser proposer) {
        Map<String, Object> asked = gift(account(creator, "CREATOR_EARNINGS"), "100");
        proposer.client().api("POST", "/api/v1/ledger/transactions", asked).expect(202);
        return "/api/v1/ledger/hand-postings/" + asked.get("id");
    }

    private static void leave(SignedInUser proposer, String how) {
        Identity identity = program.bean(Identity.class);
        AccountId by = AccountId.of(program.users().administrator().id());
        AccountId account = AccountId.of(proposer.id());
        switch (how) {
            case "suspended" -> identity.suspend(by, account, SuspensionReason.UNDER_REVIEW);
            case "closed" -> identity.close(by, account);
            default -> identity.withdrawRole(by, account, Role.FINANCE);
        }
    }

    private static void role(SignedInUser by, String method, SignedInUser account, Role role) {
        by.client()
                .api(method, "/api/v1/accounts/" + account.id() + "/roles/" + role)
                .expect(204);
    }

    @Test
    void isNotRecordedOnceItIsRejected() {
        String path = propose(gift(account(creator, "CREATOR_EARNINGS"), "100"));
        assertThat(first.api("POST", path + "/rejection").expect(200).text("state"))
                .isEqualTo("REJECTED");
        second.api("POST", path + "/approval").expectProblem(409, "already-decided");
        String page = path.replace("/api/v1/ledger", "/finance");
        assertThat(second.get("dash", page).expect(200).body())
                .contains("Taken back by")
                .doesNotContain("Rejected");
        String turnedDown = propose(gift(account(creator, "CREATOR_EARNINGS"), "100"));
        second.api("POST", turnedDown + "/rejection").expect(200);
        assertThat(first.get("dash", turnedDown.replace("/api/v1/ledger", "/finance"))
                        .body())
                .contains("Rejected", "Decided by");
    }

    @Test
    void leadsFromTheJournalToItsReasonAndItsTwoPeople() {
        String path = propose(gift(account(creator, "CREATOR_EARNINGS"), "100"));
        String seq = approve(path).path("firstSeq").asString();
        assertThat(first.get("dash", "/finance/journal/" + seq).expect(200).body())
                .contains("By hand: A gift for good work", path.replace("/api/v1/ledger", "/finance"));
    }

    @Test
    void standsInTheWalletWithItsReasonAndTheStatementAddsUp() {
        SignedInUser seller = program.users().creator();
        shop.paidTip(program.users().fan(), seller, "1000");
        approve(propose(gift(account(seller, "CREATOR_EARNINGS"), "250")));
        JsonNode lines = seller.client()
                .api("GET", "/api/v1/wallet/statement?part=EARNINGS")
                .expect(200)
                .json()
                .path("items");
        assertThat(lines.get(0).path("reason").asString()).isEqualTo("A gift for good work");
        long sum = lines.valueStream()
                .mapToLong(line -> line.path("amount").path("amount").asLong())
                .sum();
        assertThat(sum)
                .isEqualTo(lines.get(0).path("balance").path("amount").asLong())
                .isEqualTo(1210);
        assertThat(seller.client().get("tube", "/wallet").expect(200).body())
                .contains("Booked by hand: A gift for good work");
        assertThat(seller.client()
                        .get("tube", "/wallet/statement.csv")
                        .expect(200)
                        .body())
                .contains("A gift for good work");
    }

    @Test
    void takesNothingFromAnAccountThatOnlyPassesPaymentsThrough() {
        SignedInUser fan = program.users().fan();
        shop.paidTip(fan, creator, "700");
        long passing = first.api("GET", "/api/v1/ledger/accounts?owner=" + fan.id())
                .expect(200)
                .json()
                .valueStream()
                .filter(each -> each.path("code").asString().equals("FAN_PURCHASES"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
        assertThat(first.api("POST", "/api/v1/ledger/transactions", gift(passing, "100"))
                        .expectProblem(422, "invalid-field")
                        .text("detail"))
                .contains("only passes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST_PENDING", "VOID_PENDING", "REVERSAL"})
    void touchesNoPostingOfAPayment(String kind) {
        SignedInUser fan = program.users().fan();
        HttpAnswer paid = shop.paidTip(fan, creator, "700");
        UUID target = Ids.derived("payments." + (kind.equals("REVERSAL") ? "post" : "hold"), paid.text("id"));
        JsonNode refused =
                approve(propose(Map.of("id", UUID.randomUUID(), "kind", kind, "refersTo", target, "reason", "Trying")));
        assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("refusal").asString()).isEqualTo("KEPT_BY_ANOTHER");
        second.api("POST", "/api/v1/payments/" + paid.text("id") + "/refund").expect(200);
        assertThat(shop.now(fan, paid).text("state")).isEqualTo("REFUNDED");
    }

    @Test
    void postsNoHoldOfAPaymentWhoseBankIsSilent() {
        SignedInUser seller = program.users().creator();
        SignedInUser fan = program.users().fan();
        HttpAnswer silent = shop.tip(fan, seller, "900");
        shop.card(silent, TestShop.ANSWERS_NO_LATER);
        UUID hold = Ids.derived("payments.hold", silent.text("id"));
        approve(propose(Map.of("id", UUID.randomUUID(), "kind", "POST_PENDING", "refersTo", hold, "reason", "Trying")));
        assertThat(shop.settled(fan, silent).text("state")).isEqualTo("DECLINED");
        assertThat(seller.client()
                        .api("GET", "/api/v1/wallet")
                        .json()
                        .path("earnings")
                        .path("amount")
                        .asString())
                .isEqualTo("0");
    }

    @Test
    void takesNeitherTheWordsNorTheIdsOfPayments() {
        Map<String, Object> worded = new HashMap<>(gift(account(creator, "CREATOR_EARNINGS"), "1"));
        worded.put("referenceType", "payment");
        assertThat(first.api("POST", "/api/v1/ledger/transactions", worded)
                        .expectProblem(422, "invalid-field")
                        .text("field"))
                .isEqualTo("referenceType");
        SignedInUser fan = program.users().fan();
        HttpAnswer open = shop.tip(fan, creator, "800");
        Map<String, Object> withId = new HashMap<>(gift(account(creator, "CREATOR_EARNINGS"), "1"));
        withId.put("id", Ids.derived("payments.hold", open.text("id")));
        approve(propose(withId));
        shop.card(open, TestShop.PAYS);
        assertThat(shop.settled(fan, open).text("state")).isEqualTo("SETTLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROVIDER_CLEARING", "FAN_WALLET", "FAN_PURCHASES", "CREATOR_EARNINGS", "PLATFORM_FEES"})
    void opensNoAccountThatPaymentsDerive(String code) {
        first.api(
                        "POST",
                        "/api/v1/ledger/accounts",
                        Map.of("ownerId", creator.id(), "code", code, "asset", "USD/2", "side", "DEBIT"))
                .expectProblem(409, "ledger-account-reserved");
    }

    @Test
    void refusesAReasonInWhichNotEverythingCanBeSeen() {
        long account = account(creator, "CREATOR_EARNINGS");
        for (String hidden :
                List.of("refund of \u202e00.1 DSU\u202c for you", "a\u200bb", "\ufeffx", "x\u2028y", " ")) {
            Map<String, Object> asked = new HashMap<>(gift(account, "1"));
            asked.put("reason", hidden);
            assertThat(first.api("POST", "/api/v1/ledger/transactions", asked)
                            .expectProblem(422, "invalid-field")
                            .text("field"))
                    .isEqualTo("reason");
        }
    }

    @Test
    void refusesTimesThatTheBooksDoNotKeep() {
        for (String time : List.of("2110-01-01T00:00:00.0000071Z", "2200-01-01T00:00:00Z", "1969-12-31T00:00:00Z")) {
            Map<String, Object> asked = new HashMap<>(gift(account(creator, "CREATOR_EARNINGS"), "1"));
            asked.put("effectiveAt", time);
            first.api("POST", "/api/v1/ledger/transactions", asked).expect(422);
        }
    }

    @Test
    void movesNoMoreThanTheSettingSaysAllLegsTogether() {
        long account = account(creator, "CREATOR_EARNINGS");
        Map<String, Object> most = gift(account, "10000000000");
        first.api("POST", "/api/v1/ledger/transactions", most).expect(202);
        Map<String, Object> more = new HashMap<>(gift(account, "5000000000"));
        List<Object> legs = new ArrayList<>((List<?>) Objects.requireNonNull(more.get("legs")));
        legs.addAll((List<?>) Objects.requireNonNull(gift(account, "5000000001").get("legs")));
        more.put("legs", legs);
        HttpAnswer refused =
                first.api("POST", "/api/v1/ledger/transactions", more).expectProblem(422, "invalid-field");
        assertThat(refused.text("field")).isEqualTo("legs");
        assertThat(refused.text("detail")).contains("100,000,000.00 USD at most");
        first.api("GET", "/api/v1/ledger/hand-postings/" + more.get("id")).expect(404);
        Map<String, Object> longest = new HashMap<>(gift(account, "9".repeat(78)));
        longest.put(
                "legs", Collections.nCopies(64, ((List<?>) Objects.requireNonNull(longest.get("legs"))).getFirst()));
        first.api("POST", "/api/v1/ledger/transactions", longest).expectProblem(422, "invalid-field");
    }

    @Test
    void itsPageShowsTheBalancesBeforeAndAfterUntilItIsDecided() {
        SignedInUser seller = program.users().creator();
        long earnings = account(seller, "CREATOR_EARNINGS");
        String path = propose(gift(earnings, "250"));
        String page = path.replace("/api/v1/ledger", "/finance");
        assertThat(second.get("dash", page).expect(200).body())
                .contains("Balance now", "value=\"1.60\"", "value=\"4.10\"")
                .doesNotContain("notice warn");
        approve(path);
        assertThat(second.get("dash", page).expect(200).body()).doesNotContain("Balance now");
    }

    @Test
    void itsPageSaysWhichAccountTheLedgerWouldFindOverdrawn() {
        SignedInUser seller = program.users().creator();
        long earnings = account(seller, "CREATOR_EARNINGS");
        assertThat(pageOf(propose(turned(gift(earnings, "161")))))
                .contains("Creator earnings " + earnings + " would be overdrawn: only 1.60 USD of it is available.");
        assertThat(pageOf(propose(turned(gift(earnings, "160"))))).doesNotContain("notice warn");
    }

    @Test
    void itsPageSaysWhichAccountWithoutABoundWouldStandBelowZero() {
        String platform = "platform-" + UUID.randomUUID();
        long fees = unbounded(platform, AccountCode.PLATFORM_FEES);
        long clearing = unbounded(platform, AccountCode.PROVIDER_CLEARING);
        assertThat(pageOf(propose(turned(gift(fees, "5")))))
                .contains("Platform fees " + fees + " would stand below zero: at -0.05 USD.");
        assertThat(pageOf(propose(gift(clearing, "7"))))
                .contains("More would have left Provider clearing " + clearing + " than has come in: 0.07 USD more.");
        assertThat(pageOf(propose(turned(gift(clearing, "7"))))).doesNotContain("notice warn");
    }

    @Test
    void whatIsHeldBackLeavesTheBalanceAndWhatTakesAHoldBackShowsItsLegs() {
        SignedInUser seller = program.users().creator();
        long earnings = account(seller, "CREATOR_EARNINGS");
        Map<String, Object> hold = new HashMap<>(turned(gift(earnings, "100")));
        hold.put("kind", "PENDING");
        String path = propose(hold);
        assertThat(pageOf(path)).contains("value=\"1.60\"").doesNotContain("value=\"0.60\"");
        String posting = approve(path).path("posting").asString();
        String taken = pageOf(propose(
                Map.of("id", UUID.randomUUID(), "kind", "POST_PENDING", "refersTo", posting, "reason", "It came")));
        assertThat(taken).contains("1.00 USD", "value=\"1.60\"", "value=\"0.60\"");
    }

    @Test
    void theListShowsAmountAndBothAccountsOfEach() {
        SignedInUser seller = program.users().creator();
        long earnings = account(seller, "CREATOR_EARNINGS");
        propose(gift(earnings, "12345"));
        assertThat(second.get("dash", "/finance/hand-postings").expect(200).body())
                .contains("value=\"123.45\"", "/finance/accounts/" + earnings + "\">Creator earnings", ">Adjustments ");
    }

    private static String pageOf(String path) {
        return second.get("dash", path.replace("/api/v1/ledger", "/finance"))
                .expect(200)
                .body();
    }

    private static long unbounded(String owner, AccountCode code) {
        return program.bean(Ledger.class)
                .createAccount(NewLedgerAccount.unbounded(owner, code, Asset.USD))
                .value();
    }

    /** The same from the other account. */
    private static Map<String, Object> turned(Map<String, Object> gift) {
        Map<?, ?> leg = (Map<?, ?>) ((List<?>) Objects.requireNonNull(gift.get("legs"))).getFirst();
        Map<Object, Object> other = new HashMap<>(leg);
        other.put("debit", Objects.requireNonNull(leg.get("credit")));
        other.put("credit", Objects.requireNonNull(leg.get("debit")));
        Map<String, Object> turned = new HashMap<>(gift);
        turned.put("legs", List.of(other));
        return turned;
    }

    private static String propose(Map<String, ?> asked) {
        first.api("POST", "/api/v1/ledger/transactions", asked).expect(202);
        return "/api/v1/ledger/hand-postings/" + asked.get("id");
    }

    private static JsonNode approve(String path) {
        return second.api("POST", path + "/approval").expect(200).json();
    }

    private static Map<String, Object> gift(long account, String amount) {
        long adjustments = first.api(
                        "POST",
                        "/api/v1/ledger/accounts",
                        Map.of("ownerId", "house", "code", "ADJUSTMENTS", "asset", "USD/2", "side", "NONE"))
                .expect(201)
                .json()
                .path("id")
                .asLong();
        Map<String, Object> leg =
                Map.of("debit", adjustments, "credit", account, "amount", TestShop.usd(amount), "code", 1);
        return Map.of("id", UUID.randomUUID(), "kind", "POST", "legs", List.of(leg), "reason", "A gift for good work");
    }

    private static long account(SignedInUser owner, String code) {
        shop.paidTip(program.users().fan(), owner, "200");
        return first.api("GET", "/api/v1/ledger/accounts?owner=" + owner.id())
                .expect(200)
                .json()
                .valueStream()
                .filter(each -> each.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }
}
