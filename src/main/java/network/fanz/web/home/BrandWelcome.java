package network.fanz.web.home;

import java.util.List;
import network.fanz.web.brand.Brand;

/**
 * What a brand's first page says: what the place is for, and which of its rooms are still empty.
 *
 * @param about one or two sentences that are true today
 */
public record BrandWelcome(String title, String about, List<WelcomeSection> rooms) {
    /** A room that is not furnished yet: what it says instead of showing something made up. */
    public record WelcomeSection(String title, String icon, String empty, String next) {}

    static BrandWelcome to(Brand brand) {
        return switch (brand) {
            case TUBE -> tube();
            case ELITE -> elite();
            case SPICY -> spicy();
            case MEET -> meet();
            case DASH, AUTH -> throw new IllegalArgumentException("No welcome there: " + brand);
        };
    }

    private static BrandWelcome tube() {
        return new BrandWelcome(
                "The open stage",
                "Creators show what they make, and fans keep them going. Today you can support creators with tips and"
                        + " supporter passes; videos come next.",
                List.of(new WelcomeSection(
                        "Videos",
                        "film",
                        "No video has been published",
                        "Uploads are not open yet. Once they are, the newest videos stand here.")));
    }

    private static BrandWelcome elite() {
        return new BrandWelcome(
                "For members, at leisure",
                "A quieter room for people who support a creator over time. Supporter passes are the way in, and they"
                        + " work already; members’ films come with the next release.",
                List.of(new WelcomeSection(
                        "Members’ films",
                        "lock",
                        "Nothing is locked, because nothing is here yet",
                        "Creators’ films for members will stand here, each with the pass that opens it.")));
    }

    private static BrandWelcome spicy() {
        return new BrandWelcome(
                "The studio",
                "Tools for creators: titles, captions, and a look at how a work will be judged before it goes out. None"
                        + " of the tools is switched on yet.",
                List.of(new WelcomeSection(
                        "Projects",
                        "spark",
                        "No project can be opened yet",
                        "When the studio opens, each project shows which model helped, with what, and at what cost.")));
    }

    private static BrandWelcome meet() {
        return new BrandWelcome(
                "Face to face",
                "Book time with a creator, meet in a call, know beforehand what it costs. Calls are not open yet.",
                List.of(new WelcomeSection(
                        "Calendar",
                        "cal",
                        "No hours are offered yet",
                        "When calls open, you pick an hour here, and the price stands beside it.")));
    }
}
