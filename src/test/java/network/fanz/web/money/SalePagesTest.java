package network.fanz.web.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a creator sees of their sales and supporters, and where their short address leads. */
@Tag("database")
class SalePagesTest {
    private static final RunningFanz FANZ = RunningFanz.shared();

    private final TestShop shop = new TestShop(FANZ);
    private final SignedInUser creator = FANZ.users().creator();
    private final String handle = "noor_" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void salesStandInColumnsAndWhatWentBackIsNotEarned() {
        SignedInUser fan = FANZ.users().fan("Bea Fan", FANZ.client());
        shop.paidTip(fan, creator, "1250");
        HttpAnswer back = shop.paidTip(fan, creator, "3300");
        creator.client()
                .api("POST", "/api/v1/payments/" + back.text("id") + "/refund")
                .expect(200);
        String page = creator.client().get("tube", "/sales").expect(200).body();
        assertThat(page)
                .contains("Tip from Bea Fan", "data-label=\"Paid\">12.50", "data-label=\"Fee\">2.50")
                .contains("data-label=\"Your share\">10.00", "data-label=\"Your share\">0.00", "Given back")
                .contains("; in all 10.00 USD\"", "highest 10.00 USD");
        fan.client().get("tube", "/sales").expect(403);
    }

    @Test
    void supportersAreThoseWhoHavePaidForAPass() {
        SignedInUser fan = FANZ.users().fan("Bea Fan", FANZ.client());
        shop.paidTip(FANZ.users().fan("Tim Tipper", FANZ.client()), creator, "500");
        String pass = shop.offerPass(creator, "900").expect(201).text("id");
        for (int bought = 0; bought < 2; bought++) {
            HttpAnswer payment = shop.buyPass(fan, pass).expect(201);
            shop.card(payment, TestShop.PAYS);
            shop.settled(fan, payment);
        }
        FANZ.settle();
        String page = creator.client().get("tube", "/supporters").expect(200).body();
        assertThat(page).containsOnlyOnce("Bea Fan").contains(">Paid</span>").doesNotContain("Tim Tipper");
    }

    @Test
    void aShortAddressLeadsToItsCreatorForEver() {
        String other = "x" + handle;
        assertThat(take(creator, handle).body()).contains("/@" + handle);
        assertThat(take(creator, other.toUpperCase(java.util.Locale.ROOT)).body())
                .contains("/@" + other);
        SignedInUser second = FANZ.users().creator();
        assertThat(take(second, handle).body()).contains("id=\"handle-error\"", "is taken");
        for (String name : new String[] {handle, other}) {
            HttpAnswer page = FANZ.client().get("tube", "/@" + name);
            assertThat(page.path()).isEqualTo("/creators/" + creator.id());
        }
        FANZ.client().get("tube", "/@" + handle + "x").expect(404);
    }

    private static HttpAnswer take(SignedInUser who, String handle) {
        HttpAnswer page = who.client().get("tube", "/offer").expect(200);
        return who.client().submitForm(page, "/offer/handle", Map.of("handle", handle));
    }
}
