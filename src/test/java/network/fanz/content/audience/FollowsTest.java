package network.fanz.content.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestWorks;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom fans follow, over HTTP. */
@Tag("database")
class FollowsTest {
    private static final RunningFanz FANZ = RunningFanz.shared();
    private static final SignedInUser CREATOR = FANZ.verifiedCreator();

    private final SignedInUser fan = FANZ.users().fan();

    @Test
    void aButtonOnTheCreatorsPageFollowsAndAnotherEndsIt() {
        String work = TestWorks.picture(FANZ, CREATOR, WorkAudience.EVERYONE, "New of whom I follow");
        String path = "/creators/" + CREATOR.id();
        long before = followers(CREATOR);
        HttpAnswer page = fan.client().get("tube", path).expect(200);
        fan.client().submitForm(page, path + "/follow", Map.of()).expect(200);
        fan.client().submitForm(page, path + "/follow", Map.of()).expect(200);
        assertThat(followers(CREATOR)).isEqualTo(before + 1);
        assertThat(fan.client().get("elite", "/following").expect(200).body())
                .contains("New of whom I follow", "/watch/" + work)
                .doesNotContain("/media/");
        assertThat(fan.client().api("GET", "/api/v1/follows/works").expect(200).body())
                .contains(work);
        assertThat(FANZ.users()
                        .fan()
                        .client()
                        .api("GET", "/api/v1/follows/works")
                        .body())
                .doesNotContain(work);
        HttpAnswer now = fan.client().get("tube", path).expect(200);
        fan.client().submitForm(now, path + "/unfollow", Map.of()).expect(200);
        assertThat(followers(CREATOR)).isEqualTo(before);
        assertThat(fan.client().get("tube", "/following").body()).contains("You follow nobody");
    }

    @Test
    void whoIsSuspendedVanishesAndComesBack() {
        SignedInUser creator = FANZ.users().creator();
        follow(fan, creator).expect(204);
        state(creator, "SUSPENDED");
        assertThat(fan.client().api("GET", "/api/v1/follows").body()).doesNotContain(creator.id());
        assertThat(fan.client().get("tube", "/following").body()).contains("You follow nobody");
        follow(FANZ.users().fan(), creator).expect(404);
        state(creator, "ACTIVE");
        assertThat(fan.client().api("GET", "/api/v1/follows").body()).contains(creator.id());
    }

    @Test
    void nobodyFollowsThemselvesOrWhoIsNoCreatorOrMoreThanABoundedNumber() {
        follow(CREATOR, CREATOR).expect(422);
        follow(fan, FANZ.users().fan()).expect(404);
        fan.client().api("PUT", "/api/v1/follows/" + UUID.randomUUID()).expect(404);
        FANZ.client().api("PUT", "/api/v1/follows/" + CREATOR.id()).expect(401);
        JdbcClient.create(FANZ.database().asOwner())
                .sql("insert into audience.follow select ?::uuid, gen_random_uuid(), now() from generate_series(1, ?)")
                .params(fan.id(), Follows.MAX)
                .update();
        follow(fan, CREATOR).expect(422);
        follow(fan, CREATOR).expect(422);
    }

    private static HttpAnswer follow(SignedInUser who, SignedInUser whom) {
        return who.client().api("PUT", "/api/v1/follows/" + whom.id());
    }

    private static long followers(SignedInUser creator) {
        return Long.parseLong(creator.client()
                .api("GET", "/api/v1/followers/count")
                .expect(200)
                .text("followers"));
    }

    private static void state(SignedInUser creator, String state) {
        JdbcClient.create(FANZ.database().asOwner())
                .sql("update identity.account set state = ? where id = ?::uuid")
                .params(state, creator.id())
                .update();
    }
}
