package network.fanz.web.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.Shop;
import network.fanz.walkthrough.Answer;
import network.fanz.walkthrough.Person;
import network.fanz.walkthrough.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Finance looks through payments and gives one back. */
@Tag("database")
class PaymentPagesTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final Shop SHOP = new Shop(FANZ);
    private static final String ID = "019ab000-0000-7000-8000-000000000000";
    private static Visitor finance;
    private static Person fan;
    private static Person creator;

    @BeforeAll
    static void hireStaff() {
        finance = FANZ.people().staff(Role.FINANCE).visitor();
        fan = FANZ.people().fan();
        creator = FANZ.people().creator();
    }

    @Test
    void findsAPaymentByItsStateAndGivesItBack() {
        String id = SHOP.paidTip(fan, creator, "1234").text("id");
        String path = "/finance/payments/" + id;
        assertThat(finance.get("dash", "/finance/payments?state=settled")
                        .expect(200)
                        .body())
                .contains(path, "12.34");
        Answer page = finance.get("dash", path).expect(200);
        assertThat(page.body()).contains("12.34 USD", "referenceId=" + id);
        Answer given = finance.fill(page, path + "/refund", Map.of()).expect(200);
        assertThat(given.body()).contains("Given back in full.").doesNotContain(path + "/refund");
        assertThat(finance.get("dash", "/finance/payments?state=refunded").body())
                .contains(path);
        assertThat(finance.get("dash", "/finance/payments?state=settled").body())
                .doesNotContain(path);
    }

    @Test
    void aPostingLeadsToThePaymentThatItStandsFor() {
        String id = SHOP.paidTip(fan, creator, "1100").text("id");
        String seq = finance.api("GET", "/api/v1/ledger/journal?referenceId=" + id)
                .json()
                .path("items")
                .path(0)
                .path("seq")
                .asString();
        assertThat(finance.get("dash", "/finance/journal/" + seq).expect(200).body())
                .contains("/finance/payments/" + id);
    }

    @Test
    void showsWhatWasDeclinedWithTheReason() {
        Answer tip = SHOP.tip(fan, creator, "700").expect(201);
        SHOP.card(tip, Shop.NO_FUNDS);
        SHOP.settled(fan, tip);
        assertThat(finance.get("dash", "/finance/payments/" + tip.text("id"))
                        .expect(200)
                        .body())
                .contains("Insufficient funds.", "not enough in the account");
    }

    @Test
    void showsARefundThatTheBankRefused() {
        Answer tip = SHOP.tip(fan, creator, "600").expect(201);
        SHOP.card(tip, Shop.NO_REFUND);
        SHOP.settled(fan, tip);
        String path = "/finance/payments/" + tip.text("id");
        Answer page = finance.get("dash", path).expect(200);
        assertThat(finance.fill(page, path + "/refund", Map.of()).body())
                .contains("Asked for.", "Provider refused.", "Nothing went back");
    }

    @Test
    void pagesLeadOnFromAPlaceAndRefuseWhatIsNone() {
        String list = "/finance/payments";
        finance.get("dash", list + "?state=lost").expect(422);
        finance.get("dash", list + "?after=yesterday").expect(422);
        finance.get("dash", list + "?after=%2B300000-01-01T00:00:00Z_" + ID).expect(422);
        assertThat(finance.get("dash", list + "?after=2001-01-01T00:00:00Z_" + ID)
                        .expect(200)
                        .body())
                .contains("No such payment");
    }

    @Test
    void isForFinanceAlone() {
        fan.visitor().get("dash", "/finance/payments").expect(403);
        creator.visitor().get("dash", "/finance/payments").expect(403);
    }
}
