package network.fanz.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.content.media.NewRendition;
import network.fanz.content.media.RenditionKind;
import network.fanz.content.media.renditions.RenditionKeeper;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestReleases;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film that waits for a person, over HTTP: who can play it, until when, and what is remembered of that. */
@Tag("database")
class ReviewFilmsTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final TestReleases RELEASES = new TestReleases(FANZ);
    private static final String ITEMS = "/api/v1/moderation/items/";
    private static final String SEGMENT = "480p/00001.m4s";

    private static SignedInUser moderator;
    private static SignedInUser colleague;
    private static SignedInUser creator;

    @TempDir
    Path folder;

    private final UUID item = RELEASES.inReview(creator, "A walk");

    @BeforeAll
    static void invite() {
        moderator = FANZ.users().staff(Role.MODERATOR);
        colleague = FANZ.users().staff(Role.MODERATOR);
        creator = FANZ.users().verifiedCreator();
    }

    /** What a film's rungs are called; that they can be decoded is shown where they are made. */
    @BeforeEach
    void keepAFilm() throws IOException {
        keep("master", new String[] {"master.m3u8", "a list of rungs"});
        keep("480p", new String[] {"480p/index.m3u8", "a list of segments"}, new String[] {SEGMENT, "pictures"});
    }

    @Test
    void isPlayedToWhoeverHasItInHandAndToNobodyElse() {
        moderator.client().api("POST", ITEMS + item + "/film").expectProblem(409, "review-claim-needed");
        take(moderator);
        String base = base(moderator);
        assertThat(part(moderator, base, "master.m3u8").expect(200).body()).isEqualTo("a list of rungs");
        HttpAnswer segment = part(moderator, base, SEGMENT).expect(200);
        assertThat(segment.body()).isEqualTo("pictures");
        assertThat(segment.header("Cache-Control")).isEqualTo("no-store");
        assertThat(segment.header("X-Content-Type-Options")).isEqualTo("nosniff");
        part(moderator, base, "picture.jpg").expect(404);
        part(moderator, base, "original").expect(404);
        part(colleague, base, SEGMENT).expectProblem(409, "review-claim-needed");
        assertThat(part(creator, base, SEGMENT).status()).isIn(403, 404);
    }

    @Test
    void anAddressIsForOneSessionAndOneFilm() {
        take(moderator);
        String base = base(moderator);
        FANZ.users().signIn(moderator).get("dash", base + SEGMENT).expect(404);
        UUID other = RELEASES.inReview(creator, "Another walk");
        moderator.client().api("POST", ITEMS + other + "/claim").expect(200);
        part(moderator, base.replace(item.toString(), other.toString()), SEGMENT)
                .expect(404);
        part(moderator, base, SEGMENT).expectProblem(409, "review-claim-needed");
    }

    @Test
    void anAddressEndsWithWhatItShows() throws IOException {
        take(moderator);
        String base = base(moderator);
        part(moderator, base, SEGMENT).expect(200);
        keep("480p", new String[] {"480p/index.m3u8", "a list of segments"}, new String[] {SEGMENT, "other pictures"});
        part(moderator, base, SEGMENT).expect(404);
        part(moderator, base(moderator), SEGMENT).expect(200);
    }

    @Test
    void anAddressWithAnotherEndIsNone() {
        take(moderator);
        String base = base(moderator);
        String token = base.substring(0, base.length() - 1).replaceFirst("^.*/", "");
        long until = Long.parseLong(token.replaceFirst("[.].*$", ""));
        assertThat(Instant.ofEpochSecond(until))
                .isBetween(Instant.now(), Instant.now().plusSeconds(605));
        for (String another : List.of(String.valueOf(until + 1), "+" + until, "0" + until, "", "-1", "9".repeat(19))) {
            part(moderator, base.replace(token, another + token.substring(token.indexOf('.'))), SEGMENT)
                    .expect(404);
        }
        part(moderator, base.replace(token, token.toUpperCase(Locale.ROOT)), SEGMENT)
                .expect(404);
    }

    @Test
    void aLookStandsInTheAuditLogOnceForAsLongAsItIsInHand() {
        take(moderator);
        String base = base(moderator);
        assertThat(looks()).isZero();
        part(moderator, base, SEGMENT).expect(200);
        part(moderator, base, "master.m3u8").expect(200);
        take(moderator);
        part(moderator, base(moderator), SEGMENT).expect(200);
        assertThat(looks()).isEqualTo(1);
        moderator.client().api("DELETE", "/api/v1/moderation/claims/current").expect(204);
        take(moderator);
        part(moderator, base(moderator), SEGMENT).expect(200);
        assertThat(looks()).isEqualTo(2);
    }

    @Test
    void thePageHasAPlayerThatBeginsVeiled() {
        take(moderator);
        String page = moderator
                .client()
                .get("dash", "/moderation/items/" + item)
                .expect(200)
                .body();
        assertThat(page).contains("<fz-film", "playlist=\"master.m3u8\"", "<video class=\"veil\" muted");
        assertThat(looks()).isZero();
    }

    private void keep(String bundle, String[]... files) throws IOException {
        List<NewRendition> made = new ArrayList<>();
        for (String[] file : files) {
            Path written = Files.writeString(folder.resolve(UUID.randomUUID().toString()), file[1]);
            boolean list = file[0].endsWith(".m3u8");
            made.add(new NewRendition(
                    file[0],
                    list ? RenditionKind.PLAYLIST : RenditionKind.SEGMENT,
                    list ? "application/vnd.apple.mpegurl" : "video/mp4",
                    0,
                    0,
                    written));
        }
        FANZ.bean(RenditionKeeper.class).keep(upload(), bundle, made);
    }

    private UUID upload() {
        return RELEASES.owner()
                .sql("select upload from catalogue.release where id = ?")
                .param(item)
                .query(UUID.class)
                .single();
    }

    private void take(SignedInUser person) {
        person.client().api("POST", ITEMS + item + "/claim").expect(200);
    }

    private String base(SignedInUser person) {
        return person.client().api("POST", ITEMS + item + "/film").expect(200).text("base");
    }

    private static HttpAnswer part(SignedInUser person, String base, String name) {
        return person.client().get("dash", base + name);
    }

    private int looks() {
        FANZ.settle();
        return RELEASES.owner()
                .sql("select count(*) from audit.entry where name = 'moderation.see_film' and subject = ?")
                .param("work:" + RELEASES.work(item))
                .query(Integer.class)
                .single();
    }
}
