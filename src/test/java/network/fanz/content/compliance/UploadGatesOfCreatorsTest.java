package network.fanz.content.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import network.fanz.common.AccountId;
import network.fanz.common.Role;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.IdentityDesk;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody uploads whose identity is not verified or who has not signed the agreement, and whoever loses either stops at once. */
@Tag("database")
class UploadGatesOfCreatorsTest {
    private final RunningFanz program = RunningFanz.shared();
    private final SignedInUser creator = program.users().creator();

    @Test
    void identityThenAgreementThenUploadsUntilStaffWithdraw() {
        refused("Show who you are first", "/account/before-uploads");
        assertThat(page()).contains("You cannot send anything yet.", "/account/before-uploads");
        IdentityDesk.show(creator, "approve");
        IdentityDesk.await(creator, "VERIFIED");
        refused("Sign the agreement first", "/account/agreement");
        IdentityDesk.sign(creator);
        begin().expect(201);
        assertThat(page()).doesNotContain("You cannot send anything yet.").contains("Choose files");
        Verifications verifications = program.bean(Verifications.class);
        AccountId id = AccountId.of(creator.id());
        verifications.withdraw(
                AccountId.of(program.users().staff(Role.CUSTODIAN).id()),
                verifications.ofCreator(id).getFirst().id(),
                WithdrawalReason.AGE_DOUBTED);
        refused("Show who you are first", "/account/before-uploads");
    }

    private void refused(String why, String where) {
        assertThat(begin().expectProblem(409, "upload-not-allowed").text("detail"))
                .contains(why, where);
    }

    private HttpAnswer begin() {
        return creator.client()
                .forProgram(program.address())
                .withHeader("Tus-Resumable", "1.0.0")
                .withHeader("Upload-Length", "1000")
                .api("POST", "/api/v1/uploads");
    }

    private String page() {
        return creator.client().get("tube", "/studio/uploads").expect(200).body();
    }
}
