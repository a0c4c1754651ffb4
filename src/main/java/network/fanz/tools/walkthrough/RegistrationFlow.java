package network.fanz.tools.walkthrough;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;

/** Flow 1: somebody registers, signs in with a second factor, and is known on every brand by that one sign-in. */
final class RegistrationFlow implements Walkthrough.WalkthroughFlow {
    @Override
    public int number() {
        return 1;
    }

    @Override
    public String name() {
        return "registration";
    }

    @Override
    public void walk(FlowReport report, FlowUsers users) {
        notEligible(report, users.address().client());
        registration(report, users, users.address().client());
        SignedInUser creator = secondFactor(report, users);
        oneSignIn(report, users.address().client(), creator);
    }

    private static void notEligible(FlowReport report, ProgramClient client) {
        report.step("somebody too young is refused");
        HttpAnswer answer =
                client.api("POST", "/api/v1/eligibility", Map.of("dateOfBirth", "2020-01-01", "country", "DE"));
        report.check("validateUserEligibility answers", 200, answer);
        report.check("it says under_age", answer.body().contains("under_age"));
        Map<String, Object> young = person();
        young.put("dateOfBirth", "2020-01-01");
        report.check(
                "and registration says no",
                client.api("POST", "/api/v1/registrations", young).status() / 100 == 4);
    }

    private static void registration(FlowReport report, FlowUsers users, ProgramClient client) {
        report.step("a fan registers");
        Map<String, Object> fan = person();
        UserFactory.readTerms(client, "terms", fan);
        String key = UUID.randomUUID().toString();
        HttpAnswer first = report.check(
                "initializeRegistration", 201, client.apiWithKey("POST", "/api/v1/registrations", fan, key));
        HttpAnswer again = client.apiWithKey("POST", "/api/v1/registrations", fan, key);
        report.check(
                "the same key gets the stored answer, byte for byte",
                again.body().equals(first.body()));
        fan.put("country", "FR");
        report.check(
                "the same key with another body is refused",
                422,
                client.apiWithKey("POST", "/api/v1/registrations", fan, key));
        report.step("the fan signs in");
        String email = String.valueOf(fan.get("email"));
        report.check(
                "a wrong password is refused",
                401,
                client.api("POST", "/api/v1/sessions", Map.of("email", email, "password", "not the right sentence")));
        HttpAnswer session =
                client.api("POST", "/api/v1/sessions", Map.of("email", email, "password", UserFactory.PASSWORD));
        report.check("the right one signs in", 201, session);
        client.withToken(session.text("token"));
        String account = first.text("account");
        HttpAnswer current = client.api("GET", "/api/v1/sessions/current").expect(200);
        report.check("the session knows whose it is", current.text("account").equals(account));
        HttpAnswer opened = users.staff(Role.FINANCE)
                .client()
                .api("GET", "/api/v1/ledger/accounts?owner=" + account)
                .expect(200);
        report.check(
                "a wallet is open for the fan in the ledger",
                opened.json().findValuesAsString("code").contains("FAN_WALLET"));
        HttpAnswer wallet = client.api("GET", "/api/v1/wallet").expect(200);
        report.check(
                "and nothing is in it",
                wallet.json().at("/balance/amount").asString().equals("0"));
    }

    private static SignedInUser secondFactor(FlowReport report, FlowUsers users) {
        report.step("a creator registers and sets up a second factor");
        SignedInUser creator = users.users().creator();
        HttpAnswer current = creator.client().api("GET", "/api/v1/sessions/current");
        report.check(
                "the session has its second factor",
                current.text("secondFactor").equals("given"));
        return creator;
    }

    private static void oneSignIn(FlowReport report, ProgramClient browser, SignedInUser creator) {
        report.step("the creator signs in once, in a browser on FanzTube");
        HttpAnswer signIn = browser.get("tube", "/library");
        report.check(
                "a page that needs an account leads to the sign-in host",
                signIn.brand().equals("auth"));
        HttpAnswer second = browser.submitForm(
                signIn, "/sign-in", Map.of("email", creator.email(), "password", creator.password()));
        report.check("the password alone is not enough", second.path().startsWith("/sign-in/factor"));
        HttpAnswer tube = withCode(browser, second, creator);
        report.check(
                "with the code FanzTube shows the library",
                tube.status() == 200 && tube.brand().equals("tube"));
        report.step("FanzEliteTube knows the creator by the same sign-in");
        HttpAnswer elite = browser.get("elite", "/library");
        report.check(
                "no second sign-in was asked",
                elite.status() == 200 && elite.brand().equals("elite"));
        report.step("signing out on one brand reaches the other");
        browser.submitForm(browser.get("auth", "/account"), "/sign-out", Map.of());
        report.check(
                "FanzTube asks for a sign-in again",
                browser.get("tube", "/library").brand().equals("auth"));
    }

    /** A code is good once: if the clock's half minute has one used up already, the next one is. */
    private static HttpAnswer withCode(ProgramClient browser, HttpAnswer page, SignedInUser user) {
        HttpAnswer answer = page;
        for (int i = 0; i < 3 && answer.path().startsWith("/sign-in/factor"); i++) {
            answer = browser.submitForm(answer, "/sign-in/factor", Map.of("code", user.nextCode()));
        }
        return answer;
    }

    static Map<String, Object> person() {
        Map<String, Object> person = new HashMap<>();
        person.put("email", "fan-" + UUID.randomUUID() + "@example.org");
        person.put("password", UserFactory.PASSWORD);
        person.put("name", "Robin Example");
        person.put("dateOfBirth", "1991-02-03");
        person.put("country", "DE");
        person.put("role", "FAN");
        return person;
    }
}
