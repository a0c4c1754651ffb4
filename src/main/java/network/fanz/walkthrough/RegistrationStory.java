package network.fanz.walkthrough;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Role;

/** Flow 1: somebody registers, signs in with a second factor, and is known on every brand by that one sign-in. */
final class RegistrationStory implements Walkthrough.Story {
    @Override
    public int number() {
        return 1;
    }

    @Override
    public String name() {
        return "registration";
    }

    @Override
    public void walk(Flow flow, Cast cast) {
        notEligible(flow, cast.place().visitor());
        registration(flow, cast, cast.place().visitor());
        Person creator = secondFactor(flow, cast);
        oneSignIn(flow, cast.place().visitor(), creator);
    }

    private static void notEligible(Flow flow, Visitor visitor) {
        flow.step("somebody too young is refused");
        Answer answer =
                visitor.api("POST", "/api/v1/eligibility", Map.of("dateOfBirth", "2020-01-01", "country", "DE"));
        flow.check("validateUserEligibility answers", 200, answer);
        flow.check("it says under_age", answer.body().contains("under_age"));
        Map<String, Object> young = person();
        young.put("dateOfBirth", "2020-01-01");
        flow.check(
                "and registration says no",
                visitor.api("POST", "/api/v1/registrations", young).status() / 100 == 4);
    }

    private static void registration(Flow flow, Cast cast, Visitor visitor) {
        flow.step("a fan registers");
        Map<String, Object> fan = person();
        String key = UUID.randomUUID().toString();
        Answer first = flow.check(
                "initializeRegistration", 201, visitor.apiWithKey("POST", "/api/v1/registrations", fan, key));
        Answer again = visitor.apiWithKey("POST", "/api/v1/registrations", fan, key);
        flow.check(
                "the same key gets the stored answer, byte for byte",
                again.body().equals(first.body()));
        fan.put("country", "FR");
        flow.check(
                "the same key with another body is refused",
                422,
                visitor.apiWithKey("POST", "/api/v1/registrations", fan, key));
        flow.step("the fan signs in");
        String email = String.valueOf(fan.get("email"));
        flow.check(
                "a wrong password is refused",
                401,
                visitor.api("POST", "/api/v1/sessions", Map.of("email", email, "password", "not the right sentence")));
        Answer session = visitor.api("POST", "/api/v1/sessions", Map.of("email", email, "password", People.PASSWORD));
        flow.check("the right one signs in", 201, session);
        visitor.withToken(session.text("token"));
        String account = first.text("account");
        Answer current = visitor.api("GET", "/api/v1/sessions/current").expect(200);
        flow.check("the session knows whose it is", current.text("account").equals(account));
        Answer opened = cast.staff(Role.FINANCE)
                .visitor()
                .api("GET", "/api/v1/ledger/accounts?owner=" + account)
                .expect(200);
        flow.check(
                "a wallet is open for the fan in the ledger",
                opened.json().findValuesAsString("code").contains("FAN_WALLET"));
        Answer wallet = visitor.api("GET", "/api/v1/wallet").expect(200);
        flow.check(
                "and nothing is in it",
                wallet.json().at("/balance/amount").asString().equals("0"));
    }

    private static Person secondFactor(Flow flow, Cast cast) {
        flow.step("a creator registers and sets up a second factor");
        Person creator = cast.people().creator();
        Answer current = creator.visitor().api("GET", "/api/v1/sessions/current");
        flow.check(
                "the session has its second factor",
                current.text("secondFactor").equals("given"));
        return creator;
    }

    private static void oneSignIn(Flow flow, Visitor browser, Person creator) {
        flow.step("the creator signs in once, in a browser on FanzTube");
        Answer signIn = browser.get("tube", "/library");
        flow.check(
                "a page that needs an account leads to the sign-in host",
                signIn.brand().equals("auth"));
        Answer second =
                browser.fill(signIn, "/sign-in", Map.of("email", creator.email(), "password", creator.password()));
        flow.check("the password alone is not enough", second.path().startsWith("/sign-in/factor"));
        Answer tube = withCode(browser, second, creator);
        flow.check(
                "with the code FanzTube shows the library",
                tube.status() == 200 && tube.brand().equals("tube"));
        flow.step("FanzEliteTube knows the creator by the same sign-in");
        Answer elite = browser.get("elite", "/library");
        flow.check(
                "no second sign-in was asked",
                elite.status() == 200 && elite.brand().equals("elite"));
        flow.step("signing out on one brand reaches the other");
        browser.fill(browser.get("auth", "/account"), "/sign-out", Map.of());
        flow.check(
                "FanzTube asks for a sign-in again",
                browser.get("tube", "/library").brand().equals("auth"));
    }

    /** A code is good once: if the clock's half minute has one used up already, the next one is. */
    private static Answer withCode(Visitor browser, Answer page, Person person) {
        Answer answer = page;
        for (int i = 0; i < 3 && answer.path().startsWith("/sign-in/factor"); i++) {
            answer = browser.fill(answer, "/sign-in/factor", Map.of("code", person.nextCode()));
        }
        return answer;
    }

    static Map<String, Object> person() {
        Map<String, Object> person = new HashMap<>();
        person.put("email", "fan-" + UUID.randomUUID() + "@example.org");
        person.put("password", People.PASSWORD);
        person.put("name", "Robin Example");
        person.put("dateOfBirth", "1991-02-03");
        person.put("country", "DE");
        person.put("role", "FAN");
        return person;
    }
}
