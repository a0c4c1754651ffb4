package network.fanz.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.content.intelligence.ImageHasher;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestUploads;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a bank knows goes no further, and its creator cannot tell which bank it was. */
@Tag("database")
class HashStepTest {
    private static final RunningFanz FANZ = RunningFanz.shared();

    private final SignedInUser creator = FANZ.users().verifiedCreator();

    @Test
    void whatABankKnowsIsHeldOrSealedAndLooksTheSame() {
        String held = work(banked(BankMeaning.OWN_BANNED));
        String sealed = work(banked(BankMeaning.CHILD_SAFETY));
        for (String work : List.of(held, sealed)) {
            await().untilAsserted(() -> assertThat(shown(work, "state")).isEqualTo("HELD"));
            assertThat(shown(work, "cause")).isEqualTo("STEP_MISSING");
        }
        assertThat(kept(held)).isEqualTo("HELD");
        assertThat(kept(sealed)).isEqualTo("SEALED");
        creator.client().api("POST", "/api/v1/works/" + sealed + "/withdrawal").expect(204);
        assertThat(shown(sealed, "state")).isEqualTo("WITHDRAWN");
        assertThat(kept(sealed)).isEqualTo("SEALED");
    }

    private static byte[] banked(BankMeaning meaning) {
        byte[] picture = TestUploads.picture();
        String digest = FANZ.bean(ImageHasher.class).hashes(picture).digests().sha256();
        BankAdministration banks = FANZ.bean(BankAdministration.class);
        Caller custodian = new Caller(
                new AccountId(UUID.randomUUID()),
                Set.of(Role.CUSTODIAN, Role.MODERATOR),
                true,
                new Origin("a test's", "a test's", null, "dash"));
        HashBank bank = banks.make("bank " + UUID.randomUUID(), "a test", meaning, custodian);
        banks.add(bank.id(), List.of(new NewHash(HashAlgorithm.SHA256, digest, null)), custodian);
        return picture;
    }

    private String work(byte[] picture) {
        UUID upload = TestUploads.whole(FANZ, creator, picture);
        return creator.client()
                .api("POST", "/api/v1/works", Map.of("upload", upload.toString(), "title", "By the sea"))
                .expect(201)
                .text("id");
    }

    private String shown(String work, String field) {
        return creator.client().api("GET", "/api/v1/works/" + work).expect(200).text(field);
    }

    private static String kept(String work) {
        return JdbcClient.create(FANZ.database().asOwner())
                .sql("select state from catalogue.release where work = ?::uuid")
                .param(work)
                .query(String.class)
                .single();
    }
}
