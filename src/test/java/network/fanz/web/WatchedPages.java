package network.fanz.web;

import static network.fanz.web.PageCatalogue.made;
import static network.fanz.web.PageCatalogue.page;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import network.fanz.content.catalogue.WorkAudience;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestShop;
import network.fanz.testing.TestWorks;
import network.fanz.tools.walkthrough.AgeDesk;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.web.PageCatalogue.ListedPage;
import network.fanz.web.PageCatalogue.PageViewer;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages on which published works are seen, or on which it is said why not. */
final class WatchedPages {
    private static final Map<WorkAudience, String> WORKS = new ConcurrentHashMap<>();

    private static final Set<String> ASSURED = ConcurrentHashMap.newKeySet();

    private WatchedPages() {}

    static Stream<ListedPage> all() {
        return Stream.of(
                page("tube", "/age/proof"),
                made("auth", WatchedPages::vendorsPage, PageViewer.VISITOR),
                made("tube", () -> watch(WorkAudience.EVERYONE), PageViewer.VISITOR),
                made("tube", WatchedPages::watchOfAge, PageViewer.WATCHER),
                made("elite", () -> watch(WorkAudience.SUPPORTERS), PageViewer.WATCHER),
                made("tube", () -> watch(WorkAudience.SUPPORTERS_AND_BUYERS), PageViewer.WATCHER),
                made("elite", () -> watch(WorkAudience.BUYERS), PageViewer.WATCHER),
                made("tube", () -> watch(WorkAudience.BUYERS) + "/purchase", PageViewer.WATCHER),
                made("tube", WatchedPages::boughtWork, PageViewer.WATCHER),
                made("tube", () -> "/age/proof?work=" + work(WorkAudience.EVERYONE), PageViewer.WATCHER),
                made("elite", () -> creators("/works"), PageViewer.WATCHER),
                made("tube", WatchedPages::foundWorks, PageViewer.WATCHER),
                page("elite", "/search?q=%22nothing+of+the+kind"),
                page("tube", "/search?q=sea&kind=drawing").answering(422),
                made("tube", () -> creators(""), PageViewer.WATCHER),
                made("tube", () -> "/studio/works/" + work(WorkAudience.SUPPORTERS) + "/showing", PageViewer.UPLOADER),
                made("tube", () -> "/studio/works/" + work(WorkAudience.SUPPORTERS) + "/figures", PageViewer.UPLOADER),
                made("tube", () -> "/studio/works/" + viewed() + "/figures", PageViewer.UPLOADER),
                page("tube", "/following", PageViewer.FAN),
                page("tube", "/history", PageViewer.FAN),
                made("elite", WatchedPages::following, PageViewer.WATCHER),
                made("elite", WatchedPages::watched, PageViewer.WATCHER));
    }

    private static String work(WorkAudience audience) {
        SignedInUser creator = PageViewer.UPLOADER.person();
        return WORKS.computeIfAbsent(
                audience,
                shown -> TestWorks.picture(
                        RunningFanz.shared(), creator, shown, "An evening by the sea with everybody"));
    }

    private static String watch(WorkAudience audience) {
        return "/watch/" + work(audience);
    }

    private static String watchOfAge() {
        SignedInUser watcher = PageViewer.WATCHER.person();
        if (ASSURED.add(watcher.id())) {
            AgeDesk.assure(watcher.client());
        }
        return watch(WorkAudience.EVERYONE);
    }

    private static String viewed() {
        String work = work(WorkAudience.EVERYONE);
        JdbcClient.create(RunningFanz.shared().database().asOwner())
                .sql("""
                insert into audience.day_total select ?::uuid, current_date - n, ?::uuid, 10 + n % 7, 9, 4, 30, 40 from generate_series(0, 20) n
                on conflict do nothing""")
                .params(work, PageViewer.UPLOADER.person().id())
                .update();
        return work;
    }

    private static String following() {
        creators("");
        PageViewer.WATCHER
                .person()
                .client()
                .api("PUT", "/api/v1/follows/" + PageViewer.UPLOADER.person().id())
                .expect(204);
        return "/following";
    }

    private static String watched() {
        watchOfAge();
        PageViewer.WATCHER
                .person()
                .client()
                .api("PUT", "/api/v1/history/" + work(WorkAudience.EVERYONE), Map.of("seconds", 754))
                .expect(204);
        return "/history";
    }

    /** The library of somebody who has bought one. */
    private static String boughtWork() {
        watchOfAge();
        RunningFanz program = RunningFanz.shared();
        SignedInUser fan = PageViewer.WATCHER.person();
        String work = TestWorks.picture(
                program, PageViewer.UPLOADER.person(), WorkAudience.BUYERS, "An evening in the mountains with nobody");
        TestShop shop = new TestShop(program);
        HttpAnswer payment = fan.client()
                .api("POST", "/api/v1/payments", Map.of("kind", "ppv", "work", work, "amount", TestShop.usd("1250")))
                .expect(201);
        shop.card(payment, TestShop.PAYS);
        shop.settled(fan, payment);
        Awaitility.await()
                .until(() ->
                        fan.client().api("GET", "/api/v1/bought-works").body().contains(work));
        return "/library";
    }

    private static String creators(String below) {
        work(WorkAudience.SUPPORTERS);
        work(WorkAudience.EVERYONE);
        return "/creators/" + PageViewer.UPLOADER.person().id() + below;
    }

    private static String foundWorks() {
        work(WorkAudience.SUPPORTERS);
        work(WorkAudience.EVERYONE);
        ProgramClient visitor = RunningFanz.shared().client();
        Awaitility.await()
                .until(() -> visitor.get("tube", "/search?q=evening").body().contains("An evening by the sea"));
        return "/search?q=evening&kind=picture";
    }

    private static String vendorsPage() {
        ProgramClient visitor = RunningFanz.shared().client();
        return visitor.submitForm(visitor.get("tube", "/age/proof").expect(200), "/age/proof", Map.of())
                .expect(200)
                .path();
    }
}
