package network.fanz.web.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.AccountId;
import network.fanz.common.Page;
import network.fanz.security.identity.Account;
import network.fanz.security.identity.Identity;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fan buys on the pages, without script: forms and links alone. */
@Tag("database")
class PurchasePagesTest {
    private static RunningFanz program;
    private static SignedInUser creator;
    private static SignedInUser fan;
    private static ProgramClient browser;
    private static Identity identity;

    @BeforeAll
    static void open() {
        program = RunningFanz.shared();
        creator = program.users().creator();
        fan = program.users().fan();
        browser = fan.client();
        identity = program.bean(Identity.class);
        program.users().creator();
    }

    @Test
    void tipsOnTheCreatorsPageAndPaysOnTheVendors() {
        HttpAnswer card = tip("12.50");
        assertThat(card.body()).contains("Pay 12.50 USD");
        HttpAnswer checkout = pay(card, TestShop.PAYS);
        assertThat(checkout.path()).startsWith("/checkout/");
        assertThat(checkout.body()).contains("Paid.", "FZ*MEDIA SERVICES 12.50");
        HttpAnswer wallet = browser.get("tube", "/wallet").expect(200);
        assertThat(wallet.body()).contains("12.50", "10.00", "2.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPENDED", "CLOSED"})
    void aCreatorWhoIsGoneHasNoPageWhoseNameCouldBeRead(String state) {
        SignedInUser gone = program.users().creator();
        assertThat(browser.get("tube", "/creators/" + gone.id()).expect(200).body())
                .contains("Leave a tip");
        JdbcClient.create(program.database().asOwner())
                .sql("""
                        update identity.account set state = :state,
                          email_lookup = case when :state = 'CLOSED' then null else email_lookup end
                         where id = cast(:id as uuid)""")
                .param("state", state)
                .param("id", gone.id())
                .update();
        HttpAnswer page = browser.get("tube", "/creators/" + gone.id());
        String name = identity.account(AccountId.of(gone.id())).orElseThrow().name();
        assertThat(page.expect(404).body()).doesNotContain(name);
    }

    @Test
    void aPassOfACreatorWhoIsGoneStandsInTheLibraryAndLeadsToNoPageThatIsNotThere() {
        SignedInUser leaving = program.users().creator();
        TestShop shop = new TestShop(program);
        String pass = shop.offerPass(leaving, "500").expect(201).text("id");
        HttpAnswer bought = fan.client()
                .api("POST", "/api/v1/payments", Map.of("kind", "pass", "pass", pass))
                .expect(201);
        shop.card(bought, TestShop.PAYS);
        String link = "/creators/" + leaving.id();
        await().until(() -> browser.get("tube", "/library").body().contains(link));
        JdbcClient.create(program.database().asOwner())
                .sql("update identity.account set state = 'SUSPENDED' where id = cast(? as uuid)")
                .param(leaving.id())
                .update();
        assertThat(browser.get("tube", "/library").expect(200).body())
                .contains("Holds")
                .doesNotContain(link);
    }

    @Test
    void saysInWordsThatTheBankSaidNo() {
        HttpAnswer card = tip("3.00");
        HttpAnswer checkout = pay(card, TestShop.NO_FUNDS);
        assertThat(checkout.body())
                .contains("Declined.", "not enough in the account", "Nothing was taken", "What it would have cost")
                .doesNotContain("What your statement", "FZ*MEDIA SERVICES", "gets what", "got what");
        String again = checkout.body().replaceFirst("(?s).*href=\"([^\"]*again=[^\"]*)\".*", "$1");
        assertThat(browser.get("tube", again).expect(200).body()).contains("value=\"3.00\"");
    }

    @Test
    void saysOnTheCheckoutThatARefundWasRefused() {
        HttpAnswer card = tip("4.00");
        HttpAnswer checkout = pay(card, TestShop.NO_REFUND);
        String path = checkout.path().replaceFirst("\\?.*", "");
        creator.client()
                .api("POST", "/api/v1/payments/" + path.substring("/checkout/".length()) + "/refund")
                .expect(200);
        assertThat(browser.get("tube", path).expect(200).body())
                .contains("Not given back.", "The bank will not take this payment back", "Paid.");
    }

    @Test
    void theWalletShowsEachPaymentOnceWithItsState() {
        tip("6.66");
        HttpAnswer card = tip("7.77");
        pay(card, TestShop.NO_FUNDS);
        String wallet =
                browser.get("tube", "/wallet?part=PURCHASES").expect(200).body();
        assertThat(wallet).contains("Your payments", "Tip to ", "7.77", "Declined", "6.66", "Waits for the card");
    }

