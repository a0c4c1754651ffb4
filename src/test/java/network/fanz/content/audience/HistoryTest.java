package network.fanz.content.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.audience.Audiences.Watcher;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestWorks;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What fans have watched, over HTTP. */
@Tag("database")
class HistoryTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final SignedInUser CREATOR = FANZ.verifiedCreator();
    private static final Audiences AUDIENCE = new Audiences(FANZ);
    private static final JdbcClient DATABASE = JdbcClient.create(FANZ.database().asOwner());

    private final Watcher fan = AUDIENCE.fan();
    private String work;

    @BeforeEach
    void watch() {
        work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "Seen yesterday evening");
        fan.picture(work);
        AUDIENCE.write();
    }

    @Test
    void whatWasWatchedStandsInOnesOwnHistoryAlone() {
        assertThat(history()).contains(work);
        assertThat(page().body()).contains("Seen yesterday evening");
        Watcher other = AUDIENCE.fan();
        assertThat(other.client().api("GET", "/api/v1/history").expect(200).body())
                .doesNotContain(work);
        assertThat(other.client().get("tube", "/history").body()).doesNotContain("Seen yesterday evening");
        other.client().api("DELETE", "/api/v1/history/" + work).expect(204);
        other.client().api("DELETE", "/api/v1/history").expect(204);
        assertThat(history()).contains(work);
        FANZ.client().api("GET", "/api/v1/history").expect(401);
    }

    @Test
    void oneOrAllAreRemovedAndNothingIsRememberedWhilePaused() {
        fan.client().submitForm(page(), "/history/" + work + "/removal", Map.of());
        assertThat(history()).doesNotContain(work);
        keep(fan, 12).expect(204);
        fan.client().submitForm(page(), "/history/removal", Map.of());
        assertThat(history()).doesNotContain(work);
        fan.client().submitForm(page(), "/history/remembering", Map.of());
        fan.picture(work);
        AUDIENCE.write();
        keep(fan, 12).expect(204);
        assertThat(history()).doesNotContain(work);
        fan.client().submitForm(page(), "/history/remembering", Map.of());
        fan.picture(work);
        AUDIENCE.write();
        assertThat(history()).contains(work);
    }

    @Test
    void aFilmGoesOnWhereItsViewerStopped() {
        AUDIENCE.makeFilm(work, 3);
        keep(fan, 754).expect(204);
        assertThat(fan.client().api("GET", "/api/v1/history").expect(200).body())
                .contains("\"seconds\":754");
        keep(fan, -1).expect(422);
        keep(fan, WatchHistory.SECONDS_MAX + 1).expect(422);
        SignedInUser young = FANZ.users().fan();
        young.client()
                .api("PUT", "/api/v1/history/" + work, Map.of("seconds", 3))
                .expect(404);
        fan.client()
                .api("PUT", "/api/v1/history/" + UUID.randomUUID(), Map.of("seconds", 3))
                .expect(404);
    }

    @Test
    void aWorkThatIsGoneKeepsItsLineAndLosesItsWords() {
        CREATOR.client().api("POST", "/api/v1/works/" + work + "/withdrawal").expect(204);
        assertThat(page().body()).contains("Not shown any more").doesNotContain("Seen yesterday evening");
    }

    @Test
    void whatAnErasedFanHasWatchedIsGoneWithTheirKey() {
        assertThat(DATABASE.sql(
                                "select count(*) from audience.watched where position(?::text in encode(work, 'escape')) > 0")
                        .param(work)
                        .query(Integer.class)
                        .single())
                .isZero();
        UUID id = UUID.fromString(String.valueOf(fan.id()));
        FANZ.bean(Vault.class).forget(id);
        assertThat(FANZ.bean(WatchHistory.class).of(new AccountId(id), null, 10).items())
                .isEmpty();
    }

    @Test
    void onlyTheLatestAreRemembered() {
        DATABASE.sql("""
                insert into audience.watched select ?::uuid, sha256(n::text::bytea), '\\x00', 0, now() - n * interval '1 minute'
                from generate_series(1, ?) n""").params(fan.id(), WatchHistory.MAX).update();
        String another = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "One more");
        fan.picture(another);
        AUDIENCE.write();
        assertThat(DATABASE.sql("select count(*) from audience.watched where fan = ?::uuid")
                        .param(fan.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(WatchHistory.MAX);
    }

    private String history() {
        return fan.client().api("GET", "/api/v1/history").expect(200).body();
    }

    private HttpAnswer page() {
        return fan.client().get("tube", "/history").expect(200);
    }

    private HttpAnswer keep(Watcher watcher, int seconds) {
        return watcher.client().api("PUT", "/api/v1/history/" + work, Map.of("seconds", seconds));
    }
}
