package network.fanz.web.home;

import java.util.List;
import java.util.Map;
import network.fanz.common.Brand;

/**
 * What a brand's first page says: what the site is for, and which of its sections are still empty.
 *
 * @param about one or two sentences that are true today
 */
public record BrandWelcome(String title, String about, List<WelcomeSection> sections) {
    /** A section that has nothing to show yet. It says so instead of showing something made up. */
    public record WelcomeSection(String title, String icon, String empty, String next) {}

    private static final Map<Brand, BrandWelcome> OWN =
            Map.of(Brand.TUBE, tube(), Brand.ELITE, elite(), Brand.SPICY, spicy(), Brand.MEET, meet());

    /** The brand's own words, or what is true of every site for fans. */
    static BrandWelcome to(Brand brand) {
        return OWN.getOrDefault(
                brand,
                new BrandWelcome(
                        "Welcome to " + brand.title(),
                        "Creators and fans meet here. You can support creators with tips and supporter passes.",
                        List.of()));
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
                        + " work already; members’ films come later.",
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
