package network.fanz.web.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Role;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.HandPostings;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NewHandPosting;
import network.fanz.finance.ledger.NewLedgerAccount;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.web.PostedSale;
import network.fanz.web.show.PublicNames;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The books in FanzDash, from a sum down to the block. */
@Tag("database")
class FinancePagesTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static ProgramClient finance;
    private static ProgramClient fan;

    @BeforeAll
    static void hireStaff() {
        finance = page(FANZ.users().staff(Role.FINANCE));
        fan = page(FANZ.users().fan());
        PostedSale.seq();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/finance/trial-balance", "/finance/journal", "/finance/journal.csv", "/finance/blocks/1"})
    void onlyFinanceSeesThem(String path) {
        finance.get("dash", path).expect(200);
        fan.get("dash", path).expect(403);
    }

    @Test
    void aSumLeadsToItsTransfers() {
        String page = finance.get("dash", "/finance/trial-balance").expect(200).body();
        assertThat(page).contains("Debits equal credits");
        assertThat(page).contains("href=\"/finance/journal?code=creator_earnings&amp;asset=USD\"");
        long newest = sold();
        assertThat(finance.get("dash", "/finance/journal?code=creator_earnings&asset=USD")
                        .expect(200)
                        .body())
                .contains("href=\"/finance/journal/" + newest + "\"");
    }

    /** One more sale, for the list begins with the newest. */
    private static long sold() {
        Ledger ledger = FANZ.bean(Ledger.class);
        String owner = UUID.randomUUID().toString();
        LedgerAccountId bank =
                ledger.createAccount(NewLedgerAccount.unbounded(owner, AccountCode.PROVIDER_CLEARING, Asset.USD));
        LedgerAccountId creator =
                ledger.createAccount(NewLedgerAccount.credit(owner, AccountCode.CREATOR_EARNINGS, Asset.USD));
        List<Leg> legs = List.of(new Leg(bank, creator, Money.of(Asset.USD, 100), 3));
        Posting sale = Posting.post(UUID.randomUUID(), legs, "payment", owner, Instant.now());
        return ((PostingOutcome.Accepted) ledger.recordTransaction(Keeper.PAYMENTS, sale)).firstSeq();
    }

    @Test
    void aPaymentBehindAFigureLeadsToItsTransfers() {
        SignedInUser buyer = FANZ.users().fan();
        TestShop shop = new TestShop(FANZ);
        String payment = shop.paidTip(buyer, FANZ.users().creator(), "1250").text("id");
        String link = "/finance/journal?referenceType=payment&referenceId=" + payment;
        Awaitility.await()
                .untilAsserted(() -> assertThat(finance.get("dash", "/figures/volume?period=7d")
                                .expect(200)
                                .body())
                        .contains("href=\"" + link.replace("&", "&amp;") + "\""));
        assertThat(finance.get("dash", link).expect(200).body()).contains("12.50", payment);
    }

    @Test
    void aTransferLeadsToItsEntriesAndTheirBlock() {
        String page = finance.get("dash", "/finance/journal/" + PostedSale.seq())
                .expect(200)
                .body();
        assertThat(page).contains("1,234.50", "2.50", "as written", "/finance/blocks/" + PostedSale.block());
        assertThat(finance.get("dash", "/finance/blocks/" + PostedSale.block())
                        .expect(200)
                        .body())
                .contains("as written", "1,234.50");
        assertThat(finance.get("dash", "/finance/accounts/" + PostedSale.account())
                        .expect(200)
                        .body())
                .contains("1,234.50");
    }

    @Test
    void theJournalNamesEachAccountAndItsOwner() {
        SignedInUser creator = FANZ.users().creator();
        new TestShop(FANZ).paidTip(FANZ.users().fan(), creator, "1300");
        String name = FANZ.bean(PublicNames.class).of(new AccountId(UUID.fromString(creator.id())));
        String page = finance.get("dash", "/finance/journal?code=creator_earnings")
                .expect(200)
                .body();
        assertThat(page).contains("Creator earnings <span class=\"mono\">", "<bdi>" + name + "</bdi>");
        assertThat(page).contains("Fan purchases <span class=\"mono\">");
        String posting =
                finance.get("dash", "/finance/journal/" + PostedSale.seq()).body();
        assertThat(posting).contains("<bdi>shown</bdi>");
    }

    @Test
    void theBalanceOfADayOrATransferIsAskedForInAField() {
        String page = finance.get("dash", "/finance/trial-balance").expect(200).body();
        assertThat(page).contains("name=\"asOf\"");
        assertThat(finance.get("dash", "/finance/trial-balance?asOf=1")
                        .expect(200)
                        .body())
                .contains("As of transfer 1<");
        assertThat(finance.get("dash", "/finance/trial-balance?asOf=2001-01-01")
                        .expect(200)
                        .body())
                .contains("Nothing had been posted by then");
        assertThat(finance.get("dash", "/finance/trial-balance?asOf=2199-01-01")
                        .expect(200)
                        .body())
                .contains("Debits equal credits");
        finance.get("dash", "/finance/trial-balance?asOf=yesterday").expect(422);
    }

    @Test
    void balanceAndStatementComeAsFiles() {
        assertThat(finance.get("dash", "/finance/trial-balance.csv").expect(200).body())
                .startsWith("\uFEFFas of transfer,asset,account,accounts,debit,credit")
                .contains(",USD,creator_earnings,");
        assertThat(finance.get("dash", "/finance/accounts/" + PostedSale.account() + "/statement.csv")
                        .expect(200)
                        .body())
                .contains("1234.50");
    }

    @Test
    void aBlockIsShownStretchByStretch() {
        String path = "/finance/blocks/" + PostedSale.block();
        String whole = finance.get("dash", path).expect(200).body();
        assertThat(whole).contains("href=\"/finance/journal/" + PostedSale.seq() + "\"");
        String before = finance.get("dash", path + "?after=" + PostedSale.seq())
                .expect(200)
                .body();
        assertThat(before).doesNotContain("href=\"/finance/journal/" + PostedSale.seq() + "\"");
    }

    @Test
    void theFilterStandsInTheAddress() {
        String page = finance.get("dash", "/finance/journal?referenceType=payment&kind=post")
                .expect(200)
                .body();
        assertThat(page)
                .contains("value=\"payment\" selected", "journal.csv?kind=post&amp;referenceType=payment")
                .contains(">Posting by hand</option>");
        assertThat(finance.get("dash", "/finance/journal?referenceId=nothing")
                        .expect(200)
                        .body())
                .contains("No transfer matches");
        finance.get("dash", "/finance/journal?from=yesterday").expect(422);
        finance.get("dash", "/finance/journal/999999999").expect(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/finance/journal?from=yesterday&asset=USD,from,yesterday,a day such as 2026-03-01",
        "/finance/journal?referenceType=Zahlung,referenceType,Zahlung,Choose one from the list.",
        "/finance/journal?code=nowhere,code,nowhere,a place in the chart of accounts",
        "/finance/trial-balance?asOf=yesterday,asOf,yesterday,or a day such as 2026-03-31",
        "/finance/payments?state=lost,state,lost,Choose one from the list."
    })
    void aFilterThatCannotBeReadStandsAsTypedWithTheReasonAndWithoutRows(
            String path, String field, String typed, String reason) {
        String page = finance.get("dash", path).expect(422).body();
        assertThat(page).contains("id=\"" + field + "\" name=\"" + field + "\"", "value=\"" + typed + "\"");
        assertThat(page).contains("id=\"" + field + "-error\"", reason, "No rows are shown");
        assertThat(page).doesNotContain("<tbody", "download");
        assertThat(page.contains("value=\"USD\"")).isEqualTo(path.contains("USD"));
    }

    @Test
    void aSpreadsheetTakesNothingForAFormula() {
        String csv = finance.get("dash", "/finance/journal.csv?account=" + PostedSale.account())
                .expect(200)
                .body();
        assertThat(csv.lines().toList()).hasSize(2);
        assertThat(csv).contains("USD,1234.50,yes,3,").contains("\"'=1+1,\"\"quoted\"\"\"");
    }

    @Test
    void filesNameEachAccountAndItsOwnerAndSayWhatMovesABalance() {
        SignedInUser creator = FANZ.users().creator();
        String payment =
                new TestShop(FANZ).paidTip(FANZ.users().fan(), creator, "1300").text("id");
        String name = FANZ.bean(PublicNames.class).of(new AccountId(UUID.fromString(creator.id())));
        List<String> rows = finance.get("dash", "/finance/journal.csv?referenceType=payment&referenceId=" + payment)
                .expect(200)
                .body()
                .lines()
                .toList();
        assertThat(rows.getFirst()).contains("credit account,credit account is,credit account of,");
        assertThat(rows).anyMatch(row -> row.contains(",Creator earnings," + name + ",USD,"));
        assertThat(rows)
                .filteredOn(row -> row.contains(",PENDING,"))
                .isNotEmpty()
                .allMatch(row -> row.contains(",no,"));
        assertThat(rows)
                .filteredOn(row -> row.contains(",POST_PENDING,"))
                .isNotEmpty()
                .allMatch(row -> row.contains(",yes,"));
    }

    @Test
    void filesSayWhySomethingWasPostedByHand() {
        Ledger ledger = FANZ.bean(Ledger.class);
        HandPostings byHand = FANZ.bean(HandPostings.class);
        String owner = "till-" + UUID.randomUUID();
        LedgerAccountId bank = ledger.createAccount(NewLedgerAccount.unbounded(owner, AccountCode.BANK, Asset.USD));
        LedgerAccountId other =
                ledger.createAccount(NewLedgerAccount.unbounded(owner, AccountCode.ADJUSTMENTS, Asset.USD));
        List<Leg> legs = List.of(new Leg(bank, other, Money.of(Asset.USD, 70), 9));
        NewHandPosting asked = new NewHandPosting(
                UUID.randomUUID(), PostingKind.POST, legs, null, null, null, null, "=The till was short");
        byHand.propose(asked, somebodyOfFinance());
        byHand.approve(asked.id(), somebodyOfFinance());
        for (String file :
                List.of("/finance/accounts/" + bank + "/statement.csv", "/finance/journal.csv?account=" + bank)) {
            assertThat(finance.get("dash", file).expect(200).body())
                    .contains(",'=The till was short", "Adjustments," + owner);
        }
    }

    private static AccountId somebodyOfFinance() {
        return new AccountId(UUID.fromString(FANZ.users().staff(Role.FINANCE).id()));
    }

    /** More than ten thousand lines, and none is left out. */
    @Test
    void aLongJournalIsWrittenWhole() {
        Ledger ledger = FANZ.bean(Ledger.class);
        String owner = UUID.randomUUID().toString();
        LedgerAccountId bank =
                ledger.createAccount(NewLedgerAccount.unbounded(owner, AccountCode.PROVIDER_CLEARING, Asset.USD));
        LedgerAccountId fees =
                ledger.createAccount(NewLedgerAccount.credit(owner, AccountCode.PLATFORM_FEES, Asset.USD));
        List<Leg> legs = Collections.nCopies(64, new Leg(bank, fees, Money.of(Asset.USD, 1), 2));
        int postings = 158;
        IntStream.range(0, postings)
                .parallel()
                .forEach(number -> ledger.recordTransaction(
                        Keeper.PAYMENTS, Posting.post(UUID.randomUUID(), legs, "payment", "long", Instant.now())));
        String csv = finance.get("dash", "/finance/journal.csv?account=" + fees)
                .expect(200)
                .body();
        assertThat(csv.lines()).hasSize(1 + postings * 64).doesNotHaveDuplicates();
    }

    private static ProgramClient page(SignedInUser user) {
        ProgramClient client = FANZ.client().withHeader("Accept", "text/html");
        client.cookie("dash", "fanz_session", String.valueOf(user.client().token()));
        return client;
    }
}
