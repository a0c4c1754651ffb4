package network.fanz.content.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;
import network.fanz.content.audience.Audiences.Watcher;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestWorks;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How views are counted, over HTTP. */
@Tag("database")
class ViewsTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final SignedInUser CREATOR = FANZ.verifiedCreator();
    private static final Audiences AUDIENCE = new Audiences(FANZ);
    private static final JdbcClient DATABASE = JdbcClient.create(FANZ.database().asOwner());

    private String work;

    @BeforeEach
    void publish() {
        work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "Counted");
    }

    @Test
    void whoeverAsksAgainIsCountedOnceAndSomebodyElseAlso() {
        assertThat(figure("views")).isNull();
        Watcher fan = AUDIENCE.fan();
        fan.picture(work);
        fan.picture(work);
        AUDIENCE.write();
        fan.picture(work);
        AUDIENCE.write();
        assertThat(figure("views")).isEqualTo("1");
        AUDIENCE.fan().picture(work);
        AUDIENCE.visitor().picture(work);
        AUDIENCE.write();
        assertThat(figure("views")).isEqualTo("3");
        assertThat(figure("viewers")).isEqualTo("3");
        assertThat(figure("sharePercent")).isNull();
    }

    @Test
    void whoeverComesBackAfterHalfAnHourHasAnotherViewAndIsTheSameViewer() {
        Watcher fan = AUDIENCE.fan();
        fan.picture(work);
        AUDIENCE.write();
        for (int again = 0; again < 6; again++) {
            AUDIENCE.later(work, "31 minutes");
            fan.picture(work);
            AUDIENCE.write();
        }
        assertThat(figure("views")).isEqualTo("5");
        assertThat(figure("viewers")).isEqualTo("1");
    }

    @Test
    void aViewThatAClockAheadHasWrittenHidesNone() {
        Watcher fan = AUDIENCE.fan();
        fan.picture(work);
        AUDIENCE.write();
        AUDIENCE.later(work, "-1 year");
        fan.picture(work);
        AUDIENCE.write();
        assertThat(rows()).isEqualTo(2);
        FANZ.run("audience.tell");
        FANZ.run("audience.forget");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void neitherTheCreatorNorStaffNorProgramsNorPartsOfItCount() {
        new Watcher(FANZ, CREATOR.client()).assured().picture(work);
        new Watcher(FANZ, FANZ.users().staff(Role.MODERATOR).client()).assured().picture(work);
        Watcher program = AUDIENCE.fan();
        program.client().withHeader("User-Agent", "Mozilla/5.0 (compatible; ExampleBot/1.0)");
        program.picture(work);
        Watcher ahead = AUDIENCE.fan();
        ahead.client().withHeader("Sec-Purpose", "prefetch");
        ahead.picture(work);
        Watcher stretch = AUDIENCE.fan();
        String base = stretch.base(work);
        stretch.client().send("HEAD", "tube", base + "picture.jpg", null, null).expect(200);
        stretch.client().send("GET", "tube", base + "thumbnail.jpg", null, null).expect(200);
        stretch.client().withHeader("Range", "bytes=0-9");
        stretch.client().send("GET", "tube", base + "picture.jpg", null, null).expect(206);
        AUDIENCE.write();
        assertThat(rows()).isZero();
        assertThat(figure("views")).isNull();
    }

    @Test
    void ofAFilmItIsToldHowMuchWasSentAndPiecesCountOnce() {
        AUDIENCE.makeFilm(work, 10);
        Watcher fan = AUDIENCE.fan();
        fan.segment(work, "720p", 1);
        AUDIENCE.write();
        fan.segment(work, "360p", 1);
        fan.segment(work, "720p", 2);
        fan.segment(work, "720p", 3);
        AUDIENCE.write();
        assertThat(figure("views")).isEqualTo("1");
        assertThat(figure("sharePercent")).isEqualTo("30.0");
    }

    @Test
    void theLastPieceOfALongFilmIsNoView() {
        AUDIENCE.makeFilm(work, 11);
        Watcher fan = AUDIENCE.fan();
        fan.segment(work, "720p", 11);
        AUDIENCE.write();
        assertThat(rows()).isZero();
        fan.segment(work, "720p", 1);
        AUDIENCE.write();
        assertThat(figure("views")).isEqualTo("1");
        assertThat(figure("sharePercent")).isEqualTo("18.1");
    }

    @Test
    void twoNodesMakeOneView() {
        Watcher fan = AUDIENCE.fan();
        fan.picture(work);
        AUDIENCE.write();
        try (RunningFanz other = FANZ.another("--fanz.objects.folder=" + Audiences.objects(FANZ))) {
            new Watcher(other, fan.client().forProgram(other.address())).picture(work);
            other.run("audience.write");
        }
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whatWasNotWrittenYetIsWrittenAtTheStop() {
        Watcher fan = AUDIENCE.fan();
        try (RunningFanz other =
                FANZ.another("--fanz.objects.folder=" + Audiences.objects(FANZ), "--fanz.audience.written-after=1m")) {
            new Watcher(other, fan.client().forProgram(other.address())).picture(work);
        }
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void strangersOfOneNetworkMakeNoMoreThanABoundedNumberOfViews() {
        Watcher visitor = AUDIENCE.visitor();
        visitor.picture(work);
        AUDIENCE.write();
        DATABASE.sql("""
                insert into audience.view select gen_random_uuid(), work, creator, sha256(n::text::bytea), network, day, began_at, last_at,
                  film, pieces, sent, parts, told from audience.view, generate_series(2, ?) n where work = ?::uuid""").params(ViewRules.OF_NETWORK_MAX, work).update();
        AUDIENCE.visitor().picture(work);
        AUDIENCE.fan().picture(work);
        AUDIENCE.write();
        assertThat(rows()).isEqualTo(ViewRules.OF_NETWORK_MAX + 1);
    }

    @Test
    void totalsThatWereLostComeOutEqualWhenTheyAreCountedAnew() {
        AUDIENCE.makeFilm(work, 10);
        for (Watcher watcher : List.of(AUDIENCE.fan(), AUDIENCE.fan(), AUDIENCE.visitor())) {
            watcher.segment(work, "720p", 1);
            AUDIENCE.write();
            watcher.segment(work, "720p", 4);
        }
        AUDIENCE.write();
        List<Map<String, Object>> before = totals();
        FANZ.run("audience.count");
        assertThat(totals()).as("nothing was wrong with them").isEqualTo(before);
        String all = sumOfToday();
        DATABASE.sql("update audience.day_total set views = 7, film_sent = 1 where work = ?::uuid")
                .param(work)
                .update();
        DATABASE.sql("update audience.day_sum set views = 0").update();
        FANZ.run("audience.count");
        assertThat(totals()).isEqualTo(before);
        assertThat(sumOfToday()).isEqualTo(all);
    }

    @Test
    void eachViewIsToldOnceAndSaysNothingOfItsViewer() {
        Watcher fan = AUDIENCE.fan();
        fan.picture(work);
        AUDIENCE.write();
        AUDIENCE.later(work, "2 minutes");
        FANZ.run("audience.tell");
        FANZ.run("audience.tell");
        List<String> told = DATABASE.sql(
                        "select payload::text from events.event where type = 'views_counted' and key = ?")
                .param(work)
                .query(String.class)
                .list();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).contains(CREATOR.id()).doesNotContain(fan.id());
    }

    @Test
    void figuresAreTheCreatorsAndTheStaffsAlone() {
        AUDIENCE.fan().picture(work);
        AUDIENCE.write();
        String path = "/api/v1/works/" + work + "/analytics";
        SignedInUser other = FANZ.users().creator();
        other.client().api("GET", path).expect(404);
        FANZ.users().fan().client().api("GET", path).expect(403);
        FANZ.client().api("GET", path).expect(401);
        assertThat(said(other.client().api("GET", "/api/v1/views/total"), "views"))
                .isNull();
        SignedInUser analyst = FANZ.users().staff(Role.ANALYST);
        assertThat(analyst.client().api("GET", path).expect(200).text("views")).isEqualTo("1");
        analyst.client()
                .api("GET", "/api/v1/works/" + UUID.randomUUID() + "/analytics")
                .expect(404);
        long own = Long.parseLong(
                CREATOR.client().api("GET", "/api/v1/views/total").expect(200).text("views"));
        long all = Long.parseLong(
                analyst.client().api("GET", "/api/v1/views/total").expect(200).text("views"));
        assertThat(all).isGreaterThanOrEqualTo(own).isPositive();
        CREATOR.client().api("GET", path + "?days=0").expect(422);
        CREATOR.client().api("GET", path + "?days=366").expect(422);
    }

    private @Nullable String figure(String name) {
        return said(CREATOR.client().api("GET", "/api/v1/works/" + work + "/analytics"), name);
    }

    private static @Nullable String said(HttpAnswer answer, String name) {
        JsonNode value = answer.expect(200).json().path(name);
        return value.isNull() || value.isMissingNode() ? null : value.asString();
    }

    private int rows() {
        return DATABASE.sql("select count(*) from audience.view where work = ?::uuid")
                .param(work)
                .query(Integer.class)
                .single();
    }

    private List<Map<String, Object>> totals() {
        return DATABASE.sql("select * from audience.day_total where work = ?::uuid order by day")
                .param(work)
                .query()
                .listOfRows();
    }

    private static String sumOfToday() {
        return DATABASE.sql("select views from audience.day_sum where day = ?")
                .param(LocalDate.now(ZoneOffset.UTC))
                .query(String.class)
                .single();
    }
}