    @Test
    void theWalletShowsOneMonthAndGivesItAsAFile() {
        HttpAnswer card = tip("9.21");
        browser.submitForm(card, card.path(), Map.of("number", TestShop.PAYS));
        String now = YearMonth.now(ZoneOffset.UTC).toString();
        assertThat(browser.get("tube", "/wallet?part=PURCHASES&month=" + now)
                        .expect(200)
                        .body())
                .contains("9.21", "/wallet/statement.csv?part=PURCHASES&amp;month=" + now);
        assertThat(browser.get("tube", "/wallet?part=PURCHASES&month=2026-01")
                        .expect(200)
                        .body())
                .contains("No payment, January 2026", "No row, January 2026")
                .doesNotContain("9.21", "/wallet/statement.csv");
        browser.get("tube", "/wallet?month=spring").expect(422);

        String file = "/wallet/statement.csv?part=PURCHASES&month=";
        String rows = browser.get("tube", file + now).expect(200).body();
        assertThat(rows).startsWith("\uFEFFtransfer,booked,what,payment,asset,amount,balance after\r\n");
        assertThat(rows.lines().filter(row -> row.contains(",USD,9.21,"))).hasSize(1);
        assertThat(browser.get("tube", file + "2026-01").expect(200).body().lines())
                .hasSize(1);
    }

    @Test
    void aStatementIsItsReadersOwnAndNobodyElses() {
        HttpAnswer card = tip("9.22");
        browser.submitForm(card, card.path(), Map.of("number", TestShop.PAYS));
        String path = "/wallet/statement.csv?part=PURCHASES";
        assertThat(browser.get("tube", path).expect(200).body()).contains("9.22");
        ProgramClient other = program.users().fan().client();
        assertThat(other.get("tube", path).expect(200).body().lines()).hasSize(1);
        assertThat(creator.client()
                        .get("tube", "/wallet/statement.csv")
                        .expect(200)
                        .body())
                .contains("Share of a tip")
                .doesNotContain("Card, for a");
    }

    @Test
    void aCreatorSeesTheSaleAndNotTheBuyersPageAndGivesItBack() {
        HttpAnswer card = tip("8.00");
        String path = pay(card, TestShop.PAYS).path().replaceFirst("\\?.*", "");
        ProgramClient seller = creator.client();
        HttpAnswer sale = seller.get("tube", path).expect(200);
        assertThat(sale.body())
                .contains("Who gets what", "6.40 USD", "Give it back in full")
                .doesNotContain("FZ*MEDIA SERVICES", "/sandbox/cards/");
        assertThat(browser.get("tube", path).body()).doesNotContain("Give it back in full");
        assertThat(seller.submitForm(sale, path + "/refund", Map.of())
                        .expect(200)
                        .body())
                .contains("Given back", "Nobody keeps anything", "Your share", "0.00 USD")
                .doesNotContain("Give it back in full", "6.40", "its fee");
        assertThat(browser.get("tube", path).body())
                .contains("given back in full on", "Given back", "0.00 USD")
                .doesNotContain("6.40", "Who got what");
        assertThat(browser.get("tube", "/wallet?part=PURCHASES").body())
                .containsPattern("Given back</span>\\s*<span[^>]*>on\\s+<time");
    }

