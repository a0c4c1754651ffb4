package network.fanz.web.dash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A payment whose money went back without us is booked by hand once, and its page says so. */
@Tag("database")
class PaymentBookingTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final TestShop SHOP = new TestShop(FANZ);
    private static final String UNBOOKED = "/finance/payments?takenBack=unbooked";
    private static final Map<String, String> WHOLE =
            Map.of("share", "20.80", "fee", "5.20", "reason", "The bank took it");

    private final ProgramClient first = FANZ.users().staff(Role.FINANCE).client();
    private final ProgramClient second = FANZ.users().staff(Role.FINANCE).client();
    private final SignedInUser creator = FANZ.users().creator();
    private final String id = disputed();
    private final String path = "/finance/payments/" + id;

    @Test
    void waitsForFinanceUntilItIsBookedInOnePostingOfBothLegs() {
        assertThat(first.get("dash", "/").expect(200).body()).contains("taken back", "href=\"" + UNBOOKED + "\"");
        assertThat(listed()).contains(path);
        assertThat(page().body())
                .contains("value=\"20.80\"", "value=\"5.20\"", path + "/booking", "Unless that was done already");
        String posting = propose();
        assertThat(page().body()).contains("about this payment waits").doesNotContain(path + "/booking");
        assertThat(second.get("dash", posting).expect(200).body())
                .contains("href=\"" + path + "\"", "20.80 USD", "5.20 USD");
        assertThat(listed()).contains(path);
        approve(posting);
        assertThat(page().body())
                .contains("Booked on ", "What was taken is booked by hand.", posting)
                .doesNotContain(path + "/booking", "Unless that was done already", "about this payment waits");
        await().untilAsserted(() -> assertThat(listed()).doesNotContain(path));
        assertThat(first.get("dash", UNBOOKED.replace("unbooked", "disputed")).body())
                .contains(path);
    }

    @Test
    void theJournalFindsWhatWasBookedByHandByThePaymentsId() {
        assertThat(hands()).isZero();
        approve(propose());
        assertThat(hands()).isEqualTo(2);
        assertThat(first.api("GET", "/api/v1/ledger/journal?referenceId=" + UUID.randomUUID())
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void isNotBookedBeyondItsPriceNeitherWhileOneWaitsNorAfterwards() {
        HttpAnswer asked = page();
        String posting = propose();
        assertThat(first.submitForm(asked, path + "/booking", WHOLE).expect(422).body())
                .contains("would move 52.00 USD, and its price is 26.00 USD");
        approve(posting);
        HttpAnswer more = propose("521", id);
        assertThat(more.expectProblem(422, "invalid-field").text("field")).isEqualTo("about");
        Map<String, String> byHand = new HashMap<>(
                Map.of("debit", Long.toString(earnings()), "credit", Long.toString(clearing()), "amount", "0.01"));
        byHand.putAll(Map.of("reason", "Once more", "about", id));
        HttpAnswer list = first.get("dash", "/finance/hand-postings").expect(200);
        assertThat(first.submitForm(list, "/finance/hand-postings", byHand)
                        .expect(422)
                        .body())
                .contains("id=\"about-error\"", "26.01 USD");
    }

    @Test
    void isAskedForAgainWhereTheProposalWasRejectedOrTheBookingTakenBack() {
        String rejected = propose();
        second.api("POST", api(rejected) + "/rejection").expect(200);
        assertThat(page().body()).contains("Rejected", path + "/booking");
        String posting = propose();
        approve(posting);
        String inLedger = first.api("GET", api(posting)).text("posting");
        Map<String, Object> back =
                Map.of("id", UUID.randomUUID(), "kind", "REVERSAL", "refersTo", inLedger, "reason", "Wrong");
        first.api("POST", "/api/v1/ledger/transactions", back).expect(202);
        first.api("POST", "/api/v1/ledger/transactions", back).expect(202);
        await().untilAsserted(() -> assertThat(listed()).doesNotContain(path));
        second.api("POST", "/api/v1/ledger/hand-postings/" + back.get("id") + "/approval")
                .expect(200);
        assertThat(page().body()).contains(path + "/booking").doesNotContain("Booked on ");
        await().untilAsserted(() -> assertThat(listed()).contains(path));
        propose();
    }

    @Test
    void refusesWhatIsAboutNoPaymentThatWasTakenBack() {
        String paid = SHOP.paidTip(FANZ.users().fan(), creator, "300").text("id");
        assertThat(propose("1", paid).expectProblem(422, "invalid-field").text("detail"))
                .contains("was not taken back");
        assertThat(propose("1", UUID.randomUUID().toString())
                        .expectProblem(422, "invalid-field")
                        .text("detail"))
                .contains("no payment of this id");
        HttpAnswer asked = page();
        assertThat(first.submitForm(asked, path + "/booking", Map.of("share", "0", "fee", "0", "reason", "Nothing"))
                        .expect(422)
                        .body())
                .contains("id=\"share-error\"");
        HttpAnswer list = first.get("dash", "/finance/hand-postings").expect(200);
        assertThat(first.submitForm(list, "/finance/hand-postings", Map.of("about", id.substring(0, 8)))
                        .expect(422)
                        .body())
                .contains("id=\"about-error\"");
    }

    private HttpAnswer propose(String units, String about) {
        Map<String, Object> leg =
                Map.of("debit", earnings(), "credit", clearing(), "amount", TestShop.usd(units), "code", 1);
        return first.api(
                "POST",
                "/api/v1/ledger/transactions",
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "kind",
                        "POST",
                        "legs",
                        List.of(leg),
                        "about",
                        about,
                        "reason",
                        "Test"));
    }

    /** @return where the proposal is */
    private String propose() {
        String said =
                first.submitForm(page(), path + "/booking", WHOLE).expect(200).body();
        Matcher link = Pattern.compile("/finance/hand-postings/[0-9a-f-]{36}").matcher(said);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private void approve(String posting) {
        assertThat(second.api("POST", api(posting) + "/approval").expect(200).text("state"))
                .isEqualTo("RECORDED");
    }

    private static String api(String posting) {
        return posting.replace("/finance", "/api/v1/ledger");
    }

    private HttpAnswer page() {
        return first.get("dash", path).expect(200);
    }

    private String listed() {
        return first.get("dash", UNBOOKED).expect(200).body();
    }

    private long hands() {
        return first.api("GET", "/api/v1/ledger/journal?referenceId=" + id)
                .json()
                .path("items")
                .valueStream()
                .filter(line -> line.path("referenceType").asString().equals("hand"))
                .count();
    }

    private long earnings() {
        return account(creator.id(), "CREATOR_EARNINGS");
    }

    private long clearing() {
        return account("provider:sandbox", "PROVIDER_CLEARING");
    }

    private long account(String owner, String code) {
        return first.api("GET", "/api/v1/ledger/accounts?owner=" + owner)
                .json()
                .valueStream()
                .filter(account -> account.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    private String disputed() {
        SignedInUser fan = FANZ.users().fan();
        HttpAnswer tip = SHOP.tip(fan, creator, "2600").expect(201);
        SHOP.card(tip, TestShop.DISPUTED);
        await().until(() -> SHOP.now(fan, tip).body().contains("\"takenBack\":\"DISPUTED\""));
        return tip.text("id");
    }
}
