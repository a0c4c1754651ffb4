package network.fanz.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.tools.walkthrough.SignedInUser;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works of creators in a running program. */
public final class TestWorks {
    private TestWorks() {}

    /** One that has just been begun, of these bytes. */
    public static String of(RunningFanz program, SignedInUser creator, byte[] file, String title) {
        return of(program, creator, file, Map.of("title", title));
    }

    private static String of(RunningFanz program, SignedInUser creator, byte[] file, Map<String, Object> words) {
        Map<String, Object> begun = new HashMap<>(words);
        begun.put("upload", TestUploads.whole(program, creator, file).toString());
        return creator.client().api("POST", "/api/v1/works", begun).expect(201).text("id");
    }

    /** A picture of which everything is made that would be shown, and that nobody has decided about. */
    public static String derived(RunningFanz program, SignedInUser creator, String title) {
        return derived(program, creator, Map.of("title", title));
    }

    /** The same, with more words. */
    public static String derived(RunningFanz program, SignedInUser creator, Map<String, Object> words) {
        String work = of(program, creator, TestUploads.picture(), words);
        Awaitility.await("what is shown of the picture")
                .until(() -> database(program)
                        .sql("select derived is not null from catalogue.release where work = ?::uuid")
                        .param(work)
                        .query(Boolean.class)
                        .single());
        return work;
    }

    /** One that is seen. Its last move is made in the database, in the place of the people and gates that would have to agree. */
    public static String picture(RunningFanz program, SignedInUser creator, WorkAudience audience, String title) {
        String work = derived(program, creator, title);
        show(creator, work, audience);
        publish(program, work);
        return work;
    }

    public static void show(SignedInUser creator, String work, WorkAudience audience) {
        show(creator, work, audience, "1250");
    }

    /** @param units what it costs, where it is sold */
    public static void show(SignedInUser creator, String work, WorkAudience audience, String units) {
        Map<String, Object> said = new HashMap<>(Map.of("audience", audience.name(), "warnings", List.of("NUDITY")));
        if (audience.isSold()) {
            said.put("price", TestShop.usd(units));
        }
        creator.client().api("PUT", "/api/v1/works/" + work + "/showing", said).expect(204);
    }

    public static void publish(RunningFanz program, String work) {
        Awaitility.await("a picture that is seen")
                .until(() -> database(program).sql("""
                                update catalogue.release set state = 'PUBLISHED', version = version + 1, cause = null, held_in = null,
                                  next_at = null, moved_at = now()
                                 where work = ?::uuid and derived is not null""").param(work).update() == 1);
    }

    private static JdbcClient database(RunningFanz program) {
        return JdbcClient.create(program.database().asOwner());
    }
}
