package network.fanz.web.show;

import static network.fanz.common.Language.say;

import java.util.Collection;
import java.util.stream.Collectors;
import network.fanz.common.Brand;
import network.fanz.common.Origin;

/** How pages call the places where somebody is signed in. */
public final class Places {
    private Places() {}

    /** Such as {@code FanzTube, the account’s pages}, from the platforms of a sign-in. */
    public static String of(Collection<String> platforms) {
        return platforms.stream().map(Places::of).distinct().collect(Collectors.joining(", "));
    }

    private static String of(String platform) {
        if (platform.equals(Origin.API)) {
            return say("the API");
        }
        return Brand.labelled(platform)
                .filter(Brand::isFront)
                .map(Brand::title)
                .orElseGet(() -> say("the account’s pages"));
    }
}
