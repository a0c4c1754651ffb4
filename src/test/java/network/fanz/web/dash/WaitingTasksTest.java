package network.fanz.web.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.Handle;
import network.fanz.common.Role;
import network.fanz.content.catalogue.Handles;
import network.fanz.content.introductions.Introduction;
import network.fanz.content.introductions.Introductions;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever opens FanzDash sees at once what waits for their decision, and nobody sees what is not theirs to decide. */
@Tag("database")
class WaitingTasksTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final String REQUESTS = "href=\"/finance/refund-requests\"";
    private static final String INTRODUCTIONS = "href=\"/users/introductions\"";

    private final SignedInUser fan = FANZ.users().fan();
    private final SignedInUser creator = FANZ.users().creator();
    private final ProgramClient finance = FANZ.users().staff(Role.FINANCE).client();

    @Test
    void aRequestThatFinanceHasWaitsForFinanceAndIsLateOnceItsTimeIsOver() {
        String payment = withFinance();
        assertThat(overview(finance)).contains("Waits for you", REQUESTS);
        assertThat(overview(FANZ.users().administrator().client())).contains(REQUESTS);
        assertThat(overview(FANZ.users().staff(Role.ANALYST).client())).doesNotContain(REQUESTS);
        JdbcClient.create(FANZ.database().asOwner()).sql("""
                        update payments.refund_request set with_finance_since = with_finance_since - interval '60 days'
                         where payment = ?::uuid""").param(payment).update();
        assertThat(overview(finance)).contains("Late", "should have been answered by now");
        finance.api("POST", path(payment) + "/decline", Map.of("answer", "The terms say so."))
                .expect(200);
    }

    @Test
    void anIntroductionWaitsForAdministratorsAlone() {
        AccountId id = AccountId.of(creator.id());
        FANZ.bean(Handles.class)
                .choose(id, new Handle("pots" + creator.id().replace("-", "").substring(20)));
        FANZ.bean(Introductions.class).propose(id, new Introduction("Pots and pans.", List.of()));
        assertThat(overview(FANZ.users().administrator().client())).contains(INTRODUCTIONS);
        assertThat(overview(finance)).doesNotContain(INTRODUCTIONS);
    }

    private String withFinance() {
        String payment = new TestShop(FANZ).paidTip(fan, creator, "700").text("id");
        fan.client()
                .api("POST", path(payment), Map.of("reason", "I meant somebody else."))
                .expect(200);
        creator.client()
                .api("POST", path(payment) + "/decline", Map.of("answer", "It was used up."))
                .expect(200);
        return payment;
    }

    private static String path(String payment) {
        return "/api/v1/payments/" + payment + "/refund-request";
    }

    private static String overview(ProgramClient reader) {
        return reader.get("dash", "/").expect(200).body();
    }
}
