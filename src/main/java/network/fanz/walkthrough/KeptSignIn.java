package network.fanz.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/** How the walk's administrator signs in, kept in the data folder for the next walk and readable by its owner only. */
record KeptSignIn(String email, String password, String secret) {
    private static final String FILE = "journeys-administrator.txt";

    static boolean exists(Place place) {
        return Files.exists(file(place));
    }

    static KeptSignIn read(Place place) {
        try {
            List<String> lines = Files.readAllLines(file(place));
            return new KeptSignIn(lines.get(0), lines.get(1), lines.get(2));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void write(Place place, Person person) {
        Totp totp = Objects.requireNonNull(person.totp());
        try {
            Files.createFile(
                    file(place), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file(place), List.of(person.email(), person.password(), totp.base32()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path file(Place place) {
        return place.dataFolder().resolve(FILE);
    }

    @Override
    public String toString() {
        return "KeptSignIn";
    }
}
