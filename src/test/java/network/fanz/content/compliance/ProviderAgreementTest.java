package network.fanz.content.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import network.fanz.common.AccountId;
import network.fanz.common.InvalidField;
import network.fanz.security.audit.Audit;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestDatabase;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agreement that creators sign: by somebody who is known, in their name, and anew for each version. */
@Tag("database")
class ProviderAgreementTest {
    private static final String FIRST = "Our agreement\n\nBe kind.";

    @TempDir
    private Path texts;

    @Test
    void onlyWhoeverIsKnownSignsInTheirOwnName() {
        RunningFanz program = RunningFanz.shared();
        ProviderAgreement agreement = program.bean(ProviderAgreement.class);
        AccountId stranger = AccountId.of(program.users().creator().id());
        assertThatThrownBy(() -> agreement.sign(stranger, 1, "Ada Maker", true)).isInstanceOf(IdentityFirst.class);
        SignedInUser creator = program.verifiedCreator();
        AccountId id = AccountId.of(creator.id());
        assertThat(agreement.standing(id).isSigned()).isTrue();
        assertThatThrownBy(() -> agreement.sign(id, 2, "Ada Maker", true)).isInstanceOf(AgreementChanged.class);
        assertThatThrownBy(() -> agreement.sign(id, 1, "Eve Other", true)).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> agreement.sign(id, 1, "Ada Maker", false)).isInstanceOf(InvalidField.class);
        agreement.sign(id, 1, "Ada Maker", true);
        await().untilAsserted(() -> assertThat(program.bean(Audit.class)
                        .entries("account:" + id, null, null)
                        .items())
                .filteredOn(entry -> entry.name().equals("compliance.sign_agreement"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("agreement", "1")
                        .containsEntry("sha256", agreement.current().sha256())));
    }

    @Test
    void aNewVersionIsSignedAnewAndAnOldOneNeverChanges() throws IOException {
        TestDatabase database = TestDatabase.fresh();
        write(1, FIRST);
        SignedInUser creator;
        Path folder;
        try (RunningFanz program = start(database)) {
            folder = program.folder();
            creator = program.verifiedCreator();
            assertThat(program.bean(ProviderAgreement.class).current().text()).isEqualTo(FIRST);
            write(2, FIRST + " And careful.");
            try (RunningFanz next = program.another("--fanz.provider-agreement.folder=" + texts)) {
                ProviderAgreement agreement = next.bean(ProviderAgreement.class);
                AgreementStanding standing = agreement.standing(AccountId.of(creator.id()));
                assertThat(standing.current()).isEqualTo(2);
                assertThat(standing.isSigned()).isFalse();
                assertThat(program.bean(ProviderAgreement.class).current().number())
                        .isEqualTo(2);
                agreement.sign(AccountId.of(creator.id()), 2, "Ada Maker", true);
                assertThat(agreement.standing(AccountId.of(creator.id())).isSigned())
                        .isTrue();
                assertThat(agreement.version(1).orElseThrow().text()).isEqualTo(FIRST);
            }
            write(1, FIRST + " Mostly.");
            assertThatThrownBy(() -> program.another("--fanz.provider-agreement.folder=" + texts))
                    .hasStackTraceContaining("was published with another text");
        }
        assertThat(folder).isNotNull();
    }

    @Test
    void counselIsNamedByAnAdministratorOnceAndForGood() {
        try (RunningFanz program = RunningFanz.start()) {
            SignedInUser administrator = program.users().administrator();
            String path = "/api/v1/compliance/agreement/1/review";
            administrator.client().api("POST", path, Map.of("reviewedBy", "")).expectProblem(422, "invalid-field");
            administrator
                    .client()
                    .api("POST", path, Map.of("reviewedBy", "Firm & Sons, file 7"))
                    .expect(204);
            administrator
                    .client()
                    .api("POST", path, Map.of("reviewedBy", "Others"))
                    .expect(204);
            assertThat(program.bean(ProviderAgreement.class).current().reviewedBy())
                    .isEqualTo("Firm & Sons, file 7");
            assertThat(program.users()
                            .creator()
                            .client()
                            .get("auth", "/account/agreement")
                            .body())
                    .contains("Reviewed by counsel: Firm &amp; Sons, file 7")
                    .doesNotContain("This text is not reviewed by counsel.");
            assertThat(administrator
                            .client()
                            .get("dash", "/compliance/agreement")
                            .expect(200)
                            .body())
                    .contains("Firm &amp; Sons, file 7");
        }
    }

    private RunningFanz start(TestDatabase database) {
        return RunningFanz.over(database, "--fanz.provider-agreement.folder=" + texts);
    }

    private void write(int number, String text) throws IOException {
        Files.writeString(texts.resolve("provider-agreement-" + number + ".txt"), text);
    }
}
