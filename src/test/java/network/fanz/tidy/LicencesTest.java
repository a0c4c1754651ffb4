package network.fanz.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import network.fanz.testing.GeneratedDocs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LicencesTest {
    private final List<ShippedPart> libraries = ShippedPart.libraries();
    private final List<ShippedPart> packages = ShippedPart.packages();

    @Test
    void shipsNothingThatWouldBindItsUsers() {
        List<ShippedPart> refused = Stream.concat(libraries.stream(), packages.stream())
                .filter(part -> Licence.choice(part.offered()).isEmpty())
                .toList();
        assertThat(libraries).hasSizeGreaterThan(50);
        assertThat(refused).isEmpty();
    }

    @Test
    void takesThePermissiveLicenceWhereSeveralAreOffered() {
        assertThat(Licence.choice(List.of("EPL 2.0", "GPL2 w/ CPE"))).contains(Licence.EPL_2);
        assertThat(Licence.choice(List.of("GNU General Public License, version 2 with the GNU Classpath Exception")))
                .contains(Licence.GPL_WITH_EXCEPTION);
    }

    @Test
    void refusesWhatOffersNothingElse() {
        assertThat(Licence.choice(List.of("GNU General Public License, version 3")))
                .isEmpty();
        assertThat(Licence.choice(List.of("AGPL-3.0"))).isEmpty();
        assertThat(Licence.choice(List.of("Our Own Terms"))).isEmpty();
        assertThat(Licence.choice(List.of())).isEmpty();
    }

    @Test
    @Tag("generated")
    void listsThemInTheDocs() {
        String text = """
                # Licences

                Made from the code; do not edit. FANZ itself is under Apache-2.0. Every part that ships with it is listed here with the
                licences that it offers and the one that we take. A part that offers only GPL or AGPL without the classpath exception,
                or a licence that nobody has looked at, fails the build.

                The embedded PostgreSQL's programs are under the PostgreSQL licence; the archives that carry them are under Apache-2.0.
                FFmpeg's libraries are under LGPL-3.0-or-later, loaded dynamically by a process of their own; what carries and calls them
                is under Apache-2.0.

                ## Libraries

                | library | version | offers | we take |
                |---|---|---|---|
                """
                + rows(libraries)
                + "\n## In the browser\n\n| package | version | offers | we take |\n|---|---|---|---|\n"
                + rows(packages);
        GeneratedDocs.check(Path.of("docs", "licences.md"), text);
    }

    private static String rows(List<ShippedPart> parts) {
        StringBuilder rows = new StringBuilder();
        for (ShippedPart part : parts) {
            String taken =
                    Licence.choice(part.offered()).map(licence -> licence.title).orElse("**refused**");
            String offered = String.join(" or ", part.offered());
            rows.append("| ").append(part.name()).append(" | ").append(part.version());
            rows.append(" | ").append(offered).append(" | ").append(taken).append(" |\n");
        }
        return rows.toString();
    }
}
