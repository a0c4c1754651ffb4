package network.fanz.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.tools.walkthrough.SignedInUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works that stand where a test wants them, whatever checks there are before. */
public final class TestReleases {
    private final RunningFanz program;
    private final JdbcClient owner;

    public TestReleases(RunningFanz program) {
        this.program = program;
        this.owner = JdbcClient.create(program.database().asOwner());
    }

    /** Where a work of this creator has come to a person; gives the release. */
    public UUID inReview(SignedInUser creator, String title) {
        return inReview(begun(creator, title));
    }

    /** The same for a film of six seconds, of which everything is made that would be shown. */
    public UUID filmInReview(SignedInUser creator, String title) {
        UUID release = begun(creator, title, TestFilms.clip(6, 320, 180));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> owner.sql("select derived is not null from catalogue.release where id = ?")
                        .param(release)
                        .query(Boolean.class)
                        .single());
        return inReview(release);
    }

    private UUID inReview(UUID release) {
        await().until(() ->
                List.of("HELD", "DERIVED", "SIGNALLED", "RECORDS", "REVIEW").contains(state(release)));
        put(release, "REVIEW");
        await().until(() ->
                owner.sql("select count(*) from moderation.review_item where release = ? and state = 'WAITING'")
                                .param(release)
                                .query(Integer.class)
                                .single()
                        == 1);
        return release;
    }

    public UUID begun(SignedInUser creator, String title) {
        return begun(creator, title, TestUploads.picture());
    }

    private UUID begun(SignedInUser creator, String title, byte[] file) {
        UUID upload = TestUploads.whole(program, creator, file);
        UUID work = UUID.fromString(creator.client()
                .api("POST", "/api/v1/works", Map.of("upload", upload.toString(), "title", title))
                .expect(201)
                .text("id"));
        return owner.sql("select id from catalogue.release where work = ?")
                .param(work)
                .query(UUID.class)
                .single();
    }

    public UUID work(UUID release) {
        return owner.sql("select work from catalogue.release where id = ?")
                .param(release)
                .query(UUID.class)
                .single();
    }

    public String state(UUID release) {
        return owner.sql("select state from catalogue.release where id = ?")
                .param(release)
                .query(String.class)
                .single();
    }

    public void put(UUID release, String state) {
        owner.sql("""
                update catalogue.release set state = ?, cause = null, held_in = null, tries = 0, version = version + 1,
                  next_at = now() - interval '1 second' where id = ?""").params(state, release).update();
    }

    public JdbcClient owner() {
        return owner;
    }
}