    @Test
    void showsAWrongAmountBesideItsField() {
        HttpAnswer page = browser.get("tube", path()).expect(200);
        HttpAnswer refused = browser.submitForm(page, path() + "/tips", Map.of("amount", "0.10"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("An amount lies between", "value=\"0.10\"");
    }

    @Test
    void anAmountThatStandsInTheAddressOrTwiceInTheFormIsNotPaid() {
        HttpAnswer page = browser.get("tube", path()).expect(200);
        Map<String, String> fields = page.hiddenFields(path() + "/tips");
        String form = "_csrf=" + fields.get("_csrf") + "&_key=" + fields.get("_key") + "&amount=5.00";
        String type = "application/x-www-form-urlencoded";
        assertThat(browser.send("POST", "tube", path() + "/tips?amount=7.00", type, form)
                        .status())
                .isEqualTo(422);
        assertThat(browser.send("POST", "tube", path() + "/tips?%61mount=", type, form)
                        .status())
                .isEqualTo(422);
        assertThat(browser.send("POST", "tube", path() + "/tips", type, form + "&amount=9.00")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void sellsAPassAndShowsItInTheLibrary() {
        HttpAnswer offer = creator.client().get("elite", "/offer").expect(200);
        creator.client().submitForm(offer, "/offer", Map.of("price", "9.99")).expect(200);
        HttpAnswer page = browser.get("elite", path()).expect(200);
        assertThat(page.body()).contains("9.99");
        HttpAnswer card = browser.submitForm(page, path() + "/pass", Map.of("method", ""));
        browser.submitForm(card, card.path(), Map.of("number", TestShop.PAYS));
        await().until(() -> browser.get("elite", "/library").body().contains("Holds"));
    }

    @Test
    void neverTakesTheNewPriceForOneThatTheFanHasNotSeen() {
        SignedInUser other = program.users().creator();
        String path = "/creators/" + other.id();
        TestShop shop = new TestShop(program);
        shop.offerPass(other, "500").expect(201);
        HttpAnswer page = browser.get("tube", path).expect(200);
        shop.offerPass(other, "5000").expect(201);
        HttpAnswer refused = browser.submitForm(page, path + "/pass", Map.of("method", ""));
        assertThat(refused.expect(409).body()).contains("role=\"alert\"", "no longer sold like that", "50.00");
    }

    @Test
    void saysThatACardIsGoneWhichWasForgottenMeanwhile() {
        HttpAnswer page = browser.get("tube", path()).expect(200);
        HttpAnswer refused = browser.submitForm(
                page, path() + "/tips", Map.of("amount", "2.00", "method", "019ab000-0000-7000-8000-000000000000"));
        assertThat(refused.expect(422).body()).contains("role=\"alert\"");
    }

    @Test
    void choosingLightOrDarkAfterARefusalLeadsBackToThePageOfTheForm() {
        HttpAnswer page = browser.get("tube", path()).expect(200);
        HttpAnswer refused = browser.submitForm(page, path() + "/tips", Map.of("amount", "much"));
        HttpAnswer again = browser.submitForm(refused.expect(422), path() + "/tips", Map.of("amount", "too much"));
        Matcher link = Pattern.compile("href=\"(/scheme/dark[^\"]*)\"")
                .matcher(again.expect(422).body());
        assertThat(link.find()).isTrue();
        assertThat(browser.get("tube", link.group(1)).expect(200).path()).isEqualTo(path());
    }

    @Test
    void everyPageOfABrandLetsOneSignOut() {
        ProgramClient leaving = program.users().fan().client();
        HttpAnswer page = leaving.get("tube", "/creators").expect(200);
        assertThat(leaving.submitForm(page, "/sign-out", Map.of()).body()).contains("You are signed out");
        assertThat(leaving.api("GET", "/api/v1/library").status()).isEqualTo(401);
    }

    @Test
    void aCardNumberIsNotTakenInTheTipsForm() {
        HttpAnswer page = browser.get("tube", path()).expect(200);
        HttpAnswer refused = browser.submitForm(page, path() + "/tips", Map.of("amount", "4242 4242 4242 4242"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("entered on the payment provider").doesNotContain("4242");
    }

    @Test
    void everyCreatorIsOnSomePage() {
        Set<String> all = creators(2);
        assertThat(all).contains(creator.id());
        assertThat(all).isEqualTo(creators(200));
        String after =
                URLEncoder.encode(String.valueOf(identity.creators(null, 1).next()), StandardCharsets.UTF_8);
        assertThat(browser.get("tube", "/creators?after=" + after).expect(200).body())
                .doesNotContain("/creators/"
                        + identity.creators(null, 1).items().getFirst().id() + "\"");
    }

    private static Set<String> creators(int pageSize) {
        Set<String> all = new TreeSet<>();
        for (Page<Account> page = identity.creators(null, pageSize);
                ;
                page = identity.creators(page.next(), pageSize)) {
            page.items()
                    .forEach(account ->
                            assertThat(all.add(account.id().toString())).isTrue());
            if (page.next() == null) {
                return all;
            }
        }
    }

    @Test
    void aVisitorIsAskedToSignIn() {
        assertThat(program.client().get("tube", path()).expect(200).body()).contains("Sign in to support");
    }

    /** Types a card on the vendor's page; the page that it leads to looks again, as in a browser, until the bank has answered. */
    private static HttpAnswer pay(HttpAnswer card, String number) {
        HttpAnswer back = browser.submitForm(card, card.path(), Map.of("number", number));
        return await().until(() -> browser.get("tube", back.path()), page -> page.header("Refresh") == null);
    }

    private static HttpAnswer tip(String amount) {
        HttpAnswer page = browser.get("tube", path()).expect(200);
        return browser.submitForm(page, path() + "/tips", Map.of("amount", amount, "method", ""));
    }

    private static String path() {
        return "/creators/" + creator.id();
    }
}
