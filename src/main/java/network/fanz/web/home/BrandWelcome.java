package network.fanz.web.home;

import static network.fanz.common.Language.say;

import java.util.List;
import network.fanz.common.Brand;

/**
 * What a brand's first page says: what the site is for, and which of its sections are still empty.
 *
 * @param about one or two sentences that are true today
 */
public record BrandWelcome(String title, String about, List<WelcomeSection> sections) {
    /** A section that has nothing to show yet. It says so instead of showing something made up. */
    public record WelcomeSection(String title, String icon, String empty, String next) {}

    /** The brand's own words, or what is true of every site for fans. */
    static BrandWelcome to(Brand brand) {
        return switch (brand) {
            case TUBE -> tube();
            case ELITE -> elite();
            case SPICY -> spicy();
            case MEET -> meet();
            default ->
                new BrandWelcome(
                        say("Welcome to {0}", brand.title()),
                        say("Creators and fans meet here. You can support creators with tips and supporter passes."),
                        List.of());
        };
    }

    private static BrandWelcome tube() {
        return new BrandWelcome(
                say("The open stage"),
                say(
                        "Creators show what they make, and fans keep them going with tips and supporter passes. Everything was looked"
                                + " at by a person before it is here."),
                List.of(new WelcomeSection(
                        say("Newest works"),
                        "film",
                        say("Nothing has been published yet"),
                        say("The newest works stand here once a person and every check have let them."))));
    }

    private static BrandWelcome elite() {
        return new BrandWelcome(
                say("For members, at leisure"),
                say("A quieter room for people who support a creator over time. Supporter passes are the way in."),
                List.of(
                        new WelcomeSection(
                                say("Newest works"),
                                "lock",
                                say("Nothing is locked, because nothing is here yet"),
                                say(
                                        "Creators’ works for members stand here once they are published, each with the pass that opens it."))));
    }

    private static BrandWelcome spicy() {
        return new BrandWelcome(
                say("The studio"),
                say(
                        "Tools for creators: titles, captions, and a look at how a work will be judged before it goes out. None"
                                + " of the tools is switched on yet."),
                List.of(
                        new WelcomeSection(
                                say("Projects"),
                                "spark",
                                say("No project can be opened yet"),
                                say(
                                        "When the studio opens, each project shows which model helped, with what, and at what cost."))));
    }

    private static BrandWelcome meet() {
        return new BrandWelcome(
                say("Face to face"),
                say("Book time with a creator, meet in a call, know beforehand what it costs. Calls are not open yet."),
                List.of(new WelcomeSection(
                        say("Calendar"),
                        "cal",
                        say("No hours are offered yet"),
                        say("When calls open, you pick an hour here, and the price stands beside it."))));
    }
}
