package network.fanz.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.content.intelligence.ImageHasher;
import network.fanz.content.intelligence.PdqHash;
import network.fanz.content.media.FilmFrames;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestFilms;
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
            assertThat(shown(work, "cause")).isEqualTo("SAYS_TOO_LITTLE");
        }
        assertThat(kept(held)).isEqualTo("HELD");
        assertThat(kept(sealed)).isEqualTo("SEALED");
        creator.client().api("POST", "/api/v1/works/" + sealed + "/withdrawal").expect(204);
        assertThat(shown(sealed, "state")).isEqualTo("WITHDRAWN");
        assertThat(kept(sealed)).isEqualTo("SEALED");
    }

    @Test
    void aFilmIsKnownByOneOfItsFrames() throws Exception {
        byte[] film = TestFilms.clip(4, 320, 180);
        UUID upload = TestUploads.whole(FANZ, creator, film);
        List<PdqHash> frames = new ArrayList<>();
        FANZ.bean(FilmFrames.class).each(upload, (at, image) -> frames.add(looks(image)));
        NewHash known = new NewHash(HashAlgorithm.PDQ, frames.getLast().hex(), null);
        bank(BankMeaning.OWN_BANNED, known);
        await().untilAsserted(() ->
                assertThat(FANZ.bean(HashBanks.class).matches(known)).isNotEmpty());
        String work = workOf(upload);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(kept(work)).isEqualTo("HELD"));
        assertThat(shown(work, "cause")).isEqualTo("SAYS_TOO_LITTLE");
    }

    @Test
    void aFilmThatNoBankKnowsIsMade() {
        String work = work(TestFilms.clip(4, 320, 240));
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(kept(work)).isNotIn("RECEIVED", "SNIFFED", "HASHED"));
        assertThat(heldIn(work)).isNotEqualTo("SNIFFED");
    }

    @Test
    void aFilmThatCannotBeReadIsNotAccepted() {
        byte[] broken = Arrays.copyOf(TestFilms.clip(1, 320, 240), 600);
        String work = work(broken);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(kept(work)).isEqualTo("REJECTED"));
        assertThat(shown(work, "cause")).isEqualTo("UNREADABLE");
    }

    private static PdqHash looks(BufferedImage image) {
        return FANZ.bean(ImageHasher.class).looks(image).getFirst().hash();
    }

    private static byte[] banked(BankMeaning meaning) {
        byte[] picture = TestUploads.picture();
        String digest = FANZ.bean(ImageHasher.class).hashes(picture).digests().sha256();
        bank(meaning, new NewHash(HashAlgorithm.SHA256, digest, null));
        return picture;
    }

    private static void bank(BankMeaning meaning, NewHash hash) {
        BankAdministration banks = FANZ.bean(BankAdministration.class);
        Caller custodian = new Caller(
                new AccountId(UUID.randomUUID()),
                Set.of(Role.CUSTODIAN, Role.MODERATOR),
                true,
                new Origin("a test's", "a test's", null, "dash"));
        HashBank bank = banks.make("bank " + UUID.randomUUID(), "a test", meaning, custodian);
        banks.add(bank.id(), List.of(hash), custodian);
    }

    private String work(byte[] picture) {
        return workOf(TestUploads.whole(FANZ, creator, picture));
    }

    private String workOf(UUID upload) {
        return creator.client()
                .api("POST", "/api/v1/works", Map.of("upload", upload.toString(), "title", "By the sea"))
                .expect(201)
                .text("id");
    }

    private String shown(String work, String field) {
        return creator.client().api("GET", "/api/v1/works/" + work).expect(200).text(field);
    }

    private static String heldIn(String work) {
        return JdbcClient.create(FANZ.database().asOwner())
                .sql("select coalesce(held_in, '') from catalogue.release where work = ?::uuid")
                .param(work)
                .query(String.class)
                .single();
    }

    private static String kept(String work) {
        return JdbcClient.create(FANZ.database().asOwner())
                .sql("select state from catalogue.release where work = ?::uuid")
                .param(work)
                .query(String.class)
                .single();
    }
}
